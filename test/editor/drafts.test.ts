import { expect } from '@open-wc/testing';
import { draftStore } from '../../src/editor/draft-store.js';
import { emptyValues } from '../../src/profile.js';
import { settled } from '../support/deferred.js';
import { aliceLogin, createReadyScene, createScene, endScenes } from './support.js';

const stored = (uid = 'alice', appId = 'app'): string | null =>
  sessionStorage.getItem(`cometchat-profile-editor:draft:${appId}:${uid}`);

describe('a draft', () => {
  afterEach(endScenes);

  it('survives a reload of the page, and says so', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    const { editor } = await scene.revisit();
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
    expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'restored' });
    editor.edit('name', 'Anna');
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('survives a crash once typing has paused', async () => {
    const { clock, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    expect(stored()).to.equal(null);
    clock.advance(300);
    expect(stored()).to.include('Ann');
    expect(clock.pending).to.equal(0);
  });

  it('is stored at once when the page is left', async () => {
    const { editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    dispatchEvent(new Event('pagehide'));
    expect(stored()).to.include('Ann');
  });

  it('holds no token', async () => {
    const { clock, editor } = await createReadyScene();
    editor.edit('name', 'Ann');
    clock.advance(300);
    expect(JSON.stringify({ ...sessionStorage })).not.to.include('token');
  });

  it('is gone after a save', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    scene.clock.advance(300);
    await scene.editor.save();
    expect(stored()).to.equal(null);
    const { editor } = await scene.revisit();
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('is gone after Discard', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    scene.clock.advance(300);
    scene.editor.reset();
    expect(stored()).to.equal(null);
    expect(scene.editor.draft.name).to.equal('Alice');
  });

  it('is not kept where the page says so', async () => {
    const scene = await createReadyScene({ noDraft: true });
    scene.editor.edit('name', 'Ann');
    scene.clock.advance(300);
    dispatchEvent(new Event('pagehide'));
    const { editor } = await scene.revisit();
    expect(stored()).to.equal(null);
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('goes where the page takes its leave back', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    scene.clock.advance(300);
    expect(stored()).to.include('Ann');
    await scene.configure({ noDraft: true });
    scene.editor.edit('name', 'Anna');
    scene.clock.advance(300);
    expect(stored()).to.equal(null);
  });

  it('is left alone by another editor of the page', async () => {
    const scene = await createReadyScene();
    const other = createScene(scene.backend);
    other.host.attach();
    await other.configure(aliceLogin);
    scene.editor.edit('name', 'Ann');
    scene.clock.advance(300);
    other.clock.advance(300);
    dispatchEvent(new Event('pagehide'));
    expect(stored()).to.include('Ann');
  });

  it('meets a change made elsewhere as a conflict', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    scene.editor.edit('statusMessage', 'Away');
    await scene.end();
    scene.backend.patch('alice', { name: 'Alicia' });
    const { editor } = await scene.revisit();
    expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Ann', theirs: 'Alicia' }]);
    expect(editor.changes).to.deep.equal({ name: 'Ann', statusMessage: 'Away' });
  });

  it('that the server has meanwhile is no draft any more', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Ann');
    await scene.end();
    scene.backend.patch('alice', { name: 'Ann' });
    const { editor } = await scene.revisit();
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('gives way to what was typed before it came back', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'Stored');
    scene.editor.edit('statusMessage', 'Stored');
    await scene.end();
    const { backend } = scene;
    const read = backend.hold('read');
    await scene.configure({ initialProfile: { uid: 'alice', name: 'Alice' } });
    const { editor } = await scene.revisit();
    editor.edit('name', 'Typed');
    read.answer();
    await settled();
    expect(editor.changes).to.deep.equal({ name: 'Typed', statusMessage: 'Stored' });
  });

  it('is not overwritten by what is typed before it came back', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('statusMessage', 'Stored');
    await scene.end();
    scene.backend.hold('read');
    const next = await scene.revisit();
    next.editor.edit('name', 'Typed');
    next.clock.advance(300);
    expect(next.editor.changes).to.deep.equal({ name: 'Typed', statusMessage: 'Stored' });
    await next.end();
    const last = await next.revisit();
    expect(last.editor.changes).to.deep.equal({ name: 'Typed', statusMessage: 'Stored' });
    expect(last.editor.state).to.deep.equal({ kind: 'ready', notice: 'restored' });
  });

  it('comes back with the profile, not when something else is discarded before', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('statusMessage', 'Stored');
    await scene.end();
    const read = scene.backend.hold('read');
    const { editor } = await scene.revisit();
    editor.edit('name', 'Typed');
    editor.reset();
    expect(editor.hasUnsavedChanges).to.equal(false);
    read.answer();
    await settled();
    expect(editor.changes).to.deep.equal({ statusMessage: 'Stored' });
    expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'restored' });
  });

  it('stays in the form where storage is blocked', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage') ?? {};
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      expect(draftStore.load('app', 'alice')).to.equal(undefined);
      const scene = await createReadyScene();
      scene.editor.edit('name', 'Ann');
      scene.clock.advance(300);
      expect(scene.editor.changes).to.deep.equal({ name: 'Ann' });
      expect(await scene.editor.save()).to.equal(true);
    } finally {
      Object.defineProperty(window, 'sessionStorage', original);
    }
  });

  it('that makes no sense is ignored', async () => {
    for (const text of ['{', 'null', '7', '{}', '{"base":{},"draft":null}', '[]']) {
      sessionStorage.setItem('cometchat-profile-editor:draft:app:alice', text);
      expect(draftStore.load('app', 'alice'), text).to.equal(undefined);
    }
    sessionStorage.setItem(
      'cometchat-profile-editor:draft:app:alice',
      JSON.stringify({
        base: { name: 'Alice', statusMessage: 'Here' },
        draft: { name: 7, statusMessage: 'Here' },
      }),
    );
    const { editor } = await createReadyScene();
    expect(editor.draft.name).to.equal('Alice');
    expect(editor.hasUnsavedChanges).to.equal(false);
  });

  it('takes little room, and a text pasted by mistake takes no other along', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', 'x'.repeat(4_400_000));
    scene.clock.advance(300);
    expect(stored()).to.equal(null);
    scene.editor.edit('statusMessage', 'Away');
    scene.clock.advance(300);
    expect(stored()?.length).to.be.below(500);
    const { editor } = await scene.revisit();
    expect(editor.changes).to.deep.equal({ statusMessage: 'Away' });
  });

  it('is measured as it is stored', async () => {
    const scene = await createReadyScene();
    scene.editor.edit('name', '\u0001'.repeat(6_000));
    scene.clock.advance(300);
    expect(stored()).to.equal(null);
  });

  it('that somebody else made too long is not read', () => {
    const text = JSON.stringify({
      base: emptyValues,
      draft: { ...emptyValues, name: 'x'.repeat(30_000) },
    });
    sessionStorage.setItem('cometchat-profile-editor:draft:app:alice', text);
    expect(draftStore.load('app', 'alice')).to.equal(undefined);
  });

  it('belongs to one user of one app', () => {
    const edits = { base: emptyValues, draft: { ...emptyValues, name: 'Ann' } };
    draftStore.save('app', 'alice', edits);
    expect(draftStore.load('app', 'alice')).to.deep.equal(edits);
    expect(draftStore.load('app', 'bob')).to.equal(undefined);
    expect(draftStore.load('other', 'alice')).to.equal(undefined);
    draftStore.save('app', 'alice', undefined);
    expect(stored()).to.equal(null);
  });
});
