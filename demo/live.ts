import { byId, valueOf } from './playground-dom.js';
import { logEvents } from './playground-events.js';

const editorAddress = '/dist/standalone/cometchat-profile-editor.js';

/** Makes sure that no sandbox stands between this page and the cloud. True once that is so. */
async function leaveSandbox(): Promise<boolean> {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
  return !navigator.serviceWorker?.controller;
}

/** The SDK's session and the editor's drafts; both are kept per tab. */
function forget(): void {
  sessionStorage.clear();
}

function logIn(form: HTMLFormElement): void {
  const data = new FormData(form);
  const editor = document.createElement('cometchat-profile-editor');
  editor.appId = valueOf(data, 'appId').trim();
  editor.region = valueOf(data, 'region').trim();
  editor.authToken = valueOf(data, 'token').trim();
  const state = byId('state', HTMLOutputElement);
  editor.addController({ hostUpdated: () => (state.value = editor.state) });
  byId('editor', HTMLElement).replaceChildren(editor);
  byId('stage', HTMLElement).hidden = false;
  // One SDK copy can be initialised for one app only.
  for (const button of form.querySelectorAll('button')) button.disabled = button.type === 'submit';
  for (const input of form.querySelectorAll('input')) input.readOnly = true;
}

async function main(): Promise<void> {
  if (!(await leaveSandbox())) {
    location.reload();
    return;
  }
  forget();
  addEventListener('pagehide', forget);
  logEvents(document, byId('events', HTMLOListElement));
  await import(editorAddress);
  const form = byId('login', HTMLFormElement);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    logIn(form);
  });
  byId('forget', HTMLButtonElement).addEventListener('click', () => location.reload());
  for (const button of form.querySelectorAll('button')) button.disabled = button.type !== 'submit';
}

await main();
