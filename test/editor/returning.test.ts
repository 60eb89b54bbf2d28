import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { settled } from '../support/deferred.js';
import { FakeBackend, makeUser } from '../support/fake-session.js';
import { aliceLogin, createScene, endScenes, type Scene } from './support.js';

/** What the tab knows of alice; the server has had another name for her since. */
const remembered = makeUser('alice', { name: 'Alice of old', statusMessage: 'Here' });

/** A scene in which alice is shown ahead of everything, and connecting takes its time. */
async function createReturningScene(): Promise<Scene & { connect(): Promise<void> }> {
  const scene = createScene(
    new FakeBackend(
      makeUser('alice', { name: 'Alice', statusMessage: 'Here' }),
      makeUser('bob', { name: 'Bob' }),
    ),
  );
  scene.backend.known = remembered;
  const held = scene.backend.hold('connect');
  scene.host.attach();
  await scene.configure(aliceLogin);
  const connect = async (): Promise<void> => {
    held.answer();
    await settled();
  };
  return Object.assign(scene, { connect });
}

const stored = (uid: string): string | null =>
  sessionStorage.getItem(`cometchat-profile-editor:draft:app:${uid}`);

describe('a returning visitor', () => {
  afterEach(endScenes);

  it('has a form to edit at once; the profile is still the server’s', async () => {
    const { editor, host, connect } = await createReturningScene();
    expect(editor.draft).to.include({ name: 'Alice of old', statusMessage: 'Here' });
    expect(editor.uid).to.equal('alice');
    expect(editor.profile).to.equal(undefined);
    expect(editor.state.kind).to.equal('connecting');
    expect(editor.hasUnsavedChanges).to.equal(false);
    expect(host.takeEventNames()).to.deep.equal([]);
    await connect();
    expect(editor.draft.name).to.equal('Alice');
    expect(editor.state).to.deep.equal({ kind: 'ready' });
    expect(host.takeEventNames()).to.deep.equal(['profile-loaded']);
  });

  it('keeps an edit that the server’s answer leaves alone', async () => {
    const { editor, host, connect } = await createReturningScene();
    editor.edit('statusMessage', 'Away');
    await connect();
    expect(editor.draft).to.deep.include({ name: 'Alice', statusMessage: 'Away' });
    expect(editor.conflicts).to.deep.equal([]);
    expect(host.takeEventNames()).to.deep.equal(['profile-change', 'profile-loaded']);
  });

  it('is asked where the server has another value for what was edited', async () => {
    const { editor, host, connect } = await createReturningScene();
    editor.edit('name', 'Ann');
    await connect();
    expect(editor.conflicts).to.deep.equal([{ field: 'name', mine: 'Ann', theirs: 'Alice' }]);
    expect(host.last('profile-conflict')).to.include({ mine: 'Ann', theirs: 'Alice' });
  });

  it('may save before the server has answered', async () => {
    const { backend, editor, connect } = await createReturningScene();
    editor.edit('statusMessage', 'Away');
    const saved = editor.save();
    await settled();
    expect(backend.saves).to.deep.equal([]);
    await connect();
    expect(await saved).to.equal(true);
    expect(backend.saves).to.deep.equal([{ uid: 'alice', changes: { statusMessage: 'Away' } }]);
  });

  it('gets kept edits back with the server’s answer', async () => {
    const first = createScene();
    first.host.attach();
    await first.configure(aliceLogin);
    first.editor.edit('statusMessage', 'Kept');
    await first.end();
    const { editor, clock, connect } = await createReturningScene();
    expect(editor.draft.statusMessage).to.equal('Here');
    editor.edit('name', 'Ann');
    clock.advance(300);
    expect(stored('alice')).to.include('Kept').and.to.include('Ann');
    await connect();
    expect(editor.changes).to.deep.equal({ name: 'Ann', statusMessage: 'Kept' });
    expect(editor.state).to.deep.equal({ kind: 'ready', notice: 'restored' });
  });

  it('keeps the values in the form where the server cannot be reached', async () => {
    const { backend, editor, connect } = await createReturningScene();
    backend.setFault('read', { error: new ProfileError('network') });
    editor.edit('name', 'Ann');
    await connect();
    expect(editor.state.kind).to.equal('failed');
    expect(editor.changes).to.deep.equal({ name: 'Ann' });
  });

  it('finds the page’s own values where it has some', async () => {
    const scene = createScene();
    scene.backend.known = remembered;
    scene.backend.hold('connect');
    scene.host.attach();
    const initialProfile = { uid: 'alice', name: 'Alice of the page' };
    await scene.configure({ ...aliceLogin, initialProfile });
    expect(scene.editor.draft.name).to.equal('Alice of the page');
  });

  describe('who turns out to be somebody else', () => {
    /** Everything that the editor shows of somebody, whenever it says that something has changed. */
    function watch({ editor }: Scene): string[] {
      const shown: string[] = [];
      editor.addEventListener('update', () => shown.push(editor.draft.name));
      return shown;
    }

    it('never has the former one’s edits shown or saved; who gets them back', async () => {
      const scene = await createReturningScene();
      const { backend, editor, connect, configure } = scene;
      editor.edit('name', 'Ann');
      const saved = editor.save();
      await settled();
      backend.known = undefined;
      const read = backend.hold('read');
      const login = configure({ authToken: 'token-bob' });
      const shown = watch(scene);
      await login;
      await connect();
      expect(editor.draft.name).to.equal('Bob');
      read.answer();
      expect(await saved).to.equal(false);
      await settled();
      expect(editor.profile?.uid).to.equal('bob');
      expect(editor.changes).to.deep.equal({});
      expect(await editor.save()).to.equal(true);
      expect(backend.saves).to.deep.equal([]);
      expect(shown).not.to.include('Ann').and.not.to.include('Alice of old');
      expect(stored('alice')).to.include('Ann');
      expect(stored('bob')).to.equal(null);
      await configure({ authToken: 'token-alice' });
      expect(editor.changes).to.deep.equal({ name: 'Ann' });
    });

    it('is shown nothing from the moment that another token is given', async () => {
      const { backend, editor, configure } = await createReturningScene();
      backend.known = undefined;
      backend.hold('connect');
      await configure({ authToken: 'token-bob' });
      expect(editor.draft.name).to.equal('');
      expect(editor.hasValues).to.equal(false);
      expect(editor.uid).to.equal('');
    });

    it('is shown nothing from the moment that another app is given', async () => {
      const { backend, editor, configure } = await createReturningScene();
      backend.known = undefined;
      backend.hold('connect');
      await configure({ appId: 'other-app' });
      expect(editor.hasValues).to.equal(false);
    });

    it('is shown nothing from the moment that a token says so', async () => {
      const { backend, editor } = await createReturningScene();
      backend.known = { uid: 'bob' };
      backend.hold('connect');
      editor.edit('name', 'Ann');
      void editor.reload();
      await settled();
      expect(editor.hasValues).to.equal(false);
      expect(editor.uid).to.equal('bob');
      expect(stored('alice')).to.include('Ann');
    });

    it('is shown at the login’s answer, in place of a profile that was read', async () => {
      const scene = createScene();
      const { backend, editor, host, configure } = scene;
      host.attach();
      await configure(aliceLogin);
      editor.edit('name', 'Ann');
      backend.hold('read');
      await configure({ authToken: 'token-bob' });
      expect(editor.draft.name).to.equal('Bob');
      expect(editor.profile).to.equal(undefined);
      expect(editor.changes).to.deep.equal({});
    });
  });
});
