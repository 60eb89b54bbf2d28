import { startSandbox } from '../../demo/sandbox/client.js';

const appId = `reader-${crypto.randomUUID()}`.replaceAll('-', '');
const alice = {
  uid: 'alice',
  name: 'Alice',
  avatar: 'https://photos.sandbox.cometchat.io/alice.png',
  statusMessage: 'Out for tea',
};
const last = document.querySelector('#last');
const sandbox = await startSandbox();
let editor;
let release = () => {};
let isLeaving = false;
// It comes before the editor's.
addEventListener('beforeunload', (event) => isLeaving && event.stopImmediatePropagation());

const orders = {
  /** Makes Alice's world and shows her the editor. */
  show: async ({ user = {}, faults = [], attributes = {}, upload, token, isLoading }) => {
    const users = [
      { ...alice, ...user },
      { uid: 'bob', name: 'Bob' },
    ];
    const tokens = { 'token-alice': 'alice', 'token-bob': 'bob' };
    await sandbox.createWorld({ appId, users, tokens });
    for (const fault of faults) await sandbox.setFault(appId, fault);
    await import('/dist/standalone/cometchat-profile-editor.js');
    editor = document.createElement('cometchat-profile-editor');
    const own = { 'app-id': appId, region: 'us', 'auth-token': 'token-alice', ...attributes };
    for (const [name, value] of Object.entries(own)) editor.setAttribute(name, value);
    if (token) Object.assign(editor, { getAuthToken: () => sandbox.issueToken(appId, 'alice') });
    if (upload) editor.uploadAvatar = uploads[upload];
    const loaded = new Promise((resolve) => editor.addEventListener('profile-loaded', resolve));
    document.querySelector('main').append(editor);
    if (isLoading) return;
    await loaded;
    await editor.updateComplete;
  },

  /** Says something after everything that was to be said before. */
  say: async (text) => {
    await editor?.updateComplete;
    // Until nothing is held back any more.
    while (isHeldBack()) await new Promise(requestAnimationFrame);
    // In a background of frames the browser tells assistive technology what has changed.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    last.textContent = text;
  },

  sandbox: (name, ...parameters) => sandbox[name](appId, ...parameters),

  patch: (values) => sandbox.patchUser(appId, 'alice', values),

  reload: () => editor.reload(),

  /** Asks whether what is there may be saved, as a page's own button may. */
  report: () => editor.reportValidity(),

  /** Makes room for another page, without being asked about what is not saved. */
  leave: (address) => {
    isLeaving = true;
    location.replace(address);
    // The next page is the one to report.
    return new Promise(() => {});
  },

  /** Makes the page believe that the network is gone, or back. */
  network: (isThere) => {
    if (isThere) Reflect.deleteProperty(navigator, 'onLine');
    else Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event(isThere ? 'online' : 'offline'));
  },

  /** Shows another editor in place of the one that is there, as a reload would. */
  again: async () => {
    const next = editor.cloneNode();
    const loaded = new Promise((resolve) => next.addEventListener('profile-loaded', resolve));
    editor.replaceWith(next);
    editor = next;
    await loaded;
  },

  /** Which field has the focus. */
  focused: () => editor.shadowRoot.activeElement?.id,

  /** Gives the page a camera, which is on once it is let go. */
  camera: () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const pen = canvas.getContext('2d');
    // A stream has no picture before something is drawn.
    setInterval(() => pen.fillRect(Math.random() * 240, 40, 40, 160), 100);
    const getUserMedia = async () => {
      await new Promise((resolve) => (release = resolve));
      return canvas.captureStream(30);
    };
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } });
  },

  blur: () => document.activeElement.blur(),

  set: (name, value) => editor.setAttribute(name, value),

  /** Refuses what is to be saved. */
  refuse: (text) =>
    editor.addEventListener('profile-save', (event) =>
      event.waitUntil(Promise.reject(new Error(text))),
    ),

  /** Keeps a save waiting, until it is let go. */
  hold: () =>
    editor.addEventListener('profile-save', (event) =>
      event.waitUntil(new Promise((resolve) => (release = resolve))),
    ),

  letGo: () => release(),

  drop: async (kind) => {
    if (kind === 'text') {
      dropFile(new File(['no photo'], 'me.txt', { type: 'image/png' }));
      return;
    }
    const canvas = new OffscreenCanvas(320, 240);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#2f6f73';
    pen.fillRect(40, 40, 240, 160);
    dropFile(new File([await canvas.convertToBlob()], 'me', { type: 'image/png' }));
  },

  /** What is to be read where the form tells how it goes, for a journey that failed. */
  shown: () => {
    const regions = editor?.shadowRoot.querySelectorAll('[role="status"], [role="alert"], dialog');
    const texts = [...(regions ?? [])].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
    const focused = editor?.shadowRoot.activeElement;
    return [...texts, focused && `the focus was on ${focused.id || focused.textContent.trim()}`];
  },

  /** Lets an upload go on. */
  upload: (share) => release(share),
};

const uploads = {
  /** Goes as far as it is told. */
  told: (_, { onProgress }) =>
    new Promise((resolve) => {
      release = (share) => {
        onProgress(share, 1);
        if (share === 1) resolve(alice.avatar.replace('alice', 'bob'));
      };
    }),
  refused: () => Promise.reject(new Error('The storage is full')),
};

function dropFile(file) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  editor.shadowRoot.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
}

/** Whether the editor is going to tell something. */
function isHeldBack() {
  const held =
    '[inert], .spoken > [aria-hidden], :is(.say, .alert, .error) :is(span, p)[aria-hidden]';
  return Boolean(editor?.shadowRoot.querySelector(held));
}

async function carryOut({ name, parameters }) {
  try {
    return { value: (await orders[name](...parameters)) ?? null };
  } catch (error) {
    return { error: String(error) };
  }
}

let report = { isNew: true };
for (;;) {
  const answer = await fetch('/screen-reader', { method: 'POST', body: JSON.stringify(report) });
  report = await carryOut(await answer.json());
}
