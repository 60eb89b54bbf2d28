import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { settled } from '../support/deferred.js';
import { aliceLogin, createReadyScene, createScene, endScenes } from './support.js';

describe('connecting', () => {
  afterEach(endScenes);

  it('stays idle while the page says nothing', async () => {
    const { host, editor, backend, configure } = createScene();
    host.attach();
    await configure({});
    expect(editor.state.kind).to.equal('idle');
    expect(editor.hasValues).to.equal(false);
    expect(backend.calls).to.deep.equal([]);
    expect(host.events).to.deep.equal([]);
  });

  it('asks the server for the profile before it is ready', async () => {
    const { host, editor, backend, configure } = createScene();
    const read = backend.hold('read');
    host.attach();
    await configure(aliceLogin);
    expect(editor.state.kind).to.equal('connecting');
    expect(editor.profile).to.equal(undefined);
    read.answer();
    await settled();
    expect(editor.state).to.deep.equal({ kind: 'ready' });
    expect(editor.profile).to.deep.equal(backend.user('alice'));
    expect(editor.draft.name).to.equal('Alice');
    expect(editor.isShared).to.equal(false);
    expect(host.takeEventNames()).to.deep.equal(['profile-loaded']);
  });

  it('trims app id and region, and hands the rest of the settings on', async () => {
    const { backend, editor } = await createReadyScene({
      appId: ' app ',
      region: ' us\n',
      presence: true,
      clientHost: 'client.example',
      onOtherSession: 'use',
      noHostSync: true,
    });
    expect(editor.state.kind).to.equal('ready');
    expect(backend.configs[0]).to.include({
      appId: 'app',
      region: 'us',
      presence: true,
      clientHost: 'client.example',
      onOtherSession: 'use',
      noHostSync: true,
      reason: 'connect',
      expectedUid: undefined,
    });
  });

  it('tells whether the session is shared', async () => {
    const { backend, host, configure, editor } = createScene();
    backend.isShared = true;
    host.attach();
    await configure(aliceLogin);
    expect(editor.isShared).to.equal(true);
  });

  it('shows what the login was answered with, and takes it for no profile until that is read', async () => {
    const { backend, host, editor, configure } = createScene();
    const read = backend.hold('read');
    host.attach();
    await configure(aliceLogin);
    expect(editor.state).to.deep.equal({ kind: 'connecting' });
    expect(editor.hasValues).to.equal(true);
    expect(editor.draft).to.deep.equal({ name: 'Alice', avatar: '', statusMessage: 'Here' });
    expect(editor.profile).to.equal(undefined);
    expect(host.events).to.deep.equal([]);
    editor.edit('name', 'Alice B.');
    const saved = editor.save();
    read.answer();
    expect(await saved).to.equal(true);
    expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { name: 'Alice B.' } }]);
  });

  it('has nothing to show of a session that was there, until the profile is read', async () => {
    const { backend, host, editor, configure } = createScene();
    backend.answersLogin = false;
    const read = backend.hold('read');
    host.attach();
    await configure(aliceLogin);
    expect(editor.hasValues).to.equal(false);
    read.answer();
    await settled();
    expect(editor.draft.name).to.equal('Alice');
  });

  it('leaves what the page knows in place of what the login was answered with', async () => {
    const { backend, host, editor, configure } = createScene();
    backend.hold('read');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Known' } });
    expect(editor.draft.name).to.equal('Known');
  });

  it('forgets the login’s answer when the page names another app before the profile is read', async () => {
    const { backend, host, editor, configure } = createScene();
    backend.hold('read');
    host.attach();
    await configure(aliceLogin);
    editor.edit('name', 'Alice B.');
    backend.hold('connect');
    await configure({ appId: 'another' });
    expect(editor.hasValues).to.equal(false);
    expect(editor.draft.name).to.equal('');
  });

  it('keeps what was typed over the initial profile when the real one arrives', async () => {
    const { backend, host, editor, configure } = createScene();
    const read = backend.hold('read');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Alice' } });
    expect(editor.hasValues).to.equal(true);
    expect(editor.draft).to.deep.equal({ name: 'Alice', avatar: '', statusMessage: '' });
    editor.edit('name', 'Alice B.');
    read.answer();
    await settled();
    expect(editor.draft).to.deep.equal({ name: 'Alice B.', avatar: '', statusMessage: 'Here' });
    expect(editor.changes).to.deep.equal({ name: 'Alice B.' });
    expect(editor.conflicts).to.deep.equal([]);
  });

  it('asks where the initial profile was out of date in an edited field', async () => {
    const { backend, host, editor, configure } = createScene();
    const read = backend.hold('read');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Old' } });
    editor.edit('name', 'Mine');
    read.answer();
    await settled();
    expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Mine', theirs: 'Alice' }]);
    expect(host.last('profile-conflict')).to.include({ mine: 'Mine', theirs: 'Alice' });
  });

  it('shows an initial profile that comes after the start, not one after the profile', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure(aliceLogin);
    await configure({ initialProfile: { name: 'Ann' } });
    expect(editor.draft.name).to.equal('Ann');
    connect.answer();
    await settled();
    await configure({ initialProfile: { name: 'Late' } });
    expect(editor.draft.name).to.equal('Alice');
  });

  it('forgets what was typed for the user of an earlier initial profile', async () => {
    const { backend, host, editor, configure } = createScene();
    backend.hold('connect');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Alice' } });
    editor.edit('name', 'Alice B.');
    await configure({ initialProfile: { uid: 'bob', name: 'Bob' } });
    expect(editor.draft.name).to.equal('Bob');
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('takes what was typed in one app to no other, whoever the page says is there', async () => {
    const { editor, host, configure } = createScene();
    host.attach();
    const initialProfile = { uid: 'alice', name: 'Alice' };
    await configure({ ...aliceLogin, initialProfile });
    editor.edit('name', 'Alice B.');
    await configure({ authToken: '' });
    expect(editor.changes).to.deep.equal({ name: 'Alice B.' });
    await configure({ appId: 'other' });
    expect(editor.draft.name).to.equal('');
    expect(editor.changes).to.deep.equal({});
    await configure({ initialProfile: { uid: 'alice', name: 'Alice of the other app' } });
    expect(editor.draft.name).to.equal('Alice of the other app');
    await configure(aliceLogin);
    expect(editor.changes).to.deep.equal({ name: 'Alice B.' });
  });

  it('shows an initial profile that comes with another app', async () => {
    const { backend, host, editor, configure } = createScene();
    host.attach();
    await configure(aliceLogin);
    backend.hold('connect');
    await configure({ appId: 'other', initialProfile: { uid: 'alice', name: 'Alice over there' } });
    expect(editor.draft.name).to.equal('Alice over there');
    expect(editor.changes).to.deep.equal({});
  });

  it('keeps the edits of the known user to that user when somebody else logs in', async () => {
    const { host, editor, configure } = createScene();
    host.attach();
    await configure({ initialProfile: { uid: 'alice', name: 'Alice' } });
    editor.edit('name', 'Alice B.');
    await configure({ ...aliceLogin, authToken: 'token-bob' });
    expect(editor.profile?.uid).to.equal('bob');
    expect(editor.draft.name).to.equal('Bob');
    await configure({ authToken: 'token-alice' });
    expect(editor.draft.name).to.equal('Alice B.');
  });

  it('lets the latest settings win, in whatever order the answers come', async () => {
    const { backend, host, editor, configure } = createScene();
    const forAlice = backend.hold('connect');
    const forBob = backend.hold('connect');
    host.attach();
    await configure(aliceLogin);
    await configure({ authToken: 'token-bob' });
    forBob.answer();
    await settled();
    expect(editor.profile?.uid).to.equal('bob');
    forAlice.answer();
    await settled();
    expect(editor.profile?.uid).to.equal('bob');
    expect(backend.openSessions).to.equal(1);
    expect(host.takeEventNames()).to.deep.equal(['profile-loaded']);
  });

  it('drops a profile that is read for settings of the past', async () => {
    const { backend, host, editor, configure } = createScene();
    const read = backend.hold('read');
    host.attach();
    await configure(aliceLogin);
    await configure({ authToken: 'token-bob' });
    read.answer();
    await settled();
    expect(editor.profile?.uid).to.equal('bob');
    expect(backend.openSessions).to.equal(1);
  });

  it('says nothing of a failure that belongs to settings of the past', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure(aliceLogin);
    await configure({ authToken: 'token-bob' });
    connect.fail(new ProfileError('network'));
    await settled();
    expect(editor.state.kind).to.equal('ready');
    expect(host.takeEventNames()).to.deep.equal(['profile-loaded']);
  });

  it('does not connect anew for settings that lead to the same session', async () => {
    const { backend, configure } = await createReadyScene({
      getAuthToken: async () => 'token-alice',
    });
    await configure({
      getAuthToken: async () => 'token-alice',
      statusMaxLength: 10,
      noDraft: true,
    });
    expect(backend.calls).to.deep.equal(['connect', 'read']);
  });

  for (const [phase, kind] of [
    ['connect', 'connect'],
    ['load', 'read'],
  ] as const) {
    it(`fails in the phase "${phase}", says so, and tries again when asked`, async () => {
      const { backend, host, editor, configure } = createScene();
      const error = new ProfileError('network');
      backend.setFault(kind, { error });
      host.attach();
      await configure(aliceLogin);
      expect(editor.state).to.include({ kind: 'failed', phase, error });
      expect(editor.error).to.equal(error);
      expect(host.takeEventNames()).to.deep.equal(['profile-error']);
      expect(backend.openSessions).to.equal(0);
      backend.clearFaults();
      await editor.retry();
      expect(editor.state.kind).to.equal('ready');
      expect(editor.error).to.equal(undefined);
    });
  }

  it('wraps what is no error of the editor', async () => {
    const { backend, host, editor, configure } = createScene();
    backend.setFault('connect', { error: new TypeError('boom') as unknown as ProfileError });
    host.attach();
    await configure(aliceLogin);
    expect(editor.error?.code).to.equal('unknown');
  });

  it('stays as it is when it is moved', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'Typed');
    host.move();
    await settled();
    expect(editor.state.kind).to.equal('ready');
    expect(editor.draft.name).to.equal('Typed');
    expect(backend.calls).to.deep.equal(['connect', 'read']);
  });

  it('stays as it is when it is moved while connecting', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure(aliceLogin);
    host.move();
    connect.answer();
    await settled();
    expect(editor.state.kind).to.equal('ready');
    expect(backend.calls).to.deep.equal(['connect', 'read']);
  });

  it('lets the session go when it is removed, and comes back with the edits', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'Typed');
    host.detach();
    await settled();
    expect(editor.state.kind).to.equal('idle');
    expect(backend.openSessions).to.equal(0);
    host.attach();
    await settled();
    expect(editor.state.kind).to.equal('ready');
    expect(editor.draft.name).to.equal('Typed');
    expect(backend.openSessions).to.equal(1);
  });

  it('lets a connection go that arrives after the removal', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure(aliceLogin);
    host.detach();
    await settled();
    connect.answer();
    await settled();
    expect(backend.openSessions).to.equal(0);
    expect(editor.state.kind).to.equal('idle');
    expect(host.takeEventNames()).to.deep.equal([]);
  });

  it('connects by itself once the host has logged in', async () => {
    const { backend, host, editor, configure } = createScene();
    host.attach();
    await configure({ appId: 'app', region: 'us' });
    expect(editor.error?.code).to.equal('no-token');
    await configure({ authToken: 'token-nobody' });
    expect(editor.error?.code).to.equal('invalid-credentials');
    backend.users.set('nobody', { ...backend.user('bob'), uid: 'nobody' });
    backend.configs.at(-1)?.onHostLogin();
    await settled();
    expect(editor.profile?.uid).to.equal('nobody');
  });

  it('reads again when asked, and keeps the edits', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'Typed');
    backend.patch('alice', { statusMessage: 'Away' });
    host.takeEventNames();
    await editor.reload();
    expect(editor.draft).to.deep.equal({ name: 'Typed', avatar: '', statusMessage: 'Away' });
    expect(host.takeEventNames()).to.deep.equal(['profile-loaded']);
  });

  it('says that a reload failed, and recovers', async () => {
    const { backend, editor } = await createReadyScene();
    backend.setFault('read', { error: new ProfileError('timeout') });
    await editor.reload();
    expect(editor.state).to.include({ kind: 'failed', phase: 'load' });
    backend.clearFaults();
    await editor.retry();
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('drops what was read for a session that is gone meanwhile', async () => {
    const { backend, editor, configure } = await createReadyScene();
    for (const outcome of ['answer', 'fail'] as const) {
      const read = backend.hold('read');
      const reloaded = editor.reload();
      await read.arrived;
      await configure({ authToken: outcome === 'answer' ? 'token-bob' : 'token-alice' });
      if (outcome === 'answer') read.answer();
      else read.fail(new ProfileError('network'));
      await reloaded;
      expect(editor.state.kind).to.equal('ready');
      expect(editor.profile?.uid).to.equal(outcome === 'answer' ? 'bob' : 'alice');
    }
  });
});
