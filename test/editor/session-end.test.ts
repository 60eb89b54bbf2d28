import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import type { SessionEndReason } from '../../src/events.js';
import { settled } from '../support/deferred.js';
import {
  aliceLogin,
  createReadyScene,
  createScene,
  endScenes,
  findNetwork,
  loseNetwork,
  type Scene,
} from './support.js';

const reasons: readonly SessionEndReason[] = ['expired', 'logged-out', 'other-user'];

/** A scene whose tokens come from a function; `asked` has the reasons it was asked with. */
async function createRenewableScene(): Promise<Scene & { asked: string[] }> {
  const asked: string[] = [];
  const scene = await createReadyScene({
    authToken: '',
    getAuthToken: async (reason) => {
      asked.push(reason);
      return 'token-alice';
    },
  });
  return Object.assign(scene, { asked });
}

describe('the end of a session', () => {
  afterEach(endScenes);

  for (const reason of reasons) {
    it(`is told and shown, with the edits kept: ${reason}`, async () => {
      const { backend, host, editor } = await createReadyScene();
      editor.edit('name', 'Ann');
      host.takeEventNames();
      backend.emit({ type: 'ended', reason });
      await settled();
      expect(editor.state).to.include({ kind: 'failed', phase: 'connect', ended: reason });
      expect(editor.error?.code).to.equal(
        reason === 'other-user' ? 'session-conflict' : 'session-expired',
      );
      expect(host.last('profile-session-ended').reason).to.equal(reason);
      expect(host.takeEventNames()).to.deep.equal(['profile-session-ended']);
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
      expect(backend.openSessions).to.equal(0);
    });

    it(`still is what is shown after a save that was called back: ${reason}`, async () => {
      const { backend, host, editor } = await createReadyScene();
      editor.edit('name', 'Ann');
      backend.emit({ type: 'ended', reason });
      await settled();
      const before = editor.state;
      host.addEventListener('profile-save', (event) => event.waitUntil(new Promise(() => {})));
      const saved = editor.save();
      await settled();
      expect(editor.state.kind).to.equal('saving');
      editor.cancelSave();
      expect(await saved).to.equal(false);
      expect(editor.state).to.include({ kind: 'failed', phase: 'connect', ended: reason });
      expect(editor.error?.code).to.equal(before.kind === 'failed' && before.error.code);
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
    });

    it(`during a save is shown once the save has its answer: ${reason}`, async () => {
      const { backend, host, editor } = await createReadyScene();
      editor.edit('name', 'Ann');
      const held = backend.hold('save');
      const saved = editor.save();
      await held.arrived;
      backend.emit({ type: 'ended', reason });
      expect(editor.state.kind).to.equal('saving');
      held.answer();
      expect(await saved).to.equal(true);
      expect(editor.state).to.include({ kind: 'failed', ended: reason });
      expect(host.last('profile-saved').profile.name).to.equal('Ann');
    });
  }

  it('is over once the page gives another token of the same user', async () => {
    const { backend, editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.emit({ type: 'ended', reason: 'expired' });
    backend.users.set('alice2', backend.user('alice'));
    await configure({ authToken: 'token-alice2' });
    expect(editor.state.kind).to.equal('ready');
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('is over once the user tries again', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.emit({ type: 'ended', reason: 'logged-out' });
    await editor.retry();
    expect(editor.state.kind).to.equal('ready');
    expect(await editor.save()).to.equal(true);
  });

  it('is told once only', async () => {
    const { backend, host, editor } = await createReadyScene();
    const [config] = backend.configs;
    expect(config).not.to.equal(undefined);
    backend.emit({ type: 'ended', reason: 'logged-out' });
    backend.emit({ type: 'ended', reason: 'expired' });
    expect(
      host.takeEventNames().filter((name) => name === 'profile-session-ended').length,
    ).to.equal(1);
    expect(editor.state).to.include({ ended: 'logged-out' });
  });

  it('while nobody is connected changes nothing', async () => {
    const { backend, host, configure } = createScene();
    backend.hold('connect');
    host.attach();
    await configure(aliceLogin);
    backend.emit({ type: 'ended', reason: 'logged-out' });
    expect(host.takeEventNames()).to.deep.equal([]);
  });

  it('found by a reload is told', async () => {
    const { backend, host, editor } = await createReadyScene();
    backend.isExpired = true;
    await editor.reload();
    expect(host.last('profile-session-ended').reason).to.equal('expired');
    expect(editor.state).to.include({ kind: 'failed', ended: 'expired' });
  });

  it('found by a save is told, and the save fails, where nothing can renew the login', async () => {
    const { backend, host, editor } = await createReadyScene();
    backend.isExpired = true;
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(host.last('profile-session-ended').reason).to.equal('expired');
    expect(editor.state).to.include({ kind: 'failed', phase: 'save', ended: 'expired' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    await editor.retry();
    expect(backend.user('alice').name).to.equal('Ann');
  });
});

describe('a login that can be renewed', () => {
  afterEach(endScenes);

  it('is, with a fresh token, and the edits stay', async () => {
    const { backend, host, editor, asked } = await createRenewableScene();
    editor.edit('name', 'Ann');
    host.takeEventNames();
    backend.emit({ type: 'ended', reason: 'expired' });
    await settled();
    expect(asked).to.deep.equal(['connect', 'expired']);
    expect(backend.configs.at(-1)?.expectedUid).to.equal('alice');
    expect(editor.state).to.deep.equal({ kind: 'ready' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    expect(host.takeEventNames()).to.deep.equal(['profile-session-ended', 'profile-loaded']);
  });

  it('lets a save go through by itself', async () => {
    const { backend, editor, asked } = await createRenewableScene();
    backend.isExpired = true;
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(true);
    expect(asked).to.deep.equal(['connect', 'expired']);
    expect(backend.user('alice').name).to.equal('Ann');
  });

  it('is renewed once for a save that the server refuses again', async () => {
    const { backend, editor, asked } = await createRenewableScene();
    backend.setFault('save', { error: new ProfileError('session-expired') });
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(asked).to.deep.equal(['connect', 'expired']);
    expect(backend.saves.length).to.equal(2);
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('is not renewed twice in ten seconds, and again after them', async () => {
    const { backend, clock, editor, asked } = await createRenewableScene();
    backend.emit({ type: 'ended', reason: 'expired' });
    await settled();
    clock.advance(9_999);
    backend.emit({ type: 'ended', reason: 'expired' });
    await settled();
    expect(asked.length).to.equal(2);
    expect(editor.state).to.include({ kind: 'failed', ended: 'expired' });
    await editor.retry();
    clock.advance(1);
    backend.emit({ type: 'ended', reason: 'expired' });
    await settled();
    expect(asked).to.deep.equal(['connect', 'expired', 'connect', 'expired']);
  });

  it('is renewed where the first read meets an expiry', async () => {
    const { backend, host, editor, configure } = createScene();
    const read = backend.hold('read');
    const asked: string[] = [];
    const getAuthToken = async (reason: string): Promise<string> => {
      asked.push(reason);
      return 'token-alice';
    };
    host.attach();
    await configure({ ...aliceLogin, authToken: '', getAuthToken });
    read.fail(new ProfileError('session-expired'));
    await settled();
    expect(asked).to.deep.equal(['connect', 'expired']);
    expect(editor.state.kind).to.equal('ready');
  });

  for (const reason of ['logged-out', 'other-user'] as const) {
    it(`is not where somebody ended it on purpose: ${reason}`, async () => {
      const { backend, editor, asked } = await createRenewableScene();
      editor.edit('name', 'Ann');
      const held = backend.hold('save');
      const saved = editor.save();
      await held.arrived;
      backend.emit({ type: 'ended', reason });
      held.fail(new ProfileError('session-expired'));
      expect(await saved).to.equal(false);
      expect(asked).to.deep.equal(['connect']);
      expect(editor.state).to.include({ kind: 'failed', ended: reason });
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
    });
  }

  it('that the user must renew says so', async () => {
    const { backend, editor } = await createRenewableScene();
    backend.setFault('connect', { error: new ProfileError('no-token') });
    backend.emit({ type: 'ended', reason: 'expired' });
    await settled();
    expect(editor.error?.code).to.equal('no-token');
    expect(editor.state).to.include({ kind: 'failed', phase: 'connect' });
  });
});

describe('another user', () => {
  afterEach(endScenes);

  it('never sees the edits of the one before, who gets them back', async () => {
    const { editor, host, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ authToken: 'token-bob' });
    expect(editor.profile?.uid).to.equal('bob');
    expect(editor.draft.name).to.equal('Bob');
    expect(editor.hasUnsavedChanges).to.equal(false);
    host.takeEventNames();
    await configure({ authToken: 'token-alice' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'restored' });
    expect(host.takeEventNames()).to.deep.equal(['profile-loaded']);
  });

  it('is another one in another app, even with the same id', async () => {
    const { backend, editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ appId: 'other-app' });
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(await editor.save()).to.equal(true);
    expect(backend.saves).to.deep.equal([]);
    await configure({ appId: 'app' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('gets no answer of the one before', async () => {
    const { backend, editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    const held = backend.hold('save');
    const saved = editor.save();
    await held.arrived;
    await configure({ authToken: 'token-bob' });
    held.answer();
    await saved;
    expect(editor.profile?.uid).to.equal('bob');
    expect(editor.draft.name).to.equal('Bob');
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('gets no failure of the one before', async () => {
    const { backend, editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    const held = backend.hold('save');
    const saved = editor.save();
    await held.arrived;
    await configure({ authToken: 'token-bob' });
    held.fail(new ProfileError('rejected', { subject: ['name'] }));
    expect(await saved).to.equal(false);
    expect(editor.state).to.deep.equal({ kind: 'ready' });
    await configure({ authToken: 'token-alice' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('stops a save that still waits for the one before', async () => {
    const scene = await createReadyScene();
    const { backend, editor, configure } = scene;
    loseNetwork(scene);
    editor.edit('name', 'Ann');
    const saved = editor.save();
    await settled();
    backend.clearFaults();
    await configure({ authToken: 'token-bob' });
    findNetwork(scene);
    expect(await saved).to.equal(false);
    expect(backend.saves.map(({ uid }) => uid)).to.deep.equal(['alice']);
    expect(backend.user('alice').name).to.equal('Alice');
    expect(editor.profile?.uid).to.equal('bob');
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('is not replaced by what a save of the one before reads late', async () => {
    const { backend, clock, editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    clock.advance(30_001);
    const held = backend.hold('read');
    const saved = editor.save();
    await held.arrived;
    await configure({ authToken: 'token-bob' });
    held.answer();
    expect(await saved).to.equal(false);
    expect(editor.profile?.uid).to.equal('bob');
    expect(editor.draft.name).to.equal('Bob');
    expect(backend.saves).to.deep.equal([]);
  });
});
