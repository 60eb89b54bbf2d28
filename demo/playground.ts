import { byId, valueOf } from './playground-dom.js';
import { FaultPanel } from './playground-faults.js';
import { RequestLog } from './playground-requests.js';
import { htmlOf } from './playground-html.js';
import { readSettings, tokenOf } from './playground-settings.js';
import { Stage } from './playground-stage.js';
import { languages } from '../src/locales/loaders.js';
import { drawSamplePhoto, dropOn } from './sample-photo.js';
import { startSandbox, type SandboxClient } from './sandbox/client.js';
import { photoUrl } from './sandbox/photos.js';
import { playgroundWorld } from './sandbox/playground-world.js';

const { appId } = playgroundWorld;

/** Settings that a page cannot change once the editor is there. */
const needsReload = ['sdk', 'loading', 'initialProfile'];

const suggestions: Record<string, string> = {
  name: 'Somebody new',
  statusMessage: 'Changed elsewhere',
  avatar: photoUrl('bob.png'),
};

const eventLog = byId('events', HTMLOListElement);
const stage = new Stage(eventLog);
const requestLog = new RequestLog(byId('requests', HTMLOListElement));

function showWidth(): void {
  const range = byId('width', HTMLInputElement);
  const column = byId('resizable', HTMLElement);
  const value = byId('width-value', HTMLOutputElement);
  range.addEventListener('input', () => (column.style.inlineSize = `${range.value}px`));
  new ResizeObserver(() => {
    const width = Math.round(column.getBoundingClientRect().width);
    range.value = String(width);
    value.value = `${width} px`;
  }).observe(column);
  column.style.inlineSize = `${range.value}px`;
}

function showState(): void {
  const output = byId('state', HTMLOutputElement);
  stage.onUpdate = ({ state, hasUnsavedChanges }) => {
    output.value = hasUnsavedChanges ? `${state}, unsaved` : state;
    const kinds: Record<string, string> = { ready: 'good', failed: 'bad' };
    output.className = `chip ${kinds[state] ?? ''}`;
  };
}

function showHtml(): void {
  byId('html', HTMLPreElement).textContent = htmlOf(readSettings());
}

async function copyHtml(): Promise<void> {
  const button = byId('copy', HTMLButtonElement);
  const html = byId('html', HTMLPreElement);
  try {
    await navigator.clipboard.writeText(html.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(html);
    button.textContent = 'Selected';
  }
  button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true });
}

async function loadStage(sandbox: SandboxClient): Promise<void> {
  const failure = byId('failure', HTMLElement);
  const settings = readSettings();
  failure.hidden = true;
  try {
    // The live page takes the worker away, in this tab too.
    if (!(await navigator.serviceWorker.getRegistration('/'))) location.reload();
    await sandbox.issueToken(appId, settings.person, tokenOf(settings.person));
    await stage.load(settings);
  } catch (error) {
    failure.textContent = error instanceof Error ? error.message : 'The page’s SDK did not log in.';
    failure.hidden = false;
  }
  for (const action of ['log-out', 'log-in']) {
    const button = document.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
    if (button) button.disabled = !stage.pageSdk;
  }
}

function listenToSettings(sandbox: SandboxClient): void {
  const form = byId('settings', HTMLFormElement);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    const { name } = event.target as HTMLInputElement;
    const { editor } = stage;
    showHtml();
    if (needsReload.includes(name) || !editor) {
      stage.clear();
      void loadStage(sandbox);
    } else {
      stage.apply(readSettings());
    }
  });
}

/** Every language by its own name, and what the panel shows only where it is asked for. */
function fillPanel(): void {
  const form = byId('settings', HTMLFormElement);
  const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as never;
  field('lang').append(
    ...['en', ...languages].map((code) => {
      const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
      return new Option(`${code} · ${name}`, code);
    }),
  );
  field('appId').value = appId;
  field('region').value = playgroundWorld.region;
  const lists = { hasPresets: 'presets', hasMessages: 'messages' };
  for (const [name, list] of Object.entries(lists)) {
    const show = (): void => {
      const label = field(list).closest('label');
      if (label) label.hidden = !field(name).checked;
    };
    field(name).addEventListener('change', show);
    show();
  }
}

