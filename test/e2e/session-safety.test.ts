import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { createDeferred } from '../support/deferred.js';
import { askedOf, clearStorage, openHost, tagFor, type HostPage } from '../support/host-page.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf } from '../support/screen.js';

describe('a login that the page has thought better of', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await createSandbox();
  });

  afterEach(async () => {
    closePages();
    clearStorage(sandbox);
    await sandbox.dispose();
  });

  /** Puts an editor whose token comes when the test says so. */
  function putWaiting(page: TestPage): {
    readonly editor: CometChatProfileEditor;
    readonly asked: readonly string[];
    answer(token: string): void;
  } {
    const token = createDeferred<string>();
    const asked: string[] = [];
    const editor = page.document.createElement('cometchat-profile-editor');
    editor.appId = sandbox.appId;
    editor.region = 'us';
    editor.getAuthToken = (reason) => {
      asked.push(reason);
      return token.promise;
    };
    page.document.body.append(editor);
    return { editor, asked, answer: (text) => token.resolve(text) };
  }

  const isStored = (storage: Storage): boolean =>
    storage.getItem(`${sandbox.appId}:common_store/user`) !== null;

  const expectNobody = async ({ host, watch }: HostPage, events: string[]): Promise<void> => {
    expect(await host.getLoggedinUser()).to.equal(null);
    expect(isStored(localStorage)).to.equal(false);
    expect(watch.events).to.deep.equal(events);
  };

  /** Lets an editor that renews its login do all it would do. */
  const renewWhile = async (act: (open: HostPage, editor: CometChatProfileEditor) => unknown) => {
    const open = await openHost(sandbox);
    const { editor, asked, answer } = putWaiting(open.page);
    await reach(editor, 'ready');
    screenOf(editor).type('Name', 'Alice Liddell');
    await sandbox.setFault({ kind: 'expired-token', phase: 'save', times: 1 });
    const saved = editor.save();
    await until(() => asked.length > 0, 'no token is asked for');
    await act(open, editor);
    answer(await sandbox.issue('alice'));
    return { open, editor, saved };
  };

  it('is not made for a host that logged out while an expired token was renewed', async () => {
    const { open, editor, saved } = await renewWhile(({ host }) =>
      host.logout().catch(() => undefined),
    );
    expect(await saved).to.equal(false);
    await reach(editor, 'failed');
    expect(screenOf(editor).alert()).to.contain('You’re not signed in.');
    expect(screenOf(editor).textbox('Name').value).to.equal('Alice Liddell');
    // The expiry, of which the SDK makes a logout, and the host's own.
    expect(open.watch.events).to.deep.equal(['login alice', 'logout', 'logout']);
    expect(await open.host.getLoggedinUser()).to.equal(null);
    expect((await sandbox.user('alice'))?.name).to.equal('Alice');
  });

  it('is not made for an editor that was removed while an expired token was renewed', async () => {
    const { open, saved } = await renewWhile((_, editor) => editor.remove());
    expect(await saved).to.equal(false);
    await until(async () => !(await open.host.getLoggedinUser()), 'somebody is logged in');
    expect((await askedOf(sandbox)).filter((line) => line === 'PUT /me')).to.have.length(1);
    expect((await sandbox.user('alice'))?.name).to.equal('Alice');
  });

  it('is not made on a host’s copy for an editor that was removed', async () => {
    const open = await openHost(sandbox, { token: undefined });
    const { editor, asked, answer } = putWaiting(open.page);
    await until(() => asked.length > 0, 'no token is asked for');
    editor.remove();
    await until(() => editor.state === 'idle', 'the editor goes on');
    answer(sandbox.token('alice'));
    await until(() => open.watch.listeners.size === 1, 'the editor still listens');
    // Time enough for a login, which begins at once.
    await (await fetch(sandbox.tokenUrl('alice'), { method: 'POST' })).json();
    await expectNobody(open, []);
    expect(await askedOf(sandbox)).not.to.contain('PUT /me');
  });

  it('leaves no token in the browser for an editor that was removed meanwhile', async () => {
    const page = await openPage(tagFor(sandbox));
    await sandbox.setFault({ kind: 'lost-answer', phase: 'connect' });
    await sandbox.waitForRequest(({ phase, applied }) => phase === 'connect' && applied);
    const { editor } = page;
    editor.remove();
    await until(() => editor.state === 'idle', 'the editor goes on');
    await sandbox.clearFaults({ answer: true });
    const { sessionStorage } = page.window;
    await until(() => !isStored(sessionStorage), 'the token is kept');
    await (await fetch(sandbox.tokenUrl('alice'), { method: 'POST' })).json();
    expect(isStored(sessionStorage)).to.equal(false);
    page.document.body.append(editor);
    await reach(editor, 'ready');
  });

  it('is not made with a source of tokens that was replaced', async () => {
    const open = await openHost(sandbox, { token: undefined });
    const { editor, asked, answer } = putWaiting(open.page);
    await until(() => asked.length > 0, 'no token is asked for');
    editor.getAuthToken = undefined;
    editor.authToken = sandbox.token('bob');
    await reach(editor, 'ready');
    answer(sandbox.token('alice'));
    await editor.reload();
    expect(editor.profile?.uid).to.equal('bob');
    expect(open.watch.events).to.deep.equal(['login bob']);
  });

  it('is not made for a host that logged in and out meanwhile', async () => {
    const open = await openHost(sandbox, { token: undefined });
    const { editor, asked, answer } = putWaiting(open.page);
    await until(() => asked.length > 0, 'no token is asked for');
    await open.host.login(sandbox.token('bob'));
    await open.host.logout();
    answer(sandbox.token('alice'));
    await reach(editor, 'failed');
    expect(editor.error?.code).to.equal('no-token');
    await expectNobody(open, ['login bob', 'logout']);

    await open.host.login(await sandbox.issue('bob'));
    await reach(editor, 'ready');
    expect(editor.profile?.uid).to.equal('bob');
  });

  it('is taken back where the host’s logout is answered during it', async () => {
    const open = await openHost(sandbox);
    const { host, page, watch } = open;
    // The host logs out, which the server takes its time to answer; its user is still there for the SDK.
    const logout = await sandbox.setFault({ kind: 'hang', phase: 'other', times: 1 });
    const loggedOut = host.logout().catch(() => undefined);
    await sandbox.waitForRequest(({ method }) => method === 'DELETE');
    const login = await sandbox.setFault({ kind: 'lost-answer', phase: 'connect' });
    page.document.body.innerHTML = tagFor(
      sandbox,
      `auth-token="${await sandbox.issue('bob')}" on-other-session="switch"`,
    );
    await sandbox.waitForRequest(({ phase, applied }) => phase === 'connect' && applied);
    await sandbox.clearFault(logout, { answer: true });
    await loggedOut;
    await sandbox.clearFault(login, { answer: true });
    await reach(page.editor, 'failed');
    expect(page.editor.error?.code).to.equal('no-token');
    expect(await host.getLoggedinUser()).to.equal(null);
    expect(watch.events.at(-1)).to.equal('logout');
    expect(isStored(localStorage)).to.equal(false);
  });
});
