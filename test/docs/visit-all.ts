import { drop, findDialog, makePicture } from '../e2e/photo-page.js';
import { openHost, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';
import {
  createSeen,
  tryCustomProperties,
  watchEditor,
  watchPage,
  type Seen,
} from './watch-editor.js';

/** Brings editors into every situation in which they show something else, with the real SDK, and notes what is there. */
export async function visitAll(customProperties: Iterable<string>): Promise<Seen> {
  const seen = createSeen();
  const sandbox = await createSandbox();
  try {
    await visitIdle(seen);
    await visitFields(sandbox, seen, [...customProperties]);
    await visitFailures(sandbox, seen);
    await visitPhotos(sandbox, seen);
    await visitChatApp(sandbox, seen);
  } finally {
    closePages();
    await sandbox.dispose();
  }
  return seen;
}

async function open(html: string, seen: Seen): Promise<TestPage> {
  const page = await openPage(html, { before: (window) => watchPage(window, seen) });
  await page.editor.updateComplete;
  watchEditor(page.editor, seen);
  return page;
}

async function visitIdle(seen: Seen): Promise<void> {
  const page = await open('<cometchat-profile-editor></cometchat-profile-editor>', seen);
  page.close();
}

const openReady = async (sandbox: TestSandbox, seen: Seen, attributes = ''): Promise<TestPage> => {
  const token = `auth-token="${sandbox.token('alice')}"`;
  const page = await open(tagFor(sandbox, `${token} ${attributes}`), seen);
  await reach(page.editor, 'ready');
  return page;
};

async function visitFields(sandbox: TestSandbox, seen: Seen, names: string[]): Promise<void> {
  const page = await openReady(sandbox, seen, 'preview no-draft');
  const { editor, window } = page;
  const screen = screenOf(editor);
  screen.type('Status message', 'x'.repeat(149));
  screen.type('Name', '');
  screen.leave('Name');
  await editor.updateComplete;
  tryCustomProperties(window, editor, names, seen);
  screen.type('Name', 'Alice Liddell');
  await editor.save();
  await editor.updateComplete;
  tryCustomProperties(window, editor, names, seen);
  page.close();
}

async function visitFailures(sandbox: TestSandbox, seen: Seen): Promise<void> {
  const page = await openReady(sandbox, seen, 'no-draft');
  const { editor } = page;
  const screen = screenOf(editor);
  await sandbox.setFault({ kind: 'bad-request', phase: 'save' });
  screen.type('Name', 'Alice again');
  await editor.save();
  await sandbox.clearFaults();
  await sandbox.patchUser('alice', { name: 'Somebody else' });
  const conflict = nextEvent(editor, 'profile-conflict');
  await editor.reload();
  await conflict;
  editor.reset();
  await sandbox.setFault({ kind: 'expired-token', phase: 'load' });
  const ended = nextEvent(editor, 'profile-session-ended');
  await editor.reload();
  await ended;
  await sandbox.clearFaults();
  page.close();
}

async function visitPhotos(sandbox: TestSandbox, seen: Seen): Promise<void> {
  const page = await openReady(sandbox, seen, 'no-draft');
  const { editor } = page;
  // The upload may be shown before it has begun.
  let finish = (): void => {};
  const isShown = new Promise<void>((resolve) => (finish = resolve));
  editor.uploadAvatar = async (_, { onProgress }) => {
    onProgress(1, 2);
    await isShown;
    return 'https://photos.sandbox.cometchat.io/bob.png';
  };
  await editor.updateComplete;
  drop(page, await makePicture('teal'));
  const dialog = await findDialog(page);
  await dialog.close('Use photo');
  await until(() => editor.hasUnsavedChanges, 'the photo is not picked');
  const saved = editor.save();
  await until(() => seen.parts.has('progress'), 'no upload is shown');
  finish();
  await saved;
  page.close();
}

async function visitChatApp(sandbox: TestSandbox, seen: Seen): Promise<void> {
  const { page } = await openHost(sandbox);
  watchPage(page.window, seen);
  page.document.body.innerHTML = tagFor(sandbox);
  await reach(page.editor, 'ready');
}
