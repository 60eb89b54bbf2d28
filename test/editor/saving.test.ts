import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { createDeferred, settled } from '../support/deferred.js';
import type { HeldCall } from '../support/fake-session.js';
import {
  aliceLogin,
  createReadyScene,
  createScene,
  endScenes,
  findNetwork,
  isSettled,
  loseNetwork,
  type Scene,
} from './support.js';

const photo = 'https://photos.example/alice.png';

/** A save that has gone out, and is not answered yet. */
async function holdSave(
  { backend, editor }: Scene,
  name: string,
): Promise<{ held: HeldCall; saved: Promise<boolean> }> {
  editor.edit('name', name);
  const held = backend.hold('save');
  const saved = editor.save();
  await held.arrived;
  return { held, saved };
}

describe('saving', () => {
  afterEach(endScenes);

  it('sends the changed fields only, cleaned, and once', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', '  Alice   B. ');
    editor.edit('statusMessage', 'Here ');
    host.takeEventNames();
    expect(await editor.save()).to.equal(true);
    expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { name: 'Alice B.' } }]);
    expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'saved' });
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(host.takeEventNames()).to.deep.equal(['profile-save', 'profile-saved']);
    expect(editor.profile?.name).to.equal('Alice B.');
  });

  it('waits for an answer that a former user’s save still owes', async () => {
    const scene = await createReadyScene();
    const { backend, editor, configure } = scene;
    const { held, saved } = await holdSave(scene, 'Alice B.');
    await configure({ authToken: 'token-bob' });
    expect(editor.profile?.uid).to.equal('bob');
    editor.edit('name', 'Bobby');
    const next = editor.save();
    await settled();
    expect(backend.saves.map(({ uid }) => uid)).to.deep.equal(['alice']);
    held.answer();
    expect([await saved, await next]).to.deep.equal([true, true]);
    expect(backend.mostSavesInFlight).to.equal(1);
    expect(backend.saves.map(({ uid }) => uid)).to.deep.equal(['alice', 'bob']);
  });

  it('has nothing to do without edits', async () => {
    const { backend, host, editor } = await createReadyScene();
    host.takeEventNames();
    expect(await editor.save()).to.equal(true);
    editor.edit('name', 'Alice ');
    expect(await editor.save()).to.equal(true);
    expect(backend.saves).to.deep.equal([]);
    expect(host.takeEventNames()).to.deep.equal(['profile-change']);
  });

  it('clears a field with an empty text', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('statusMessage', '  ');
    await editor.save();
    expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { statusMessage: '' } }]);
  });

  it('is not tried with invalid values, which are then shown', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', '\u3164');
    expect(host.last('profile-change').valid).to.equal(false);
    expect(editor.problems).to.deep.equal({});
    expect(await editor.save()).to.equal(false);
    expect(editor.problems).to.deep.equal({ name: { code: 'nameInvisible' } });
    expect(backend.saves).to.deep.equal([]);
    editor.edit('name', 'Ann');
    expect(editor.problems).to.deep.equal({});
  });

  it('joins a save that is under way', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    const held = backend.hold('save');
    const first = editor.save();
    await held.arrived;
    const second = editor.save();
    held.answer();
    expect(await Promise.all([first, second])).to.deep.equal([true, true]);
    expect(backend.saves.length).to.equal(1);
  });

  it('keeps what is typed meanwhile, and takes no discard for what has gone out', async () => {
    const scene = await createReadyScene();
    const { editor } = scene;
    const { held, saved } = await holdSave(scene, 'First');
    editor.edit('name', 'Second');
    editor.reset();
    expect(editor.state).to.deep.equal({ kind: 'saving' });
    expect(editor.draft.name).to.equal('Second');
    held.answer();
    expect(await saved).to.equal(true);
    expect(editor.profile?.name).to.equal('First');
    expect(editor.changes).to.deep.equal({ name: 'Second' });
    expect(editor.conflicts).to.deep.equal([]);
  });

  it('may be stopped by the page', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    host.addEventListener('profile-save', (event) => event.preventDefault(), { once: true });
    expect(await editor.save()).to.equal(false);
    expect(editor.state.kind).to.equal('ready');
    expect(backend.saves).to.deep.equal([]);
    expect(await editor.save()).to.equal(true);
  });

  it('waits for what the page has to do first, late promises included', async () => {
    const { backend, host, editor } = await createReadyScene();
    const [first, second] = [createDeferred(), createDeferred()];
    host.addEventListener('profile-save', (event) => {
      const { waitUntil } = event;
      waitUntil.call(
        event,
        first.promise.then(() => waitUntil.call(event, second.promise)),
      );
    });
    editor.edit('name', 'Ann');
    const saved = editor.save();
    expect(await isSettled(saved)).to.equal(false);
    first.resolve();
    await settled();
    expect(backend.saves).to.deep.equal([]);
    second.resolve();
    expect(await saved).to.equal(true);
    expect(backend.saves.length).to.equal(1);
  });

  for (const [reason, text] of [
    [new Error('Not on Sundays'), 'Not on Sundays'],
    [undefined, undefined],
  ] as const) {
    it(`is stopped by a rejection, whose words are shown: ${text}`, async () => {
      const { backend, host, editor } = await createReadyScene();
      host.addEventListener('profile-save', (event) => {
        event.waitUntil(Promise.reject(reason));
      });
      editor.edit('name', 'Ann');
      expect(await editor.save()).to.equal(false);
      expect(editor.state).to.include({ kind: 'failed', phase: 'save', stored: 'no' });
      expect(editor.error?.code).to.equal('vetoed');
      expect(editor.error?.hostMessage).to.equal(text);
      expect(backend.saves).to.deep.equal([]);
      expect(editor.draft.name).to.equal('Ann');
    });
  }

  it('tells that the server kept the old value', async () => {
    const { backend, host, editor } = await createReadyScene();
    backend.setFault('save', { isIgnored: true });
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(editor.error).to.include({ code: 'not-applied' });
    expect(editor.error?.subject).to.deep.equal(['name']);
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    expect(host.last('profile-error').phase).to.equal('save');
  });

  it('keeps the part that was stored where another part was refused', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    editor.edit('statusMessage', 'Away');
    const held = backend.hold('save');
    const saved = editor.save();
    await held.arrived;
    backend.patch('alice', { statusMessage: 'Away' });
    held.fail(new ProfileError('network'));
    expect(await saved).to.equal(false);
    expect(editor.error?.code).to.equal('not-applied');
    expect(editor.error?.subject).to.deep.equal(['name']);
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    expect(editor.profile?.statusMessage).to.equal('Away');
  });

  for (const code of ['network', 'timeout', 'unknown'] as const) {
    it(`learns from a read that a save was stored although its answer was lost: ${code}`, async () => {
      const { backend, host, editor } = await createReadyScene();
      backend.setFault('save', { error: new ProfileError(code), isApplied: true });
      editor.edit('name', 'Ann');
      expect(await editor.save()).to.equal(true);
      expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'saved' });
      expect(host.last('profile-saved').profile.name).to.equal('Ann');
      expect(backend.calls).to.deep.equal(['connect', 'read', 'save', 'read']);
    });

    it(`learns from a read that a save was not stored: ${code}`, async () => {
      const { backend, editor } = await createReadyScene();
      backend.setFault('save', { error: new ProfileError(code) });
      editor.edit('name', 'Ann');
      expect(await editor.save()).to.equal(false);
      // What took too long may still arrive.
      const stored = code === 'timeout' ? 'unknown' : 'no';
      expect(editor.state).to.include({ kind: 'failed', phase: 'save', stored });
      expect(editor.error?.code).to.equal(code);
      backend.clearFaults();
      await editor.retry();
      expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'saved' });
      expect(backend.saves.length).to.equal(2);
    });
  }

  it('admits that nobody knows, and reads before the next try', async () => {
    const { backend, editor } = await createReadyScene();
    backend.setFault('save', { error: new ProfileError('timeout'), isApplied: true });
    backend.setFault('read', { error: new ProfileError('network') });
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', phase: 'save', stored: 'unknown' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    backend.clearFaults();
    expect(await editor.save()).to.equal(true);
    expect(backend.saves.length, 'it was stored, so nothing is sent again').to.equal(1);
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('takes an answer that means no for a no', async () => {
    const { backend, editor } = await createReadyScene();
    backend.setFault('save', { error: new ProfileError('rejected', { subject: ['name'] }) });
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', stored: 'no' });
    expect(backend.calls).to.deep.equal(['connect', 'read', 'save']);
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('reads first where what it knows is older than half a minute', async () => {
    const { backend, clock, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    clock.advance(30_001);
    backend.patch('alice', { statusMessage: 'Elsewhere' });
    expect(await editor.save()).to.equal(true);
    expect(backend.calls).to.deep.equal(['connect', 'read', 'read', 'save']);
    expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { name: 'Ann' } }]);
    expect(editor.draft.statusMessage).to.equal('Elsewhere');
  });

  it('waits for the choice where that read finds a conflict', async () => {
    const { backend, clock, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    clock.advance(30_001);
    backend.patch('alice', { name: 'Alicia' });
    expect(await editor.save()).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    expect(editor.state.kind).to.equal('ready');
    expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Ann', theirs: 'Alicia' }]);
    editor.resolveConflict('name', 'mine');
    expect(await editor.save()).to.equal(true);
    expect(backend.user('alice').name).to.equal('Ann');
  });

  it('fails where that read fails, with nothing sent', async () => {
    const { backend, clock, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    clock.advance(30_001);
    backend.setFault('read', { error: new ProfileError('network') });
    expect(await editor.save()).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', phase: 'save', stored: 'no' });
    expect(backend.saves).to.deep.equal([]);
  });

  it('needs no save where the server already has the value', async () => {
    const { backend, clock, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    clock.advance(30_001);
    backend.patch('alice', { name: 'Ann' });
    expect(await editor.save()).to.equal(true);
    expect(backend.saves).to.deep.equal([]);
  });

  it('begun while connecting goes out once connected', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Alice' } });
    editor.edit('name', 'Ann');
    const saved = editor.save();
    await settled();
    expect(editor.state.kind).to.equal('saving');
    connect.answer();
    expect(await saved).to.equal(true);
    expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { name: 'Ann' } }]);
  });

  it('begun while connecting waits for the choice where the profile brings a conflict', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Old' } });
    editor.edit('name', 'Ann');
    const saved = editor.save();
    connect.answer();
    expect(await saved).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    expect(editor.conflicts.length).to.equal(1);
  });

  it('begun while connecting sends nothing where the profile already has the value', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Old' } });
    editor.edit('name', 'Alice');
    const saved = editor.save();
    connect.answer();
    expect(await saved).to.equal(true);
    expect(backend.saves).to.deep.equal([]);
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('fails where the connection it waits for fails', async () => {
    const { backend, host, editor, configure } = createScene();
    const connect = backend.hold('connect');
    host.attach();
    await configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Alice' } });
    editor.edit('name', 'Ann');
    const saved = editor.save();
    await settled();
    connect.fail(new ProfileError('sdk-unavailable'));
    expect(await saved).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', phase: 'save', stored: 'no' });
    expect(editor.error?.code).to.equal('sdk-unavailable');
    await editor.retry();
    expect(backend.user('alice').name).to.equal('Ann');
  });

  describe('of somebody whom the page takes away', () => {
    const bob = { uid: 'bob', name: 'Bob' };

    const saveForAlice = async (scene: ReturnType<typeof createScene>): Promise<void> => {
      scene.host.attach();
      await scene.configure({ ...aliceLogin, initialProfile: { uid: 'alice', name: 'Alice' } });
      scene.editor.edit('name', 'Ann');
      void scene.editor.save();
      await settled();
    };

    it('is not shown to the next while it waits', async () => {
      const scene = createScene();
      const retryAt = scene.clock.now() + 5_000;
      scene.backend.setFault('connect', { error: new ProfileError('rate-limited', { retryAt }) });
      await saveForAlice(scene);
      expect(scene.editor.state).to.deep.include({ kind: 'saving' });
      await scene.configure({ initialProfile: bob });
      expect(scene.editor.draft.name).to.equal('Bob');
      expect(scene.editor.state).to.include({ kind: 'failed', phase: 'connect' });
      scene.backend.clearFaults();
      await scene.configure({ authToken: 'token-bob' });
      expect(scene.editor.state).to.deep.equal({ kind: 'ready' });
      expect(scene.backend.saves).to.deep.equal([]);
    });

    it('is not said to the next to have failed', async () => {
      const scene = createScene();
      const connect = scene.backend.hold('connect');
      await saveForAlice(scene);
      connect.fail(new ProfileError('sdk-unavailable'));
      await settled();
      expect(scene.editor.state).to.include({ kind: 'failed', phase: 'save' });
      await scene.configure({ initialProfile: bob });
      expect(scene.editor.state).to.include({ kind: 'failed', phase: 'connect' });
    });
  });

  it('says that nothing is set up where that is so', async () => {
    const { host, editor, configure } = createScene();
    host.attach();
    await configure({ initialProfile: { name: 'Alice' } });
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(editor.error?.code).to.equal('invalid-config');
  });

  it('of which an editor learns that it failed when it is removed already leaves it idle', async () => {
    const { backend, host, editor } = await createReadyScene();
    backend.setFault('save', { error: new ProfileError('network') });
    const read = backend.hold('read');
    editor.edit('name', 'Ann');
    const saved = editor.save();
    await read.arrived;
    host.detach();
    await settled();
    read.answer();
    expect(await saved).to.equal(false);
    expect(editor.state.kind).to.equal('idle');
    expect(host.last('profile-error').error.code).to.equal('network');
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('never has two requests under way, removed and put back or not', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'First');
    const held = backend.hold('save');
    const first = editor.save();
    await held.arrived;
    host.detach();
    await settled();
    host.attach();
    await settled();
    editor.edit('name', 'Second');
    const second = editor.save();
    await settled();
    expect(backend.savesInFlight).to.equal(1);
    held.answer();
    await Promise.all([first, second]);
    expect(backend.mostSavesInFlight).to.equal(1);
    expect(backend.saves.map(({ changes }) => changes.name)).to.deep.equal(['First', 'Second']);
    expect(editor.profile?.name).to.equal('Second');
  });

  it('takes over an answer that comes after the removal', async () => {
    const scene = await createReadyScene();
    const { host, editor } = scene;
    const { held, saved } = await holdSave(scene, 'Ann');
    host.detach();
    await settled();
    held.answer();
    expect(await saved).to.equal(true);
    expect(editor.state.kind).to.equal('idle');
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('can be discarded no more once it has gone out, even after the removal', async () => {
    const scene = await createReadyScene();
    const { host, editor } = scene;
    const { held, saved } = await holdSave(scene, 'Ann');
    host.detach();
    await settled();
    editor.reset();
    held.answer();
    expect(await saved).to.equal(true);
    expect(editor.draft.name).to.equal('Ann');
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('sends nothing after a removal', async () => {
    const { backend, host, editor } = await createReadyScene();
    const agreed = createDeferred();
    host.addEventListener('profile-save', (event) => {
      event.waitUntil(agreed.promise);
    });
    editor.edit('name', 'Ann');
    const saved = editor.save();
    host.detach();
    await settled();
    agreed.resolve();
    expect(await saved).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    expect(editor.state.kind).to.equal('idle');
  });

  describe('a photo', () => {
    it('has to load as an image', async () => {
      const { backend, brokenPhotos, editor } = await createReadyScene();
      brokenPhotos.add(photo);
      editor.edit('avatar', photo);
      expect(await editor.save()).to.equal(false);
      expect(editor.problems).to.deep.equal({ avatar: { code: 'photoNotImage' } });
      expect(editor.state.kind).to.equal('ready');
      expect(backend.saves).to.deep.equal([]);
    });

    it('that did not load is tried again with the next save', async () => {
      const { backend, brokenPhotos, editor } = await createReadyScene();
      brokenPhotos.add(photo);
      editor.edit('avatar', photo);
      expect(await editor.save()).to.equal(false);
      brokenPhotos.clear();
      expect(await editor.save()).to.equal(true);
      expect(backend.user('alice').avatar).to.equal(photo);
    });

    it('has to load after a wait for the network, too', async () => {
      const scene = await createReadyScene();
      const { backend, brokenPhotos, editor } = scene;
      brokenPhotos.add(photo);
      loseNetwork(scene);
      editor.edit('avatar', photo);
      const saved = editor.save();
      await settled();
      expect(editor.state).to.deep.equal({ kind: 'saving', wait: { for: 'online' } });
      findNetwork(scene);
      expect(await saved).to.equal(false);
      expect(editor.problems).to.deep.equal({ avatar: { code: 'photoNotImage' } });
      expect(backend.saves).to.deep.equal([]);
    });

    it('is tried when its field is left', async () => {
      const { brokenPhotos, editor } = await createReadyScene();
      brokenPhotos.add(photo);
      editor.edit('avatar', photo);
      editor.touch('avatar');
      await settled();
      expect(editor.problems).to.deep.equal({ avatar: { code: 'photoNotImage' } });
      brokenPhotos.clear();
      editor.touch('avatar');
      await settled();
      expect(editor.problems).to.deep.equal({});
      editor.edit('avatar', 'javascript:alert(1)');
      editor.touch('avatar');
      await settled();
      expect(editor.problems).to.deep.equal({ avatar: { code: 'photoNotHttps' } });
    });
  });

  it('fails as usual whatever the page rejects with', async () => {
    const throwing = (): never => {
      throw new Error('A page that plays tricks');
    };
    const hostile = new Proxy({}, { get: throwing, has: throwing, getPrototypeOf: throwing });
    for (const reason of [hostile, { name: 'ProfileError', message: {} }, undefined, 5, null]) {
      const { host, editor } = await createReadyScene();
      host.addEventListener('profile-save', (event) => event.waitUntil(Promise.reject(reason)));
      editor.edit('name', 'Ann');
      expect(await editor.save()).to.equal(false);
      expect(editor.error?.code).to.equal('vetoed');
      expect(editor.error?.hostMessage).to.equal(undefined);
    }
  });

  describe('offline', () => {
    const lose = async () => {
      const scene = await createReadyScene();
      loseNetwork(scene);
      scene.editor.edit('name', 'Ann');
      const saved = scene.editor.save();
      await settled();
      expect(scene.editor.state).to.deep.equal({ kind: 'saving', wait: { for: 'online' } });
      expect(scene.backend.saves.length).to.equal(1);
      return { ...scene, scene, saved };
    };

    it('waits visibly, and goes out on return', async () => {
      const { backend, scene, saved } = await lose();
      findNetwork(scene);
      expect(await saved).to.equal(true);
      expect(backend.saves.length).to.equal(2);
      expect(backend.user('alice').name).to.equal('Ann');
    });

    it('can be cancelled, with the edits kept', async () => {
      const { backend, editor, scene, saved } = await lose();
      editor.cancelSave();
      expect(await saved).to.equal(false);
      expect(editor.state).to.deep.equal({ kind: 'ready' });
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
      findNetwork(scene);
      await settled();
      expect(backend.saves.length).to.equal(1);
    });

    it('can be discarded', async () => {
      const { backend, editor, saved } = await lose();
      editor.reset();
      expect(await saved).to.equal(false);
      expect(editor.hasUnsavedChanges).to.equal(false);
      expect(backend.saves.length).to.equal(1);
    });

    it('ends with the removal', async () => {
      const { host, editor, saved } = await lose();
      host.detach();
      expect(await saved).to.equal(false);
      expect(editor.state.kind).to.equal('idle');
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
    });

    it('goes out at once where only the browser believes so', async () => {
      const scene = await createReadyScene();
      scene.isOnline = false;
      scene.editor.edit('name', 'Ann');
      expect(await scene.editor.save()).to.equal(true);
      expect(scene.backend.saves.length).to.equal(1);
    });

    it('as the browser believes, a photo that does not load is still refused', async () => {
      const scene = await createReadyScene();
      scene.isOnline = false;
      scene.brokenPhotos.add(photo);
      scene.editor.edit('avatar', photo);
      expect(await scene.editor.save()).to.equal(false);
      expect(scene.editor.problems).to.deep.equal({ avatar: { code: 'photoNotImage' } });
    });

    it('tries again on return where the network was what failed', async () => {
      const { backend, editor } = await createReadyScene();
      backend.setFault('save', { error: new ProfileError('network') });
      editor.edit('name', 'Ann');
      expect(await editor.save()).to.equal(false);
      backend.clearFaults();
      dispatchEvent(new Event('online'));
      await settled();
      expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'saved' });
    });
  });

  describe('that failed', () => {
    const createFailedScene = async (code: 'network' | 'permission-denied' | 'timeout') => {
      const scene = await createReadyScene();
      scene.backend.setFault('save', { error: new ProfileError(code) });
      scene.editor.edit('name', 'Ann');
      expect(await scene.editor.save()).to.equal(false);
      scene.backend.clearFaults();
      return scene;
    };

    it('takes nothing that was typed since with it on return', async () => {
      const { backend, editor } = await createFailedScene('network');
      const { length } = backend.saves;
      editor.edit('name', 'Ann half-ty');
      dispatchEvent(new Event('online'));
      await settled();
      expect(backend.saves.length).to.equal(length);
      expect(editor.changes).to.deep.equal({ name: 'Ann half-ty' });
      expect(editor.error?.code).to.equal('network');
    });

    it('goes on saying so after a look at the server', async () => {
      const { backend, editor } = await createFailedScene('permission-denied');
      backend.emit({ type: 'changed-elsewhere' });
      await settled();
      expect(editor.error?.code).to.equal('permission-denied');
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
    });

    it('says that it is saved where a look at the server finds it', async () => {
      const { backend, editor } = await createFailedScene('timeout');
      expect(editor.state).to.include({ kind: 'failed', stored: 'unknown' });
      backend.patch('alice', { name: 'Ann' });
      backend.emit({ type: 'changed-elsewhere' });
      await settled();
      expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'saved' });
      expect(editor.hasUnsavedChanges).to.equal(false);
    });

    it('is no news any more once nothing is left to save', async () => {
      const { editor } = await createFailedScene('permission-denied');
      editor.edit('name', 'Anna');
      expect(editor.error?.code).to.equal('permission-denied');
      editor.edit('name', 'Alice');
      expect(editor.state).to.deep.equal({ kind: 'ready' });
    });
  });

  it('is told of every change that the user makes', async () => {
    const { backend, host, editor } = await createReadyScene();
    const picked = { blob: new Blob(), fileName: 'avatar.png', preview: 'blob:one' };
    editor.pickPhoto(picked);
    editor.reset();
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    host.takeEventNames();
    editor.resolveConflict('name', 'theirs');
    expect(host.last('profile-change').changes).to.deep.equal({});
    expect(host.takeEventNames()).to.deep.equal(['profile-change']);
    editor.pickPhoto(picked);
    editor.reset();
    expect(host.takeEventNames()).to.deep.equal(['profile-change', 'profile-change']);
  });

  describe('too many requests', () => {
    const limited = (until: number): ProfileError =>
      new ProfileError('rate-limited', { retryAt: until });

    it('waits until the time that it names', async () => {
      const { backend, clock, editor } = await createReadyScene();
      const until = clock.now() + 5_000;
      backend.setFault('save', { error: limited(until) });
      editor.edit('name', 'Ann');
      const saved = editor.save();
      await settled();
      expect(editor.state).to.deep.equal({ kind: 'saving', wait: { for: 'rate-limit', until } });
      dispatchEvent(new Event('online'));
      await settled();
      expect(backend.saves.length).to.equal(1);
      backend.clearFaults();
      clock.advance(5_000);
      expect(await saved).to.equal(true);
      expect(backend.saves.length).to.equal(2);
    });

    it('can be cancelled', async () => {
      const { backend, clock, editor } = await createReadyScene();
      backend.setFault('save', { error: limited(clock.now() + 5_000) });
      editor.edit('name', 'Ann');
      const saved = editor.save();
      await settled();
      editor.cancelSave();
      expect(await saved).to.equal(false);
      expect(editor.state.kind).to.equal('ready');
      clock.advance(60_000);
      await settled();
      expect(backend.saves.length).to.equal(1);
    });

    it('gives up in the end', async () => {
      const { backend, clock, editor } = await createReadyScene();
      backend.setFault('save', { error: limited(clock.now() + 1_000) });
      editor.edit('name', 'Ann');
      const saved = editor.save();
      for (let pause = 0; pause < 3; pause += 1) {
        await settled();
        clock.advance(1_000);
      }
      expect(await saved).to.equal(false);
      expect(editor.error?.code).to.equal('rate-limited');
      expect(backend.saves.length).to.equal(4);
    });
  });

  describe('locked fields', () => {
    it('are never sent', async () => {
      const { backend, editor } = await createReadyScene({
        hiddenFields: 'avatar',
        readonlyFields: 'name',
      });
      editor.edit('name', 'Ann');
      editor.edit('avatar', photo);
      editor.edit('statusMessage', 'Away');
      expect(await editor.save()).to.equal(true);
      expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { statusMessage: 'Away' } }]);
      expect(editor.draft).to.deep.equal({ name: 'Alice', avatar: '', statusMessage: 'Away' });
    });
  });
});
