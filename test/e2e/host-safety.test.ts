import { expect } from '@open-wc/testing';
import { askedOf, clearStorage, openHost, tagFor, type HostPage } from '../support/host-page.js';
import {
  closePages,
  nextEvent,
  reach,
  until,
  type PageWindow,
  type TestPage,
} from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('host safety', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  const put = (page: TestPage, attributes?: string): void => {
    page.document.body.innerHTML = tagFor(sandbox, attributes);
  };

  const storedUser = (): string | null =>
    localStorage.getItem(`${sandbox.appId}:common_store/user`);

  describe('a host that is logged in, with a socket open', () => {
    /** All that is the host's, but for the name in its copy of the user. */
    const stateOf = (window: PageWindow, { host, watch, sockets }: HostPage) => ({
      global: (window.CometChat as unknown) === host,
      globals: Object.keys(window).sort(),
      appSettings: JSON.stringify(host.appSettings),
      uid: host.user?.getUid(),
      token: host.authToken,
      storedToken: /"authToken\\*":\\*"([^"\\]+)/.exec(storedUser() ?? '')?.[1],
      listeners: [...watch.listeners],
      sockets: sockets.map(({ url, readyState, sent }) => ({ url, readyState, sent: sent.length })),
      status: host.getConnectionStatus(),
    });

    it('is left as it was by attaching, editing, saving, failing and removing', async () => {
      const open = await openHost(sandbox, { socket: true });
      const { page, host, watch, sockets } = open;
      await until(() => sockets[0]?.sent.length === 1, 'the host does not log in by its socket');
      await until(() => host.getConnectionStatus() === 'connected', 'the host is not connected');
      const { appSettings } = host;
      const before = stateOf(page.window, open);
      const { listeners: _, ...kept } = before;
      const token = sandbox.token('alice');
      expect(before).to.include({ global: true, uid: 'alice', token, storedToken: token });
      expect(before.sockets).to.have.length(1);

      put(page);
      const { editor } = page;
      await reach(editor, 'ready');
      expect(stateOf(page.window, open)).to.deep.include(kept);

      const screen = screenOf(editor);
      screen.type('Name', 'Alice Liddell');
      expect(await editor.save()).to.equal(true);
      expect(stateOf(page.window, open)).to.deep.include(kept);

      await sandbox.setFault({ kind: 'permission-denied', phase: 'save' });
      screen.type('Name', 'Somebody');
      expect(await editor.save()).to.equal(false);
      expect(stateOf(page.window, open)).to.deep.include(kept);

      editor.remove();
      await until(() => editor.state === 'idle', 'the editor goes on');
      expect(stateOf(page.window, open)).to.deep.equal(before);
      expect(host.appSettings).to.equal(appSettings);
      expect(watch.events.filter((event) => event !== 'login alice')).to.deep.equal([]);
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/alice', 'PUT /me', 'PUT /me']);
    });
  });

  describe('a save that is answered late', () => {
    /** Begins a save and waits until the server has stored it, but not answered. */
    async function beginSave({ editor }: TestPage): Promise<{ saving: Promise<boolean> }> {
      await reach(editor, 'ready');
      screenOf(editor).type('Name', 'Alice Liddell');
      await sandbox.setFault({ kind: 'lost-answer', phase: 'save' });
      const saving = editor.save();
      await sandbox.waitForRequest(({ phase, applied }) => phase === 'save' && applied);
      return { saving };
    }

    it('does not bring a session back from which the host has logged out', async () => {
      const { page, host, watch } = await openHost(sandbox);
      put(page, '');
      const ended = nextEvent(page.editor, 'profile-session-ended');
      const { saving } = await beginSave(page);
      await host.logout();
      expect(storedUser()).to.equal(null);
      await sandbox.clearFaults({ answer: true });
      await saving;
      expect((await ended).reason).to.equal('logged-out');
      await until(() => host.user === undefined && storedUser() === null, 'the session is back');
      expect(host.authToken).to.equal(undefined);
      expect(await host.getLoggedinUser()).to.equal(null);
      expect(page.editor.state).to.equal('failed');
      expect(screenOf(page.editor).alert()).to.contain('You’ve been signed out.');
      expect(watch.events).to.deep.equal(['login alice', 'logout']);
    });

    it('does not undo the login of another user', async () => {
      const { page, host } = await openHost(sandbox);
      put(page, '');
      const ended = nextEvent(page.editor, 'profile-session-ended');
      const { saving } = await beginSave(page);
      await host.login(sandbox.token('bob'));
      await sandbox.clearFaults({ answer: true });
      await saving;
      expect((await ended).reason).to.equal('other-user');
      const isBob = (): boolean =>
        host.user?.getUid() === 'bob' && /"uid\\*":\\*"bob/.test(storedUser() ?? '');
      await until(isBob, 'alice is back');
      expect(host.authToken).to.equal(sandbox.token('bob'));
      expect((await host.getLoggedinUser())?.getUid()).to.equal('bob');
      expect(screenOf(page.editor).alert()).to.contain(
        'This page is now signed in as someone else.',
      );
      expect((await sandbox.user('bob'))?.name).to.equal('Bob');
    });

    it('repairs the session even after the editor was removed', async () => {
      const { page, host, watch } = await openHost(sandbox);
      put(page, '');
      const { editor } = page;
      const { saving } = await beginSave(page);
      editor.remove();
      await host.logout();
      await sandbox.clearFaults({ answer: true });
      await saving;
      await until(() => host.user === undefined && storedUser() === null, 'the session is back');
      await until(() => watch.listeners.size === 1, 'the editor still listens');
    });
  });

  describe('on-other-session, where the host is logged in as bob', () => {
    const openAsBob = () => openHost(sandbox, { token: sandbox.token('bob') });

    it('stops by default, without a request, and says why', async () => {
      const { page, host, watch } = await openAsBob();
      put(page);
      await reach(page.editor, 'failed');
      expect(page.editor.error?.code).to.equal('session-conflict');
      expect(screenOf(page.editor).alert()).to.match(/signed in to a different account/);
      expect(await askedOf(sandbox)).to.deep.equal([]);
      expect(host.user?.getUid()).to.equal('bob');
      expect(watch.events).to.deep.equal(['login bob']);
    });

    it('goes on by itself when the host then logs in the user of the token', async () => {
      const { page, host } = await openAsBob();
      put(page);
      await reach(page.editor, 'failed');
      await host.login(sandbox.token('alice'));
      await reach(page.editor, 'ready');
      expect(page.editor.profile?.uid).to.equal('alice');
    });

    it('use: shows bob', async () => {
      const { page, watch } = await openAsBob();
      put(page, `auth-token="${sandbox.token('alice')}" on-other-session="use"`);
      await reach(page.editor, 'ready');
      expect(screenOf(page.editor).textbox('Name').value).to.equal('Bob');
      expect(await askedOf(sandbox)).to.deep.equal(['GET /users/bob']);
      expect(watch.events).to.deep.equal(['login bob']);
    });

    it('switch: logs alice in', async () => {
      const { page, host } = await openAsBob();
      put(page, `auth-token="${sandbox.token('alice')}" on-other-session="switch"`);
      await reach(page.editor, 'ready');
      expect(screenOf(page.editor).textbox('Name').value).to.equal('Alice');
      expect(host.user?.getUid()).to.equal('alice');
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me', 'GET /users/alice']);
    });
  });

  describe('the UI kit’s user cache', () => {
    for (const [attributes, names] of [
      ['', ['Alice', 'Alice Liddell']],
      ['no-host-sync', ['Alice']],
    ] as const) {
      it(`${attributes || 'by default'}: the host hears of ${names.join(', then ')}`, async () => {
        const { page, watch } = await openHost(sandbox);
        put(page, attributes);
        await reach(page.editor, 'ready');
        await sandbox.clearRequests();
        screenOf(page.editor).type('Name', 'Alice Liddell');
        expect(await page.editor.save()).to.equal(true);
        expect(watch.names).to.deep.equal(names);
        expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
      });
    }

    it('is left alone where the answer has taken the token away', async () => {
      const { page, host, watch } = await openHost(sandbox);
      put(page, '');
      await reach(page.editor, 'ready');
      await sandbox.clearRequests();
      // Without a token `login` would fail, and keep the SDK from opening its socket again.
      let logins = 0;
      host.login = () => {
        logins += 1;
        return Promise.reject(new Error('The test expects no login'));
      };
      await sandbox.setFault({ kind: 'no-auth-token', phase: 'save' });
      screenOf(page.editor).type('Name', 'Alice Liddell');
      expect(await page.editor.save()).to.equal(true);
      expect(logins).to.equal(0);
      expect(watch.events).to.deep.equal(['login alice']);
      expect(host.user?.getUid()).to.equal('alice');
      expect(await askedOf(sandbox)).to.deep.equal(['PUT /me']);
    });
  });
});
