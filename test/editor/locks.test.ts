import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import type { PickedPhoto } from '../../src/editor/draft-types.js';
import { settled } from '../support/deferred.js';
import { createReadyScene, endScenes, findNetwork, loseNetwork } from './support.js';

const picked: PickedPhoto = {
  blob: new Blob(['photo']),
  fileName: 'avatar.webp',
  preview: 'blob:picked',
};
const photo = (name: string): string => `https://photos.example/${name}.png`;

describe('a field that is locked by now', () => {
  afterEach(endScenes);

  it('shows what is stored, and what was typed once it is open again', async () => {
    const { editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ readonlyFields: 'name' });
    expect(editor.draft.name).to.equal('Alice');
    expect(editor.hasUnsavedChanges).to.equal(false);
    await configure({ readonlyFields: '' });
    expect(editor.draft.name).to.equal('Ann');
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('keeps what was typed over a reading', async () => {
    const { editor, backend, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ readonlyFields: 'name' });
    backend.patch('alice', { statusMessage: 'Away' });
    await editor.reload();
    expect(editor.draft).to.include({ name: 'Alice', statusMessage: 'Away' });
    await configure({ readonlyFields: '' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('asks once it is open again where it was changed elsewhere meanwhile', async () => {
    const { editor, backend, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ hiddenFields: 'name' });
    backend.patch('alice', { name: 'Alice B.' });
    await editor.reload();
    expect(editor.conflicts).to.deep.equal([]);
    await configure({ hiddenFields: '' });
    const conflict = { field: 'name', mine: 'Ann', theirs: 'Alice B.' };
    expect(editor.conflicts).to.deep.equal([conflict]);
    expect(await editor.save()).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
  });

  it('keeps what was typed for another visit', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    scene.clock.advance(1_000);
    await scene.configure({ readonlyFields: 'name' });
    scene.clock.advance(1_000);
    const next = await scene.revisit();
    expect(next.editor.draft.name).to.equal('Alice');
    await next.configure({ readonlyFields: '' });
    expect(next.editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('keeps what was typed, and shows nothing of the person, while they are signed out', async () => {
    const { editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ readonlyFields: 'name' });
    await configure({ authToken: '' });
    expect(editor.draft).to.deep.equal({ avatar: '', name: '', statusMessage: '' });
    expect(editor.unknownFields).to.include('name');
    await configure({ authToken: 'token-alice', readonlyFields: '' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('keeps what was typed to its app while they are signed out', async () => {
    const { editor, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await configure({ authToken: '' });
    await configure({ readonlyFields: 'name' });
    await editor.reload();
    await configure({ appId: 'other', readonlyFields: '' });
    expect(editor.changes).to.deep.equal({});
    await configure({ appId: 'app', authToken: 'token-alice' });
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('is not offered to be put back', async () => {
    const { editor, backend, configure } = await createReadyScene();
    editor.edit('name', 'Ann');
    await editor.save();
    expect(editor.canUndo).to.equal(true);
    await configure({ readonlyFields: 'name' });
    expect(editor.canUndo).to.equal(false);
    expect(await editor.undo()).to.equal(false);
    expect(backend.saves.length).to.equal(1);
  });

  for (const list of ['Name', 'name,avatar', ' NAME ,', 'statusmessage name']) {
    it(`is locked by "${list}"`, async () => {
      const { editor } = await createReadyScene({ readonlyFields: list });
      editor.edit('name', 'Ann');
      expect(editor.changes).to.deep.equal({});
    });
  }

  it('is missed, but not without a word, where its name has a slip in it', async () => {
    const { host } = await createReadyScene({ readonlyFields: 'nmae', hiddenFields: 'photo' });
    const { error } = host.last('profile-error');
    expect(error.code).to.equal('invalid-config');
    expect(error.subject).to.deep.equal(['hidden-fields.photo', 'readonly-fields.nmae']);
  });
});

describe('a page that takes no address of a photo', () => {
  afterEach(endScenes);

  it('stores none that was typed or kept before', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('avatar', photo('mine'));
    scene.editor.edit('name', 'Ann');
    await scene.configure({ noPhotoUrl: true });
    expect(scene.editor.changes).to.deep.equal({ name: 'Ann' });
    await scene.configure({ noPhotoUrl: false });
    scene.editor.edit('avatar', photo('mine'));
    scene.clock.advance(1_000);
    const next = await scene.revisit();
    await next.configure({ noPhotoUrl: true });
    expect(next.editor.changes.avatar).to.equal(undefined);
  });

  it('lets a photo be removed, and the removal be taken back', async () => {
    const { editor, backend } = await createReadyScene({ noPhotoUrl: true });
    backend.patch('alice', { avatar: photo('stored') });
    await editor.reload();
    editor.edit('avatar', '');
    expect(await editor.save()).to.equal(true);
    expect(await editor.undo()).to.equal(true);
    expect(backend.user('alice').avatar).to.equal(photo('stored'));
  });
});

describe('a picked photo', () => {
  afterEach(endScenes);

  it('does not replace one that was changed elsewhere without a question', async () => {
    const { editor, host, backend } = await createReadyScene();
    editor.pickPhoto(picked);
    backend.patch('alice', { avatar: photo('elsewhere') });
    await editor.reload();
    const conflict = { field: 'avatar', mine: picked.preview, theirs: photo('elsewhere') };
    expect(editor.conflicts).to.deep.equal([conflict]);
    expect(host.last('profile-conflict')).to.include(conflict);
    expect(await editor.save()).to.equal(false);
    editor.resolveConflict('avatar', 'theirs');
    expect(editor.photo).to.equal(undefined);
    expect(editor.draft.avatar).to.equal(photo('elsewhere'));
    expect(editor.changes).to.deep.equal({});
  });

  it('stays where it is chosen', async () => {
    const { editor, backend } = await createReadyScene();
    editor.pickPhoto(picked);
    backend.patch('alice', { avatar: photo('elsewhere') });
    await editor.reload();
    editor.resolveConflict('avatar', 'mine');
    expect(editor.conflicts).to.deep.equal([]);
    expect(editor.changes).to.deep.equal({ avatar: picked.preview });
  });

  it('is sent nowhere once the page has taken the uploader away', async () => {
    const { editor, backend, configure } = await createReadyScene({ avatarUploadUrl: '/upload' });
    editor.pickPhoto(picked);
    await configure({ avatarUploadUrl: '' });
    expect(await editor.save()).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', phase: 'upload' });
    expect(editor.error?.code).to.equal('upload-failed');
    expect(editor.photo).to.equal(picked);
    expect(backend.saves).to.deep.equal([]);
  });
});

describe('a photo’s address that never loads, nor fails', () => {
  afterEach(endScenes);

  it('is waited for, and the wait can be called back', async () => {
    const scene = await createReadyScene();
    const { editor, backend, clock, hangingPhotos } = scene;
    hangingPhotos.add(photo('slow'));
    editor.edit('avatar', photo('slow'));
    const saved = editor.save();
    await settled();
    clock.advance(1_000);
    expect(editor.state).to.deep.equal({ kind: 'saving', wait: { for: 'photo' } });
    editor.cancelSave();
    expect(await saved).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    expect(editor.changes).to.deep.equal({ avatar: photo('slow') });
    expect(editor.state.kind).to.equal('ready');
  });
});

describe('a clock that is set back', () => {
  afterEach(endScenes);

  it('does not keep a login from being renewed', async () => {
    const { backend, editor, clock } = await createReadyScene({
      authToken: '',
      getAuthToken: async () => 'token-alice',
    });
    const expire = async (): Promise<void> => {
      backend.emit({ type: 'ended', reason: 'expired' });
      await settled();
      await settled();
    };
    await expire();
    expect(editor.state.kind).to.equal('ready');
    clock.advance(-3_000_000);
    await expire();
    expect(editor.state.kind).to.equal('ready');
  });

  it('does not keep a save from reading what is old', async () => {
    const { backend, editor, clock } = await createReadyScene();
    backend.patch('alice', { name: 'Alicia' });
    clock.advance(-3_000_000);
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(editor.conflicts.map(({ theirs }) => theirs)).to.deep.equal(['Alicia']);
  });
});

describe('a network that is back', () => {
  afterEach(endScenes);

  it('lets an editor connect whose files could not be fetched', async () => {
    const scene = await createReadyScene();
    loseNetwork(scene);
    scene.backend.setFault('connect', { error: new ProfileError('sdk-unavailable') });
    await scene.configure({ authToken: 'token-bob' });
    expect(scene.editor.error?.code).to.equal('sdk-unavailable');
    findNetwork(scene);
    await settled();
    await settled();
    expect(scene.editor.profile?.uid).to.equal('bob');
  });
});