/** What happens around the editor, by the buttons' names. Each gives a sentence about the outcome. */
const actions: Record<string, (sandbox: SandboxClient) => Promise<string>> = {
  async drop() {
    const { editor } = stage;
    if (editor) dropOn(editor, await drawSamplePhoto());
    return '';
  },
  async read() {
    await stage.editor?.reload();
    return 'The editor has read the profile.';
  },
  async expire(sandbox) {
    const requests = await sandbox.getRequests(appId);
    const token = requests.findLast(({ headers }) => headers['authtoken'])?.headers['authtoken'];
    if (!token) return 'No token has been used yet.';
    await sandbox.revokeToken(appId, token);
    return 'The token in use is no longer valid. Reloading the page makes it valid again.';
  },
  async 'log-out'() {
    await stage.pageSdk?.logout();
    return 'The page has logged out.';
  },
  async 'log-in'(sandbox) {
    const { person } = readSettings();
    await sandbox.issueToken(appId, person, tokenOf(person));
    await stage.pageSdk?.login(tokenOf(person));
    return 'The page has logged in.';
  },
  async move() {
    const { editor } = stage;
    const parent = editor?.parentElement;
    editor?.remove();
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (editor) parent?.append(editor);
    return 'Removed, and added again after half a second.';
  },
  async reset(sandbox) {
    stage.editor?.reset();
    stage.clear();
    sessionStorage.clear();
    localStorage.clear();
    await sandbox.removeWorld(appId);
    requestLog.clear();
    await loadStage(sandbox);
    return 'Everything has been reset.';
  },
};

async function run(name: string, sandbox: SandboxClient): Promise<void> {
  const outcome = byId('outcome', HTMLElement);
  try {
    outcome.textContent = (await actions[name]?.(sandbox)) ?? '';
  } catch {
    outcome.textContent = 'That did not work. Is a fault on?';
  }
}

/** Offers a value that fits the field. */
function suggestValue(): void {
  const { elements } = byId('elsewhere', HTMLFormElement);
  const field = elements.namedItem('field') as HTMLSelectElement;
  const value = elements.namedItem('value') as HTMLInputElement;
  field.addEventListener('change', () => {
    value.value = suggestions[field.value] ?? '';
  });
}

async function changeElsewhere(sandbox: SandboxClient, event: SubmitEvent): Promise<void> {
  const data = new FormData(event.target as HTMLFormElement);
  const { person } = readSettings();
  const value = valueOf(data, 'value');
  await sandbox.patchUser(appId, person, { [valueOf(data, 'field')]: value || undefined });
  const isTab = (event.submitter as HTMLButtonElement | null)?.value === 'tab';
  if (isTab) {
    const channel = new BroadcastChannel(`cometchat-profile-editor:${appId}`);
    channel.postMessage(person);
    channel.close();
  }
  byId('outcome', HTMLElement).textContent = isTab
    ? 'Another tab has saved a change.'
    : 'Another device has saved a change.';
}

async function main(): Promise<void> {
  showWidth();
  showState();
  fillPanel();
  showHtml();
  byId('copy', HTMLButtonElement).addEventListener('click', () => void copyHtml());
  byId('clear-events', HTMLButtonElement).addEventListener('click', () =>
    eventLog.replaceChildren(),
  );

  const sandbox = await startSandbox();
  const faults = new FaultPanel(sandbox, appId);
  await sandbox.clearRequests(appId);
  sandbox.onRequest(appId, (request) => {
    requestLog.show(request);
    if (request.fault) void faults.update();
  });
  byId('clear-requests', HTMLButtonElement).addEventListener('click', () => requestLog.clear());
  byId('reload-page', HTMLButtonElement).addEventListener('click', () => void loadStage(sandbox));
  byId('elsewhere', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void changeElsewhere(sandbox, event);
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-action]')) {
    const name = button.dataset['action'] ?? '';
    button.addEventListener('click', () => void run(name, sandbox).then(() => faults.update()));
  }
  suggestValue();
  listenToSettings(sandbox);
  await faults.update();
  await loadStage(sandbox);
}

try {
  await main();
} catch (error) {
  const failure = byId('failure', HTMLElement);
  failure.textContent = error instanceof Error ? error.message : 'The sandbox did not start.';
  failure.hidden = false;
}
