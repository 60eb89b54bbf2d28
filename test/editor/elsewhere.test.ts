import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { settled } from '../support/deferred.js';
import { createReadyScene, endScenes, type Scene } from './support.js';

/** Lets the page come back into view. */
function show(): void {
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

describe('a change made elsewhere', () => {
  afterEach(endScenes);

  const ways: readonly (readonly [string, (scene: Scene) => void])[] = [
    ['told by another tab', ({ backend }) => backend.emit({ type: 'changed-elsewhere' })],
    [
      'saved by another editor of the page',
      ({ backend }) => backend.emit({ type: 'saved', profile: backend.user('alice') }),
    ],
    ['found by a reload', ({ editor }) => void editor.reload()],
    [
      'found on the return to the page',
      ({ clock }) => {
        clock.advance(30_001);
        show();
      },
    ],
  ];
  for (const [way, happen] of ways) {
    it(`${way} is taken over where nothing was edited`, async () => {
      const scene = await createReadyScene();
      const { backend, host, editor } = scene;
      backend.patch('alice', { name: 'Alicia', statusMessage: 'Away' });
      editor.edit('statusMessage', 'Mine');
      host.takeEventNames();
      happen(scene);
      await settled();
      expect(editor.draft).to.include({ name: 'Alicia', statusMessage: 'Mine' });
      expect(editor.conflicts).to.deep.equal([
        { field: 'statusMessage', mine: 'Mine', theirs: 'Away' },
      ]);
      expect(host.takeEventNames()).to.deep.equal(['profile-conflict', 'profile-loaded']);
      expect(editor.state).to.deep.equal({ kind: 'ready' });
    });
  }

  it('is not looked for on a return within half a minute', async () => {
    const { backend } = await createReadyScene();
    show();
    await settled();
    expect(backend.calls).to.deep.equal(['connect', 'read']);
  });

  it('holds a save until the user has chosen: mine', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    expect(await editor.save()).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    editor.resolveConflict('name', 'mine');
    expect(editor.conflicts).to.deep.equal([]);
    expect(await editor.save()).to.equal(true);
    expect(backend.user('alice').name).to.equal('Ann');
  });

  it('holds a save until the user has chosen: theirs', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    editor.resolveConflict('name', 'theirs');
    expect(editor.draft.name).to.equal('Alicia');
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('may be settled by the page', async () => {
    const { backend, host, editor } = await createReadyScene();
    host.addEventListener('profile-conflict', (event) => event.preventDefault());
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    expect(editor.conflicts).to.deep.equal([]);
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('follows what is typed, and ends where that is the same', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    editor.edit('name', 'Alici');
    expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Alici', theirs: 'Alicia' }]);
    editor.edit('name', ' Alicia ');
    expect(editor.conflicts).to.deep.equal([]);
  });

  it('that is followed by another shows the last', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    editor.edit('statusMessage', 'Away');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    backend.patch('alice', { name: 'Alina' });
    await editor.reload();
    backend.patch('alice', { statusMessage: 'Busy' });
    await editor.reload();
    expect(editor.conflicts).to.deep.equal([
      { field: 'name', mine: 'Ann', theirs: 'Alina' },
      { field: 'statusMessage', mine: 'Away', theirs: 'Busy' },
    ]);
    expect(host.last('profile-conflict').field).to.equal('statusMessage');
  });

  it('ends with Discard', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    editor.reset();
    expect(editor.conflicts).to.deep.equal([]);
    expect(editor.draft.name).to.equal('Alicia');
  });

  it('is none where it only looks different', async () => {
    const { backend, host, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: ' Ann ' });
    await editor.reload();
    expect(editor.conflicts).to.deep.equal([]);
    expect(host.takeEventNames()).not.to.include('profile-conflict');
  });

  it('in a locked field is taken over silently', async () => {
    const { backend, host, editor } = await createReadyScene({ readonlyFields: 'name' });
    editor.edit('name', 'Ann');
    backend.patch('alice', { name: 'Alicia' });
    await editor.reload();
    expect(editor.conflicts).to.deep.equal([]);
    expect(editor.draft.name).to.equal('Alicia');
    expect(host.takeEventNames()).not.to.include('profile-conflict');
  });

  it('is not looked for during a save, and what was read before one is dropped', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    const read = backend.hold('read');
    const reloaded = editor.reload();
    await read.arrived;
    const save = backend.hold('save');
    const saved = editor.save();
    await save.arrived;
    await editor.reload();
    backend.emit({ type: 'changed-elsewhere' });
    expect(backend.calls).to.deep.equal(['connect', 'read', 'read', 'save']);
    save.answer();
    expect(await saved).to.equal(true);
    read.answer();
    await reloaded;
    expect(editor.profile?.name).to.equal('Ann');
  });

  it('that cannot be read is no failure where nobody asked for it', async () => {
    const { backend, editor } = await createReadyScene();
    backend.setFault('read', { error: new ProfileError('network') });
    backend.emit({ type: 'changed-elsewhere' });
    await settled();
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });
});

describe('leaving the page', () => {
  afterEach(endScenes);

  const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('asks while there are edits, and only then', async () => {
    const { host, editor } = await createReadyScene();
    expect(asks()).to.equal(false);
    editor.edit('name', 'Ann');
    expect(asks()).to.equal(true);
    editor.edit('name', 'Alice');
    expect(asks()).to.equal(false);
    editor.edit('name', 'Ann');
    await editor.save();
    expect(asks()).to.equal(false);
    editor.edit('name', 'Alice');
    editor.reset();
    expect(asks()).to.equal(false);
    editor.edit('name', 'Alice');
    host.detach();
    await settled();
    expect(asks()).to.equal(false);
    host.attach();
    expect(asks()).to.equal(true);
  });

  it('keeps the edits when it only goes out of view', async () => {
    const { editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    try {
      show();
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
    expect(sessionStorage.getItem('cometchat-profile-editor:draft:app:alice')).to.include('Ann');
  });
});
