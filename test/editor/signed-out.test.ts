import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { createReadyScene, endScenes } from './support.js';

const nothing = { name: '', avatar: '', statusMessage: '' };

describe('a user who is signed out', () => {
  afterEach(endScenes);

  for (const reason of ['logged-out', 'other-user'] as const) {
    it(`is forgotten, but for what was typed: ${reason}`, async () => {
      const { backend, editor } = await createReadyScene();
      editor.edit('name', 'Ann');
      backend.emit({ type: 'ended', reason });
      expect(editor.profile).to.equal(undefined);
      expect(editor.draft).to.deep.equal({ ...nothing, name: 'Ann' });
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
      expect(editor.unknownFields).to.deep.equal(['avatar', 'statusMessage']);
      expect(editor.hasValues).to.equal(true);
    });
  }

  it('leaves nothing to show where nothing was typed', async () => {
    const { backend, editor } = await createReadyScene();
    backend.emit({ type: 'ended', reason: 'logged-out' });
    expect(editor.draft).to.deep.equal(nothing);
    expect(editor.hasValues).to.equal(false);
    expect(await editor.save()).to.equal(true);
    expect(backend.saves).to.deep.equal([]);
  });

  it('finds the edits again, and no conflict where there is none', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.emit({ type: 'ended', reason: 'logged-out' });
    await editor.retry();
    expect(editor.state.kind).to.equal('ready');
    expect(editor.conflicts).to.deep.equal([]);
    expect(editor.unknownFields).to.deep.equal([]);
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    expect(editor.draft.statusMessage).to.equal(backend.user('alice').statusMessage);
    editor.reset();
    expect(editor.draft.name).to.equal(backend.user('alice').name);
  });

  it('is asked where the same field was changed elsewhere meanwhile', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.emit({ type: 'ended', reason: 'logged-out' });
    backend.patch('alice', { name: 'Alicia' });
    await editor.retry();
    expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Ann', theirs: 'Alicia' }]);
  });

  it('does not come back with what is discarded', async () => {
    const { backend, editor } = await createReadyScene();
    for (const field of ['name', 'avatar', 'statusMessage'] as const) {
      editor.edit(field, 'https://photos.example/x.png');
    }
    backend.emit({ type: 'ended', reason: 'logged-out' });
    editor.reset();
    expect(editor.draft).to.deep.equal(nothing);
    expect(editor.hasValues).to.equal(false);
  });

  it('stays forgotten when the answer of a save comes afterwards', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    const held = backend.hold('save');
    const saved = editor.save();
    await held.arrived;
    backend.emit({ type: 'ended', reason: 'logged-out' });
    held.answer();
    await saved;
    expect(editor.profile).to.equal(undefined);
    expect(editor.draft.statusMessage).to.equal('');
  });

  for (const code of ['no-token', 'session-conflict'] as const) {
    it(`is forgotten where connecting finds nobody, or somebody else: ${code}`, async () => {
      const { backend, editor, configure } = await createReadyScene();
      editor.edit('name', 'Ann');
      backend.setFault('connect', { error: new ProfileError(code) });
      await configure({ authToken: 'another' });
      expect(editor.state).to.include({ kind: 'failed' });
      expect(editor.profile).to.equal(undefined);
      expect(editor.draft).to.deep.equal({ ...nothing, name: 'Ann' });
    });
  }

  it('is not forgotten where a save found no token, and the session is there', async () => {
    const { backend, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.setFault('save', { error: new ProfileError('no-token') });
    expect(await editor.save()).to.equal(false);
    expect(editor.profile?.uid).to.equal('alice');
    editor.reset();
    expect(editor.state.kind).to.equal('ready');
    expect(editor.draft.statusMessage).to.equal(backend.user('alice').statusMessage);
  });

  it('is not forgotten while a login has only expired, or the network is gone', async () => {
    const { backend, editor } = await createReadyScene();
    backend.emit({ type: 'ended', reason: 'expired' });
    expect(editor.profile?.name).to.equal(backend.user('alice').name);
    backend.setFault('connect', { error: new ProfileError('network') });
    await editor.retry();
    expect(editor.draft.name).to.equal(backend.user('alice').name);
  });
});
