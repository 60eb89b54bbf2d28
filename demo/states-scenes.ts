import '../src/define.js';
import { draftStore } from '../src/editor/draft-store.js';
import type { CometChatProfileEditor } from '../src/index.js';
import type { ProfileField } from '../src/profile.js';
import { limits } from '../src/session/deadline.js';
import { createFakeSdk, type FakeSdk } from '../test/support/fake-sdk.js';
import { dropOn } from './sample-photo.js';

/** An editor whose server does what the scene wants. */
export interface Stage {
  readonly editor: CometChatProfileEditor;
  readonly fake: FakeSdk;
  /** Fills a field in, as typing would, and leaves it. */
  type(field: ProfileField, text: string): Promise<void>;
  save(): Promise<void>;
}

/** One state of the editor, and how it gets there without anybody clicking. */
export interface Scene {
  /** For file names and addresses. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly properties?: Partial<CometChatProfileEditor>;
  /** What the server holds, beside the usual. */
  readonly user?: {
    readonly name?: string;
    readonly avatar?: string;
    readonly statusMessage?: string;
  };
  /** Before the element is in the document. */
  readonly before?: (fake: FakeSdk) => void;
  /** `ready` where it is not said; the state from which `play` goes on. */
  readonly from?: string;
  readonly play?: (stage: Stage) => Promise<void>;
  /** The state in which it ends, where that is another. */
  readonly to?: string;
  /** Does again what ends as soon as somebody clicks elsewhere. */
  readonly again?: (editor: CometChatProfileEditor) => Promise<void>;
}

/** Long enough to be looked at. */
const patience = 3_600_000;
const photo = `${location.origin}/demo/states-photo.svg`;
export const never = (): Promise<never> => new Promise(() => {});
export const refuse = (rejection: object) => (): Promise<never> => Promise.reject(rejection);
const longName = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximiliana the Younger';
const longStatus =
  'Reviewing the quarterly numbers with the whole team until half past four; after that on the train, so please write rather than call.';

/** Drops a picture. */
export async function drop(stage: Stage): Promise<void> {
  const canvas = new OffscreenCanvas(320, 240);
  const pen = canvas.getContext('2d');
  if (pen) pen.fillStyle = '#2f6f73';
  pen?.fillRect(40, 40, 240, 160);
  await dropFile(stage, await canvas.convertToBlob());
}

/** Drops a file, and waits for the dialog about it. */
export async function dropFile({ editor }: Stage, picture: Blob): Promise<void> {
  dropOn(editor, new File([picture], 'me', { type: picture.type }));
  await until(
    () => useButton(editor)?.getAttribute('aria-disabled') === 'false',
    () => 'The dialog does not open',
  );
}

/** Drops a picture and takes it as the dialog proposes it. */
async function use(stage: Stage): Promise<void> {
  await drop(stage);
  useButton(stage.editor)?.click();
  await until(
    () => stage.editor.hasUnsavedChanges,
    () => 'The picture is not taken',
  );
}

function useButton({ shadowRoot }: CometChatProfileEditor): HTMLButtonElement | undefined {
  // The last button of the dialog is the one that goes on.
  return [...(shadowRoot?.querySelectorAll<HTMLButtonElement>('dialog button') ?? [])].at(-1);
}

/** Opens the photo's menu. */
async function openMenu({ shadowRoot }: CometChatProfileEditor): Promise<void> {
  const button = shadowRoot?.querySelector<HTMLElement>('[aria-haspopup]');
  if (button?.ariaExpanded === 'true') return;
  button?.click();
  await until(
    () => Boolean(shadowRoot?.activeElement?.matches('[role="menuitem"]')),
    () => 'The menu does not open',
  );
}

/** Chooses from the photo's menu, counted from its end. */
async function choose(editor: CometChatProfileEditor, index: number): Promise<void> {
  await openMenu(editor);
  const items = editor.shadowRoot?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [];
  [...items].at(index)?.click();
  await editor.updateComplete;
}

/** What a page may put around and between the fields. */
function fillSlots({ editor }: Stage): void {
  const texts = { heading: 'h3', 'before-fields': 'p', 'after-fields': 'p', footer: 'p' };
  for (const [slot, tag] of Object.entries(texts)) {
    const element = Object.assign(document.createElement(tag), { slot, lang: 'en' });
    element.textContent = `The page’s own, in “${slot}”`;
    editor.append(element);
  }
}

