import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { askedOf, clearStorage, openHost, tagFor } from '../support/host-page.js';
import { closePages, nextEvent, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('a session that ends under the form', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const type = async (editor: CometChatProfileEditor): Promise<void> => {
    await reach(editor, 'ready');
    screenOf(editor).type('Name', 'Alice Liddell');
    await sandbox.clearRequests();
  };

  const nextEnd = async (editor: CometChatProfileEditor): Promise<string> =>
    (await nextEvent(editor, 'profile-session-ended')).reason;

  const expectEdit = (editor: CometChatProfileEditor): void => {
    expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
    expect(editor.changes).to.deep.equal({ name: 'Alice Liddell' });
  };

  describe('by expiry', () => {
    const renewal = ['POST /sandbox/token', 'PUT /me', 'GET /users/alice'];

    it('is renewed from auth-token-url, and the save goes through by itself', async () => {
      const html = tagFor(sandbox, `auth-token-url="${sandbox.tokenUrl('alice')}"`);
      const { editor } = await openPage(html);
      await type(editor);
      await sandbox.revoke(sandbox.token('alice'));
      screenOf(editor).click('Save changes');
      await nextEvent(editor, 'profile-saved');
      await editor.updateComplete;
      expect(screenOf(editor).status()).to.equal('Profile saved');
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me', ...renewal, 'PUT /me']);
      expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
    });

    it('is renewed by getAuthToken, which is told why', async () => {
      const reasons: string[] = [];
      const page = await openPage('');
      const editor = page.document.createElement('cometchat-profile-editor');
      Object.assign(editor, { appId: sandbox.appId, region: 'us' });
      editor.getAuthToken = (reason) => {
        reasons.push(reason);
        return reasons.length === 1
          ? Promise.resolve(sandbox.token('alice'))
          : sandbox.issue('alice');
      };
      page.document.body.append(editor);
      await type(editor);
      await sandbox.revoke(sandbox.token('alice'));
      expect(await editor.save()).to.equal(true);
      expect(reasons).to.deep.equal(['connect', 'expired']);
    });

    it('is renewed on reading again, too', async () => {
      const html = tagFor(sandbox, `auth-token-url="${sandbox.tokenUrl('alice')}"`);
      const { editor } = await openPage(html);
      await type(editor);
      await sandbox.revoke(sandbox.token('alice'));
      const loaded = nextEvent(editor, 'profile-loaded');
      void editor.reload();
      await loaded;
      await reach(editor, 'ready');
      expectEdit(editor);
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice', ...renewal]);
    });

    it('is renewed once only, where the server refuses every token', async () => {
      const html = tagFor(sandbox, `auth-token-url="${sandbox.tokenUrl('alice')}"`);
      const { editor } = await openPage(html);
      await type(editor);
      await sandbox.setFault({ kind: 'expired-token', phase: 'save' });
      expect(await editor.save()).to.equal(false);
      await reach(editor, 'failed');
      expect(editor.error?.code).to.equal('session-expired');
      expectEdit(editor);
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me', ...renewal, 'PUT /me']);
    });

    it('without a source of tokens keeps the edit until a new token comes', async () => {
      const { editor } = await openPage(tagFor(sandbox));
      await type(editor);
      await sandbox.revoke(sandbox.token('alice'));
      const ended = nextEnd(editor);
      expect(await editor.save()).to.equal(false);
      expect(await ended).to.equal('expired');
      await editor.updateComplete;
      const alert = screenOf(editor).alert();
      expect(alert).to.contain(
        'Your session has expired. Sign in again. Your changes are still here.',
      );
      expectEdit(editor);
      editor.authToken = await sandbox.issue('alice');
      await reach(editor, 'ready');
      expectEdit(editor);
      expect(await editor.save()).to.equal(true);
      expect((await sandbox.user('alice'))?.name).to.equal('Alice Liddell');
    });

    it('never gives one user’s edit to another, whoever the new token is for', async () => {
      const { editor } = await openPage(tagFor(sandbox));
      await type(editor);
      await sandbox.revoke(sandbox.token('alice'));
      await editor.save();
      await sandbox.clearRequests();
      editor.authToken = sandbox.token('bob');
      await until(() => editor.profile?.uid === 'bob', 'bob is not shown');
      await reach(editor, 'ready');
      expect(screenOf(editor).textbox('Name').value).to.equal('Bob');
      expect(editor.hasUnsavedChanges).to.equal(false);
      expect(await editor.save()).to.equal(true);
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me', 'GET /users/bob']);

      // And alice finds hers again.
      editor.authToken = await sandbox.issue('alice');
      await until(() => editor.profile?.uid === 'alice', 'alice is not shown');
      await reach(editor, 'ready');
      expectEdit(editor);
    });
  });

  describe('by the host', () => {
    let page: TestPage;
    let host: Awaited<ReturnType<typeof openHost>>['host'];
    let editor: CometChatProfileEditor;

    beforeEach(async () => {
      ({ page, host } = await openHost(sandbox));
      page.document.body.innerHTML = tagFor(sandbox, '');
      ({ editor } = page);
      await type(editor);
    });

    it('logging out: keeps the edit, says so, and goes on by itself after a new login', async () => {
      const ended = nextEnd(editor);
      await host.logout();
      expect(await ended).to.equal('logged-out');
      await reach(editor, 'failed');
      const alert = screenOf(editor).alert();
      expect(alert).to.contain(
        'You’ve been signed out. Sign in again. Your changes are still here.',
      );
      expectEdit(editor);
      expect(await askedOf(sandbox)).to.deep.equal([]);

      await host.login(await sandbox.issue('alice'));
      await reach(editor, 'ready');
      expectEdit(editor);
      expect(await editor.save()).to.equal(true);
    });

    it('logging in another user: neither shows nor saves the edit for them', async () => {
      const ended = nextEnd(editor);
      await host.login(sandbox.token('bob'));
      expect(await ended).to.equal('other-user');
      await reach(editor, 'failed');
      expect(screenOf(editor).alert()).to.contain('This page is now signed in as someone else.');
      expect(await editor.save()).to.equal(false);
      expect((await sandbox.user('bob'))?.name).to.equal('Bob');

      await editor.reload();
      await until(() => editor.profile?.uid === 'bob', 'bob is not shown');
      await reach(editor, 'ready');
      expect(screenOf(editor).textbox('Name').value).to.equal('Bob');
      expect(editor.hasUnsavedChanges).to.equal(false);
      const saves = await sandbox.requests({ phase: 'save' });
      expect(saves).to.deep.equal([]);

      await host.login(sandbox.token('alice'));
      await reach(editor, 'failed');
      await editor.reload();
      await reach(editor, 'ready');
      expectEdit(editor);
    });

    for (const [what, reason] of [
      ['logging out', 'logged-out'],
      ['logging in another user', 'other-user'],
    ] as const) {
      it(`${what} in another tab: keeps the edit and says so`, async () => {
        // The SDK itself looks at such a change only while the page has no focus.
        page.document.hasFocus = () => true;
        const ended = nextEnd(editor);
        const other = await openHost(sandbox);
        if (reason === 'other-user') await other.host.login(sandbox.token('bob'));
        else await other.host.logout();
        // A switch is a logout and a login: whichever is seen first, the session is over.
        expect(await ended).to.be.oneOf(['logged-out', reason]);
        await reach(editor, 'failed');
        expectEdit(editor);
        expect((await sandbox.requests({ phase: 'save' })).length).to.equal(0);
      });
    }
  });
});
