import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { settled } from '../support/deferred.js';
import { createReadyScene, endScenes, loseNetwork, type Scene } from './support.js';

const goOnline = (): void => void dispatchEvent(new Event('online'));
const show = (): void =>
  void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));

/** Lets something happen 300 times in three seconds, and everything run that follows each time. */
async function storm({ clock }: Scene, happen: () => void): Promise<void> {
  for (let count = 0; count < 300; count += 1) {
    happen();
    await settled();
    clock.advance(10);
    await settled();
  }
}

/** Lets the pause after the last one pass. */
async function calm({ clock }: Scene): Promise<void> {
  clock.advance(2_000);
  await settled();
}

describe('what the editor does by itself has a pause', () => {
  afterEach(endScenes);

  it('after a network that comes and goes, for a profile that could not be read', async () => {
    const scene = await createReadyScene();
    const { backend, editor } = scene;
    loseNetwork(scene);
    await editor.reload();
    backend.calls.length = 0;
    await storm(scene, goOnline);
    expect(backend.calls.length).to.be.within(1, 4);
    // The last one leads to a try.
    backend.clearFaults();
    await calm(scene);
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('for a session that could not be opened', async () => {
    const scene = await createReadyScene();
    const { backend, editor, configure } = scene;
    loseNetwork(scene);
    await configure({ authToken: 'token-bob' });
    expect(editor.state.kind).to.equal('failed');
    backend.calls.length = 0;
    await storm(scene, goOnline);
    expect(backend.calls.length).to.be.within(1, 4);
    backend.clearFaults();
    await calm(scene);
    expect(editor.profile?.uid).to.equal('bob');
  });

  it('for a save that failed, and one that waits', async () => {
    for (const isOnline of [true, false]) {
      const scene = await createReadyScene();
      const { backend, editor } = scene;
      loseNetwork(scene);
      scene.isOnline = isOnline;
      editor.edit('name', 'Ann');
      void editor.save();
      await settled();
      expect(editor.state.kind).to.equal(isOnline ? 'failed' : 'saving');
      backend.calls.length = 0;
      await storm(scene, goOnline);
      expect(backend.calls.length).to.be.within(1, 8);
      backend.clearFaults();
      await calm(scene);
      expect(editor.profile?.name).to.equal('Ann');
      await scene.end();
      backend.patch('alice', { name: 'Alice' });
    }
  });

  it('after a tab that is shown and hidden, while the server cannot be reached', async () => {
    const scene = await createReadyScene();
    const { backend, editor, clock } = scene;
    clock.advance(60_000);
    backend.setFault('read', { error: new ProfileError('network') });
    backend.calls.length = 0;
    await storm(scene, show);
    expect(backend.calls.length).to.be.within(1, 4);
    backend.clearFaults();
    backend.patch('alice', { name: 'Alicia' });
    await calm(scene);
    expect(editor.profile?.name).to.equal('Alicia');
  });

  it('after changes that another tab tells of all the time', async () => {
    const scene = await createReadyScene();
    const { backend, editor } = scene;
    backend.calls.length = 0;
    await storm(scene, () => backend.emit({ type: 'changed-elsewhere' }));
    expect(backend.calls.length).to.be.within(1, 4);
    backend.patch('alice', { name: 'Alicia' });
    await calm(scene);
    expect(editor.profile?.name).to.equal('Alicia');
  });

  it('and nothing is left to do once the editor is gone', async () => {
    const scene = await createReadyScene();
    const { backend, clock } = scene;
    for (const _ of [1, 2]) backend.emit({ type: 'changed-elsewhere' });
    await scene.end();
    backend.calls.length = 0;
    expect(clock.pending).to.equal(0);
    clock.advance(60_000);
    await settled();
    expect(backend.calls).to.deep.equal([]);
  });

  it('but what somebody asks for is done at once', async () => {
    const scene = await createReadyScene();
    const { backend, editor } = scene;
    backend.emit({ type: 'changed-elsewhere' });
    await settled();
    backend.calls.length = 0;
    for (let count = 0; count < 3; count += 1) await editor.reload();
    expect(backend.calls).to.deep.equal(['read', 'read', 'read']);
  });
});
