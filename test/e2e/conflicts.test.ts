import { expect } from '@open-wc/testing';
import { holdTime, type Clock } from '../support/clock.js';
import { askedOf, clearStorage, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('a change made elsewhere', () => {
  let sandbox: TestSandbox;
  let page: TestPage;
  let clock: Clock;

  beforeEach(async () => {
    sandbox = await createSandbox();
    page = await openPage(tagFor(sandbox), {
      before: (window) => {
        clock = holdTime(window);
        // Frames of one page share their session storage, other tabs do not.
        window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
      },
    });
    await reach(page.editor, 'ready');
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const nameIn = ({ editor }: TestPage): string => screenOf(editor).textbox('Name').value;

  const saves = async (): Promise<unknown[]> =>
    (await sandbox.requests({ phase: 'save' })).map(({ body }) => body);

  /** Another tab with the same editor. */
  async function openOther(): Promise<TestPage> {
    const other = await openPage(tagFor(sandbox));
    await reach(other.editor, 'ready');
    return other;
  }

  it('is taken over silently in a field without an edit', async () => {
    const { editor } = page;
    screenOf(editor).type('Name', 'Alice Liddell');
    await sandbox.patchUser('alice', { statusMessage: 'From my phone' });
    const loaded = nextEvent(editor, 'profile-loaded');
    await editor.reload();
    await loaded;
    await editor.updateComplete;
    expect(screenOf(editor).textbox('Status message').value).to.equal('From my phone');
    expect(editor.changes).to.deep.equal({ name: 'Alice Liddell' });
    expect(screenOf(editor).hasButton('Keep mine')).to.equal(false);
  });

  describe('in a field with an edit', () => {
    beforeEach(async () => {
      const { editor } = page;
      screenOf(editor).type('Name', 'Mine');
      await sandbox.patchUser('alice', { name: 'Theirs' });
      const told = nextEvent(editor, 'profile-conflict');
      await editor.reload();
      const { field, mine, theirs } = await told;
      expect({ field, mine, theirs }).to.deep.equal({
        field: 'name',
        mine: 'Mine',
        theirs: 'Theirs',
      });
      await editor.updateComplete;
    });

    it('is shown with both values, and saving waits for the choice', async () => {
      const { editor } = page;
      expect(nameIn(page)).to.equal('Mine');
      expect(screenOf(editor).description('Name')).to.contain(
        'Changed in another tab or on another device to “Theirs”.',
      );
      expect(await editor.save()).to.equal(false);
      screenOf(editor).click('Save changes');
      await editor.updateComplete;
      expect(await saves()).to.deep.equal([]);
    });

    it('Keep mine: keeps the edit, which can then be saved', async () => {
      const { editor } = page;
      screenOf(editor).click('Keep mine');
      await editor.updateComplete;
      expect(screenOf(editor).hasButton('Keep mine')).to.equal(false);
      expect(nameIn(page)).to.equal('Mine');
      expect(await editor.save()).to.equal(true);
      expect((await sandbox.user('alice'))?.name).to.equal('Mine');
    });

    it('Use the other: drops the edit', async () => {
      const { editor } = page;
      screenOf(editor).click('Use the other');
      await editor.updateComplete;
      expect(nameIn(page)).to.equal('Theirs');
      expect(editor.hasUnsavedChanges).to.equal(false);
      expect(screenOf(editor).hasButton('Use the other')).to.equal(false);
    });
  });

  it('is not asked about where the page prevents it', async () => {
    const { editor } = page;
    editor.addEventListener('profile-conflict', (event) => event.preventDefault());
    screenOf(editor).type('Name', 'Mine');
    await sandbox.patchUser('alice', { name: 'Theirs' });
    await editor.reload();
    await editor.updateComplete;
    expect(screenOf(editor).hasButton('Keep mine')).to.equal(false);
    expect(await editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.name).to.equal('Mine');
  });

  it('is found before a save whose base is older than 30 seconds', async () => {
    const { editor } = page;
    screenOf(editor).type('Name', 'Mine');
    await sandbox.patchUser('alice', { name: 'Theirs' });
    clock.pass(30_001);
    await sandbox.clearRequests();
    expect(await editor.save()).to.equal(false);
    expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
    await reach(editor, 'ready');
    screenOf(editor).click('Keep mine');
    expect(await editor.save()).to.equal(true);
    expect((await sandbox.user('alice'))?.name).to.equal('Mine');
  });

  it('is not looked for before a save with a fresh base', async () => {
    const { editor } = page;
    await sandbox.clearRequests();
    screenOf(editor).type('Name', 'Mine');
    expect(await editor.save()).to.equal(true);
    expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
  });

  it('is seen on coming back to the page, if 30 seconds have passed', async () => {
    const { editor, document } = page;
    await sandbox.patchUser('alice', { name: 'Theirs' });
    await sandbox.clearRequests();
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    clock.pass(30_001);
    const loaded = nextEvent(editor, 'profile-loaded');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await loaded;
    await editor.updateComplete;
    expect(nameIn(page)).to.equal('Theirs');
    expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
  });

  describe('in another tab', () => {
    it('is shown at once', async () => {
      const other = await openOther();
      screenOf(other.editor).type('Name', 'Theirs');
      expect(await other.editor.save()).to.equal(true);
      await until(() => nameIn(page) === 'Theirs', 'the other tab is not heard');
      expect(page.editor.profile?.name).to.equal('Theirs');
    });

    it('is a conflict in a field with an edit', async () => {
      const other = await openOther();
      screenOf(page.editor).type('Name', 'Mine');
      screenOf(other.editor).type('Name', 'Theirs');
      const told = nextEvent(page.editor, 'profile-conflict');
      expect(await other.editor.save()).to.equal(true);
      expect((await told).theirs).to.equal('Theirs');
      expect(nameIn(page)).to.equal('Mine');
    });
  });
});