/** Every state that the editor can be seen in. */
export const scenes: readonly Scene[] = [
  {
    name: 'idle',
    title: 'Nothing to connect to yet',
    from: 'idle',
    properties: { sdk: undefined },
  },
  {
    name: 'connecting',
    title: 'Loading',
    from: 'connecting',
    before: (fake) => void (fake.replace.getUser = never),
    play: async ({ editor }) => {
      const says = editor.shadowRoot?.querySelector('[role="status"]');
      await until(
        () => says?.textContent.trim() !== '',
        () => 'It does not say that it loads',
      );
    },
  },
  { name: 'ready', title: 'Ready' },
  { name: 'bare', title: 'Without photo and status', user: { avatar: '', statusMessage: '' } },
  {
    name: 'broken-photo',
    title: 'A photo that does not load',
    user: { avatar: `${location.origin}/demo/states-missing.svg` },
  },
  {
    name: 'edited',
    title: 'Unsaved changes',
    play: async ({ type }) => type('name', 'Alice Liddell'),
  },
  {
    name: 'long',
    title: 'Long texts, near the limit',
    attributes: { preview: '' },
    user: { name: longName, statusMessage: longStatus },
  },
  {
    name: 'other-script',
    title: 'Texts of the other direction',
    attributes: { preview: '' },
    user: { name: 'كارول عبد الرحمن', avatar: '', statusMessage: 'في اجتماع حتى الخامسة' },
  },
  {
    name: 'invalid',
    title: 'Every field has a problem',
    attributes: { 'status-max-length': '20' },
    play: async ({ type, save }) => {
      await type('avatar', 'ftp://alice.example/portrait');
      await type('name', '');
      await type('statusMessage', 'Down the rabbit hole, back for tea');
      await save();
    },
  },
  {
    name: 'saving',
    title: 'Saving',
    to: 'saving',
    play: async ({ fake, type, editor }) => {
      fake.replace.updateCurrentUserDetails = never;
      await type('name', 'Alice Liddell');
      void editor.save();
    },
  },
  {
    name: 'saved',
    title: 'Saved',
    play: async ({ type, save }) => {
      await type('name', 'Alice Liddell');
      await save();
    },
  },
  {
    name: 'offline',
    title: 'Waiting for the network',
    to: 'saving',
    play: async ({ fake, type, editor }) => {
      await type('name', 'Alice Liddell');
      const fail = refuse({ code: 'FAILED_TO_FETCH' });
      fake.replace = { getUser: fail, updateCurrentUserDetails: fail };
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      void editor.save();
      await untilItWaits(editor);
      Reflect.deleteProperty(navigator, 'onLine');
    },
  },
  {
    name: 'rate-limited',
    title: 'Waiting for a rate limit',
    to: 'saving',
    play: async ({ fake, type, editor }) => {
      fake.replace.updateCurrentUserDetails = refuse({ code: 'ERR_TOO_MANY_REQUESTS' });
      await type('name', 'Alice Liddell');
      void editor.save();
      await untilItWaits(editor);
    },
  },
  {
    name: 'save-failed',
    title: 'A save failed',
    to: 'failed',
    play: async ({ fake, type, save }) => {
      fake.replace.updateCurrentUserDetails = refuse({ code: 'ERR_PERMISSION_DENIED' });
      await type('name', 'Alice Liddell');
      await save();
    },
  },
  {
    name: 'save-unknown',
    title: 'Nobody knows whether it was saved',
    to: 'failed',
    play: async ({ fake, type, save }) => {
      fake.replace.updateCurrentUserDetails = refuse({ code: 'FAILED_TO_FETCH' });
      fake.replace.getUser = refuse({ code: 'FAILED_TO_FETCH' });
      await type('name', 'Alice Liddell');
      await save();
    },
  },
  {
    name: 'refused',
    title: 'The server refused a field',
    to: 'failed',
    play: async ({ fake, type, save }) => {
      fake.replace.updateCurrentUserDetails = refuse({
        code: 'ERR_BAD_REQUEST',
        details: { name: ['bad'] },
      });
      await type('name', 'Alice Liddell');
      await save();
    },
  },
  {
    name: 'conflict',
    title: 'Changed elsewhere meanwhile',
    play: async ({ fake, type, editor }) => {
      await type('name', 'Alice Liddell');
      await type('statusMessage', 'Down the rabbit hole');
      fake.users.set('alice', { uid: 'alice', name: longName, avatar: photo });
      await editor.reload();
    },
  },
  {
    name: 'restored',
    title: 'Edits of an earlier visit are back',
    properties: { noDraft: false, appId: 'states-restored', region: 'us' },
    before: () => {
      const base = { name: 'Alice', avatar: photo, statusMessage: 'Out for tea' };
      const draft = { ...base, name: 'Alice Liddell' };
      draftStore.save('states-restored', 'alice', { base, draft });
    },
  },
  {
    name: 'load-failed',
    title: 'Loading failed',
    from: 'failed',
    before: (fake) => void (fake.replace.getUser = refuse({ code: 'FAILED_TO_FETCH' })),
  },
  {
    name: 'misconfigured',
    title: 'Set up wrongly',
    from: 'failed',
    properties: { sdk: undefined, appId: 'not an app id', region: 'us', authToken: 'token' },
  },
  {
    name: 'signed-out',
    title: 'The session ended, edits are kept',
    to: 'failed',
    play: async ({ fake, type }) => {
      await type('name', 'Alice Liddell');
      fake.logOut();
    },
  },
  {
    name: 'dropping',
    title: 'A file is dragged over the page',
    properties: { uploadAvatar: never },
    play: async ({ editor }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([''], 'me.png', { type: 'image/png' }));
      dispatchEvent(new DragEvent('dragenter', { dataTransfer }));
      await editor.updateComplete;
    },
  },
  {
    name: 'upload',
    title: 'With uploads',
    properties: { uploadAvatar: never },
  },
  {
    name: 'uploading',
    title: 'Uploading a picture',
    properties: {
      uploadAvatar: (_, { onProgress }) => {
        onProgress(6, 10);
        return never();
      },
    },
    to: 'saving',
    play: async (stage) => {
      await use(stage);
      void stage.editor.save();
    },
  },
  {
    name: 'saved-upload',
    title: 'An uploaded picture is saved',
    properties: { uploadAvatar: async () => photo },
    user: { avatar: '', statusMessage: '🌴 On vacation' },
    play: async (stage) => {
      await use(stage);
      await stage.save();
    },
  },
  {
    name: 'upload-failed',
    title: 'An upload failed',
    properties: { uploadAvatar: refuse(new Error('The storage is full')) },
    to: 'failed',
    play: async (stage) => {
      await use(stage);
      await stage.save();
    },
  },
  {
    name: 'photo-removed',
    title: 'The photo is removed, and may come back',
    properties: { uploadAvatar: never },
    play: async ({ editor }) => choose(editor, -1),
  },
  {
    name: 'address',
    title: 'A web address instead of an upload',
    properties: { uploadAvatar: never },
    // The last one removes the photo.
    play: async ({ editor }) => choose(editor, -2),
  },
  { name: 'preview', title: 'With the preview', attributes: { preview: '' } },
  {
    name: 'read-only',
    title: 'Everything read-only',
    attributes: { 'readonly-fields': 'name avatar status-message' },
  },
  {
    name: 'read-only-hint',
    title: 'Read-only, and why',
    attributes: { 'readonly-fields': 'name avatar' },
    properties: { messages: { readonlyHint: 'Managed by your school' } },
  },
  {
    name: 'hidden',
    title: 'Name only',
    attributes: { 'hidden-fields': 'avatar status-message' },
  },
  {
    name: 'all-hidden',
    title: 'Every field hidden',
    attributes: { 'hidden-fields': 'name avatar status-message' },
  },
  { name: 'slots', title: 'With what the page adds', play: async (stage) => fillSlots(stage) },
  // The last one: the menu closes when another one gets the focus.
  {
    name: 'photo-menu',
    title: 'The photo’s menu',
    properties: { uploadAvatar: never },
    play: async ({ editor }) => openMenu(editor),
    again: openMenu,
  },
];

