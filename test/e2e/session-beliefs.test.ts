import { expect } from '@open-wc/testing';
import { askedOf, clearStorage, openHost, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('what the editor believed of its session', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const tokenUrl = (): string => `auth-token-url="${sandbox.tokenUrl('alice')}"`;

  const saveName = async ({ editor }: TestPage, name = 'Alice Liddell'): Promise<boolean> => {
    screenOf(editor).type('Name', name);
    return editor.save();
  };

  const storedName = async (): Promise<string | undefined> => (await sandbox.user('alice'))?.name;

  describe('after the page has cleared its storage', () => {
    it('does not keep the next user out', async () => {
      const page = await openPage(tagFor(sandbox));
      await reach(page.editor, 'ready');
      page.editor.remove();
      page.window.sessionStorage.clear();
      page.window.localStorage.clear();
      page.document.body.innerHTML = tagFor(sandbox, `auth-token="${sandbox.token('bob')}"`);
      await reach(page.editor, 'ready');
      expect(page.editor.profile?.uid).to.equal('bob');
      expect(await saveName(page, 'Robert')).to.equal(true);
      expect((await sandbox.user('bob'))?.name).to.equal('Robert');
    });

    it('does not keep an open form from saving, where the page has tokens', async () => {
      const page = await openPage(tagFor(sandbox, tokenUrl()));
      await reach(page.editor, 'ready');
      page.window.sessionStorage.clear();
      expect(await saveName(page)).to.equal(true);
      expect(await storedName()).to.equal('Alice Liddell');
    });

    it('does not blame the connection, and goes on with "Try again"', async () => {
      const page = await openPage(tagFor(sandbox));
      await reach(page.editor, 'ready');
      page.window.sessionStorage.clear();
      expect(await saveName(page)).to.equal(false);
      expect(page.editor.error?.code).to.equal('session-expired');
      await page.editor.reload();
      await reach(page.editor, 'ready');
      expect(await page.editor.save()).to.equal(true);
      expect(await storedName()).to.equal('Alice Liddell');
    });
  });

  it('does not outlast a storage without room', async () => {
    const page = await openPage('');
    const { sessionStorage } = page.window;
    let filler = '';
    for (let size = 4_000_000; size >= 1_000; size = Math.floor(size / 2)) {
      try {
        sessionStorage.setItem('filler', filler.padEnd(filler.length + size));
        filler = filler.padEnd(filler.length + size);
      } catch {
        // Full; less may still fit.
      }
    }
    try {
      page.document.body.innerHTML = tagFor(sandbox);
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('storage-unavailable');
    } finally {
      sessionStorage.removeItem('filler');
    }
    await page.editor.reload();
    await reach(page.editor, 'ready');
  });

  for (const copy of ['own', 'host’s'] as const) {
    it(`is not needed where a role may not read users (${copy} copy)`, async () => {
      await sandbox.setFault({ kind: 'permission-denied', phase: 'load' });
      const page = copy === 'own' ? await openPage('') : (await openHost(sandbox)).page;
      page.document.body.innerHTML = tagFor(sandbox, copy === 'own' ? tokenUrl() : '');
      await reach(page.editor, 'ready');
      expect(page.editor.profile?.name).to.equal('Alice');
      expect(page.editor.profile?.statusMessage).to.equal('Here');
      expect(await saveName(page)).to.equal(true);
      await page.editor.reload();
      expect(page.editor.state).to.equal('ready');
      expect(page.editor.profile?.name).to.equal('Alice Liddell');
      expect(await storedName()).to.equal('Alice Liddell');

      await sandbox.setFault({ kind: 'silent-denial', phase: 'save' });
      expect(await saveName(page, 'Somebody')).to.equal(false);
      expect(page.editor.error?.code).to.equal('not-applied');
      expect(page.editor.profile?.name).to.equal('Alice Liddell');
    });
  }

  it('follows a host that logs the user in again, although a token was given', async () => {
    const { page, host } = await openHost(sandbox);
    const hex = '1790000000a1b2c3d4e5f60718293a4b5c6d7e8f';
    const given = await sandbox.issue('alice', `alice_${hex}`);
    page.document.body.innerHTML = tagFor(sandbox, `auth-token="${given}"`);
    await reach(page.editor, 'ready');
    const ended = nextEvent(page.editor, 'profile-session-ended');
    await host.logout();
    expect((await ended).reason).to.equal('logged-out');
    await sandbox.clearRequests();
    await host.login(await sandbox.issue('alice', `alice_${hex.replace('a', 'f')}`));
    await reach(page.editor, 'ready');
    expect(await saveName(page)).to.equal(true);
    // The host's login, and the save.
    expect((await askedOf(sandbox)).filter((line) => line === 'PUT /me')).to.have.length(2);
  });

  it('knows the user in the spelling of the page', async () => {
    const { page } = await openHost(sandbox);
    const initial = `initial-profile='{"uid":" Alice ","name":"Alice Archer"}'`;
    page.document.body.innerHTML = tagFor(sandbox, `${tokenUrl()} ${initial}`);
    await reach(page.editor, 'ready');
    expect(page.editor.profile?.name).to.equal('Alice');
  });
});
