import { expect } from '@open-wc/testing';
import { holdTime, type Clock } from '../support/clock.js';
import { askedOf, clearStorage, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('a save that cannot go out, or whose answer is lost', () => {
  let sandbox: TestSandbox;
  let page: TestPage;
  let clock: Clock;
  let isOnline: boolean;

  beforeEach(async () => {
    sandbox = await createSandbox();
    isOnline = true;
    page = await openPage(tagFor(sandbox), {
      before: (window) => {
        clock = holdTime(window);
        Object.defineProperty(window.navigator, 'onLine', { get: () => isOnline });
      },
    });
    await reach(page.editor, 'ready');
    screenOf(page.editor).type('Name', 'Alice Liddell');
    await sandbox.clearRequests();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const goOffline = async (): Promise<void> => {
    isOnline = false;
    await sandbox.setFault({ kind: 'offline' });
  };

  const goOnline = async (): Promise<void> => {
    isOnline = true;
    await sandbox.clearFaults();
    await sandbox.clearRequests();
    page.window.dispatchEvent(new Event('online'));
  };

  const untilWaiting = async (): Promise<void> =>
    until(() => screenOf(page.editor).hasButton('Cancel'), 'the save does not wait');

  describe('offline', () => {
    it('waits visibly, and goes out on return', async () => {
      const { editor } = page;
      await goOffline();
      const saved = nextEvent(editor, 'profile-saved');
      screenOf(editor).click('Save changes');
      await untilWaiting();
      expect(screenOf(editor).status()).to.contain(
        'You’re offline. Your changes will be saved when you’re back online.',
      );
      expect(editor.state).to.equal('saving');
      expect((await sandbox.user('alice'))?.name).to.equal('Alice');
      await goOnline();
      await saved;
      await editor.updateComplete;
      expect(screenOf(editor).status()).to.equal('Profile saved');
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
    });

    it('takes along what is typed while it waits', async () => {
      const { editor } = page;
      await goOffline();
      const saving = editor.save();
      await untilWaiting();
      screenOf(editor).type('Status message', 'Back soon');
      await goOnline();
      expect(await saving).to.equal(true);
      const user = await sandbox.user('alice');
      expect(user).to.include({ name: 'Alice Liddell', statusMessage: 'Back soon' });
    });

    it('can be cancelled, and then does not go out', async () => {
      const { editor } = page;
      await goOffline();
      const saving = editor.save();
      await untilWaiting();
      screenOf(editor).click('Cancel');
      expect(await saving).to.equal(false);
      await reach(editor, 'ready');
      expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
      expect(editor.hasUnsavedChanges).to.equal(true);
      await goOnline();
      await editor.reload();
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
    });

    it('as only the browser believes, goes out at once', async () => {
      const { editor } = page;
      isOnline = false;
      expect(await editor.save()).to.equal(true);
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
      expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
    });

    it('is tried again by itself after a failed connection', async () => {
      const { editor } = page;
      await sandbox.setFault({ kind: 'offline', phase: 'save' });
      expect(await editor.save()).to.equal(false);
      expect(editor.error?.code).to.equal('network');
      await sandbox.clearFaults();
      const saved = nextEvent(editor, 'profile-saved');
      await goOnline();
      await saved;
      expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
    });
  });

  describe('too many requests', () => {
    beforeEach(async () => {
      await sandbox.setFault({ kind: 'rate-limited', phase: 'save' });
    });

    it('waits, says until when, and then goes out', async () => {
      const { editor, window } = page;
      const saving = editor.save();
      await untilWaiting();
      const status = screenOf(editor).status();
      const time = /At (.+), your changes will be saved\./.exec(status)?.[1];
      const format = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });
      const soon = [29, 30].map((s) => format.format(window.Date.now() + s * 1000));
      expect(soon).to.include(time?.replaceAll(/\s/g, ' ').replace(/ (?=[AP]M)/, ' ') ?? '');
      await sandbox.clearFaults();
      clock.pass(30_000);
      expect(await saving).to.equal(true);
      // What was read is out of date after half a minute.
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me', 'GET /users/alice', 'PUT /me']);
    });

    it('can be cancelled', async () => {
      const { editor } = page;
      const saving = editor.save();
      await untilWaiting();
      screenOf(editor).click('Cancel');
      expect(await saving).to.equal(false);
      await reach(editor, 'ready');
      expect(editor.hasUnsavedChanges).to.equal(true);
      clock.pass(60_000);
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
    });

    it('gives up after three waits', async () => {
      const { editor } = page;
      const saving = editor.save();
      for (let count = 1; count <= 3; count++) {
        const isSent = async () => (await sandbox.requests({ phase: 'save' })).length === count;
        await until(isSent, `there is no try number ${count}`);
        await untilWaiting();
        clock.pass(30_000);
      }
      expect(await saving).to.equal(false);
      expect(editor.error?.code).to.equal('rate-limited');
      expect((await sandbox.requests({ phase: 'save' })).length).to.equal(4);
    });
  });

  it('is not known to be stored where the re-read fails too; the next try finds out', async () => {
    const { editor } = page;
    await sandbox.setFault({ kind: 'dropped-answer', phase: 'save' });
    await sandbox.setFault({ kind: 'offline', phase: 'load' });
    expect(await editor.save()).to.equal(false);
    const alert = screenOf(editor).alert();
    expect(alert).to.contain('We couldn’t confirm that your changes were saved.');
    expect(editor.hasUnsavedChanges).to.equal(true);
    await sandbox.clearFaults();
    await sandbox.clearRequests();
    const saved = nextEvent(editor, 'profile-saved');
    screenOf(editor).click('Try again');
    await saved;
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice']);
  });
});