/** Puts a scene's editor into the document and plays it to its end. */
export async function showScene(scene: Scene, parent: Element): Promise<CometChatProfileEditor> {
  limits.request = patience;
  const fake = createFakeSdk({ appId: `states-${scene.name}`, uid: 'alice' });
  fake.users.set('alice', {
    uid: 'alice',
    name: 'Alice',
    avatar: photo,
    statusMessage: 'Out for tea',
    ...scene.user,
  });
  scene.before?.(fake);
  const editor = document.createElement('cometchat-profile-editor');
  Object.assign(editor, { sdk: fake.sdk, noDraft: true, ...scene.properties });
  for (const [name, value] of Object.entries(scene.attributes ?? {})) {
    editor.setAttribute(name, value);
  }
  const field = (name: ProfileField): HTMLInputElement | null =>
    editor.shadowRoot?.querySelector<HTMLInputElement>(`#${name}`) ?? null;
  const stage: Stage = {
    editor,
    fake,
    type: async (name, text) => {
      const box = field(name);
      if (!box) return;
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
      await editor.updateComplete;
    },
    save: async () => void (await editor.save()),
  };
  parent.append(editor);
  const reach = (state: string): Promise<void> =>
    until(
      () => editor.state === state,
      () => `"${scene.title}" is ${editor.state} (${editor.error?.message}), not ${state}`,
    );
  await reach(scene.from ?? 'ready');
  await editor.updateComplete;
  await scene.play?.(stage);
  await reach(scene.to ?? scene.from ?? 'ready');
  await editor.updateComplete;
  return editor;
}

async function untilItWaits({ shadowRoot }: CometChatProfileEditor): Promise<void> {
  await until(
    () =>
      /* Its Cancel stands where Discard would. */ shadowRoot?.querySelector(
        '.aside > button:not([part])',
      ) !== null,
    () => 'The save does not wait',
  );
}

/** Looks again and again whether something has come true. */
export async function until(isTrue: () => boolean, what: () => string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(what());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
