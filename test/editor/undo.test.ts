import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { settled } from '../support/deferred.js';
import { createReadyScene, endScenes, findNetwork, loseNetwork, type Scene } from './support.js';

/** An editor in which alice has saved another name and status message. */
async function createSavedScene(): Promise<Scene> {
  const scene = await createReadyScene();
  scene.editor.edit('name', 'Ann');
  scene.editor.edit('statusMessage', '');
  expect(await scene.editor.save()).to.equal(true);
  scene.host.takeEventNames();
  return scene;
}

const former = { name: 'Alice', statusMessage: 'Here' };

describe('undo', () => {
  afterEach(endScenes);

  it('puts back what the last save replaced, by one more save', async () => {
    const { backend, host, editor } = await createSavedScene();
    expect(editor.canUndo).to.equal(true);
    expect(await editor.undo()).to.equal(true);
    expect(backend.saves.at(-1)).to.deep.equal({ uid: 'alice', changes: former });
    expect(editor.profile).to.include(former);
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'saved' });
    expect(host.takeEventNames()).to.deep.equal([
      'profile-change',
      'profile-save',
      'profile-saved',
    ]);
  });

  it('takes an undo back, too', async () => {
    const { editor } = await createSavedScene();
    await editor.undo();
    expect(await editor.undo()).to.equal(true);
    expect(editor.profile).to.include({ name: 'Ann', statusMessage: '' });
  });

  it('has nothing to do before a save, nor after a save without changes', async () => {
    const { backend, editor } = await createReadyScene();
    expect([editor.canUndo, await editor.undo()]).to.deep.equal([false, false]);
    await editor.save();
    expect([editor.canUndo, await editor.undo()]).to.deep.equal([false, false]);
    expect(backend.saves).to.deep.equal([]);
  });

  it('is possible until the next edit', async () => {
    const { backend, editor } = await createSavedScene();
    editor.edit('name', 'Anna');
    expect(editor.canUndo).to.equal(false);
    editor.reset();
    expect([editor.canUndo, await editor.undo()]).to.deep.equal([false, false]);
    expect(backend.saves.length).to.equal(1);
  });

  it('leaves alone what was typed while the save was under way', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    const held = backend.hold('save');
    const saved = editor.save();
    await held.arrived;
    editor.edit('name', 'Anna');
    held.answer();
    await saved;
    expect([editor.canUndo, await editor.undo()]).to.deep.equal([false, false]);
    expect(editor.draft.name).to.equal('Anna');
  });

  it('is over once somebody else’s profile is shown', async () => {
    const { editor, configure } = await createSavedScene();
    await configure({ authToken: 'token-bob' });
    expect(editor.profile?.uid).to.equal('bob');
    expect([editor.canUndo, await editor.undo()]).to.deep.equal([false, false]);
    expect(editor.profile?.name).to.equal('Bob');
  });

  it('leaves alone what was changed elsewhere since', async () => {
    const { backend, editor } = await createSavedScene();
    backend.patch('alice', { name: 'Alice of another device' });
    await editor.reload();
    expect(await editor.undo()).to.equal(true);
    expect(backend.saves.at(-1)?.changes).to.deep.equal({ statusMessage: 'Here' });
    expect(editor.profile?.name).to.equal('Alice of another device');
  });

  it('leaves alone a field that may not be changed any more', async () => {
    const { backend, editor, configure } = await createSavedScene();
    await configure({ readonlyFields: 'name' });
    expect(await editor.undo()).to.equal(true);
    expect(backend.saves.at(-1)?.changes).to.deep.equal({ statusMessage: 'Here' });
    expect(editor.draft.name).to.equal('Ann');
  });

  it('keeps the former values as edits where it fails', async () => {
    const { backend, editor } = await createSavedScene();
    backend.setFault('save', { error: new ProfileError('rejected') });
    expect(await editor.undo()).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', phase: 'save' });
    expect(editor.changes).to.deep.equal(former);
    expect(editor.canUndo).to.equal(false);
    backend.clearFaults();
    await editor.retry();
    expect(editor.profile).to.include(former);
  });

  it('waits for the network like any save', async () => {
    const scene = await createSavedScene();
    const { editor } = scene;
    loseNetwork(scene);
    const undone = editor.undo();
    await settled();
    expect(editor.state).to.deep.equal({ kind: 'saving', wait: { for: 'online' } });
    findNetwork(scene);
    expect(await undone).to.equal(true);
    expect(editor.profile).to.include(former);
  });

  describe('that meets a change made elsewhere since the save', () => {
    /** Alice's name was changed elsewhere, a moment ago. */
    async function createContestedScene(): Promise<Scene> {
      const scene = await createSavedScene();
      scene.backend.patch('alice', { name: 'Alicia' });
      return scene;
    }

    it('writes over nothing, and asks', async () => {
      const { backend, host, editor } = await createContestedScene();
      expect(await editor.undo()).to.equal(false);
      expect(backend.saves.length).to.equal(1);
      expect(backend.user('alice').name).to.equal('Alicia');
      expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Alice', theirs: 'Alicia' }]);
      expect(host.last('profile-conflict')).to.include({ mine: 'Alice', theirs: 'Alicia' });
      expect(editor.state.kind).to.equal('ready');
    });

    it('puts back the rest where theirs is chosen', async () => {
      const { backend, editor } = await createContestedScene();
      await editor.undo();
      editor.resolveConflict('name', 'theirs');
      expect(await editor.save()).to.equal(true);
      expect(backend.saves.at(-1)?.changes).to.deep.equal({ statusMessage: 'Here' });
      expect(editor.profile).to.include({ name: 'Alicia', statusMessage: 'Here' });
    });

    it('puts all back where the former value is chosen', async () => {
      const { backend, editor } = await createContestedScene();
      await editor.undo();
      editor.resolveConflict('name', 'mine');
      expect(await editor.save()).to.equal(true);
      expect(backend.user('alice')).to.include(former);
    });

    it('while it waits for the network, asks before it goes out', async () => {
      const scene = await createSavedScene();
      const { backend, editor } = scene;
      loseNetwork(scene);
      const undone = editor.undo();
      await settled();
      backend.patch('alice', { name: 'Alicia' });
      scene.clock.advance(30_001);
      findNetwork(scene);
      expect(await undone).to.equal(false);
      expect(backend.user('alice').name).to.equal('Alicia');
      expect(editor.conflicts.map(({ field }) => field)).to.deep.equal(['name']);
    });
  });

  it('is believed where its answer got lost, but it went through', async () => {
    const { backend, host, editor } = await createSavedScene();
    const held = backend.hold('save');
    const undone = editor.undo();
    await held.arrived;
    held.fail(new ProfileError('network'), { isApplied: true });
    expect(await undone).to.equal(true);
    expect(editor.profile).to.include(former);
    expect(host.last('profile-saved').changes).to.deep.equal(former);
    expect(editor.canUndo).to.equal(true);
  });

  it('is not believed where the server kept what it had', async () => {
    const { backend, editor } = await createSavedScene();
    backend.setFault('save', { isIgnored: true });
    expect(await editor.undo()).to.equal(false);
    expect(editor.error?.code).to.equal('not-applied');
    expect(editor.profile).to.include({ name: 'Ann', statusMessage: '' });
    expect(editor.changes).to.deep.equal(former);
  });

  it('shows and writes nothing of a user who was signed out', async () => {
    const { backend, editor } = await createSavedScene();
    backend.emit({ type: 'ended', reason: 'logged-out' });
    backend.setFault('connect', { error: new ProfileError('no-token') });
    expect(editor.canUndo).to.equal(false);
    expect(await editor.undo()).to.equal(false);
    expect(backend.saves.length).to.equal(1);
    expect(editor.changes).to.deep.equal({});
  });

  it('may be stopped by the page, and leaves edits to discard', async () => {
    const { host, backend, editor } = await createSavedScene();
    host.addEventListener('profile-save', (event) => event.preventDefault(), { once: true });
    expect(await editor.undo()).to.equal(false);
    expect(backend.saves.length).to.equal(1);
    expect(editor.changes).to.deep.equal(former);
    editor.reset();
    expect(editor.draft.name).to.equal('Ann');
  });

  it('does not put back a photo that is gone', async () => {
    const { editor, backend, brokenPhotos } = await createReadyScene();
    const [first, second] = ['https://photos.example/1.png', 'https://photos.example/2.png'];
    backend.patch('alice', { avatar: first });
    await editor.reload();
    editor.edit('avatar', second);
    await editor.save();
    brokenPhotos.add(first);
    expect(await editor.undo()).to.equal(false);
    expect(editor.problems).to.deep.equal({ avatar: { code: 'photoNotImage' } });
    expect(editor.profile?.avatar).to.equal(second);
  });

  it('may be called from the event of the save itself', async () => {
    const { editor, host } = await createReadyScene();
    let undone: Promise<boolean> | undefined;
    host.addEventListener('profile-saved', () => (undone ??= editor.undo()));
    editor.edit('name', 'Ann');
    await editor.save();
    expect(await undone).to.equal(true);
    expect(editor.profile?.name).to.equal('Alice');
  });
});
