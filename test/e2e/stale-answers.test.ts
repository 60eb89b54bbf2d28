import { expect } from '@open-wc/testing';
import { askedOf, clearStorage, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

// What a page's service worker does that answers from its cache first, and fetches anew behind that. For the editor it is
// a server that says what was true before.
describe('a page that answers once with the profile from before the last save', () => {
  let sandbox: TestSandbox;
  let page: TestPage;
  let conflicts: number;

  beforeEach(async () => {
    sandbox = await createSandbox();
    page = await openPage(tagFor(sandbox));
    await reach(page.editor, 'ready');
    screenOf(page.editor).type('Name', 'Alice Liddell');
    expect(await page.editor.save()).to.equal(true);
    await sandbox.patchUser('alice', { name: 'Alice' });
    await page.reload();
    await reach(page.editor, 'ready');
    await sandbox.patchUser('alice', { name: 'Alice Liddell' });
    await sandbox.clearRequests();
    conflicts = 0;
    page.editor.addEventListener('profile-conflict', () => (conflicts += 1));
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const writes = async (): Promise<readonly string[]> =>
    (await askedOf(sandbox)).filter((line) => line.startsWith('PUT'));

  const kept = (): string | null =>
    sessionStorage.getItem(`cometchat-profile-editor:profile:${sandbox.appId}`);

  it('shows it as it is, makes no edit of it, and is mended by the next answer', async () => {
    const { editor } = page;
    expect(editor.profile?.name).to.equal('Alice');
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(await editor.save(), 'there is nothing to save').to.equal(true);
    await editor.reload();
    expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(conflicts).to.equal(0);
    expect(await writes()).to.deep.equal([]);
    expect(kept()).to.contain('Alice Liddell').and.not.to.contain('"Alice"');
  });

  it('brings the old name back with no save of another field', async () => {
    const { editor } = page;
    screenOf(editor).type('Status message', 'Reading');
    expect(await editor.save()).to.equal(true);
    expect(await sandbox.user('alice')).to.include({
      name: 'Alice Liddell',
      statusMessage: 'Reading',
    });
    expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
    expect(conflicts).to.equal(0);
  });

  it('asks about a name that was typed on top of it', async () => {
    const { editor } = page;
    screenOf(editor).type('Name', 'Alice B.');
    await editor.reload();
    await until(() => conflicts === 1, 'nobody is asked');
    expect(editor.draft.name).to.equal('Alice B.');
    expect(await writes()).to.deep.equal([]);
  });
});
