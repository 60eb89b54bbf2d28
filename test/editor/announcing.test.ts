import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import type { ProfileChanges } from '../../src/profile.js';
import { createDeferred, settled } from '../support/deferred.js';
import { createReadyScene, endScenes, isSettled, type Scene } from './support.js';

/** Everything that a page is told is about to be saved. */
function listen({ host }: Scene): ProfileChanges[] {
  const told: ProfileChanges[] = [];
  host.addEventListener('profile-save', ({ changes }) => told.push(changes));
  return told;
}

describe('a page that is told of what is about to be saved', () => {
  afterEach(endScenes);

  it('is told of what was typed while it looked at the rest, before that goes out', async () => {
    const scene = await createReadyScene();
    const { editor, host, backend } = scene;
    const told = listen(scene);
    const first = createDeferred();
    host.addEventListener('profile-save', (event) => event.waitUntil(first.promise), {
      once: true,
    });
    editor.edit('name', 'Harmless');
    const saved = editor.save();
    await settled();
    editor.edit('name', 'Rude');
    editor.edit('statusMessage', 'Ruder');
    first.resolve();
    expect(await saved).to.equal(true);
    expect(told).to.deep.equal([{ name: 'Harmless' }, { name: 'Rude', statusMessage: 'Ruder' }]);
    expect(backend.saves.map(({ changes }) => changes)).to.deep.equal([told[1]]);
  });

  it('may refuse the second as well as the first', async () => {
    const scene = await createReadyScene();
    const { editor, host, backend } = scene;
    const first = createDeferred();
    host.addEventListener('profile-save', (event) => {
      if (event.changes.name === 'Rude') event.preventDefault();
      else event.waitUntil(first.promise);
    });
    editor.edit('name', 'Harmless');
    const saved = editor.save();
    await settled();
    editor.edit('name', 'Rude');
    first.resolve();
    expect(await saved).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    expect(editor.changes).to.deep.equal({ name: 'Rude' });
    expect(editor.state.kind).to.equal('ready');
  });

  it('may refuse a save that failed before, which still is what has happened', async () => {
    const { editor, host, backend } = await createReadyScene();
    editor.edit('name', 'Ann');
    backend.setFault('save', { error: new ProfileError('rejected') });
    expect(await editor.save()).to.equal(false);
    host.addEventListener('profile-save', (event) => event.preventDefault());
    expect(await editor.save()).to.equal(false);
    expect(editor.state).to.include({ kind: 'failed', phase: 'save' });
  });

  it('may end the editor and refuse', async () => {
    const { editor, host, backend } = await createReadyScene();
    editor.edit('name', 'Ann');
    host.addEventListener('profile-save', (event) => {
      editor.stop();
      event.preventDefault();
    });
    expect(await editor.save()).to.equal(false);
    expect(editor.state.kind).to.equal('idle');
    expect(backend.saves).to.deep.equal([]);
  });

  it('may turn to another person and refuse, who is told nothing of it', async () => {
    const scene = await createReadyScene();
    const { editor, host, backend } = scene;
    editor.edit('name', 'Ann');
    backend.setFault('save', { error: new ProfileError('rejected') });
    expect(await editor.save()).to.equal(false);
    expect(editor.state.kind).to.equal('failed');
    host.addEventListener('profile-save', (event) => {
      void scene.configure({ appId: 'other-app', authToken: 'token-bob' });
      event.preventDefault();
    });
    const connect = backend.hold('connect');
    expect(await editor.save()).to.equal(false);
    expect(editor.state.kind).to.equal('connecting');
    connect.answer();
    await settled();
    expect(editor.profile?.uid).to.equal('bob');
    expect(editor.state).to.deep.equal({ kind: 'ready' });
  });

  it('may hold the second back, too', async () => {
    const scene = await createReadyScene();
    const { editor, host, backend } = scene;
    const answers = [createDeferred(), createDeferred()];
    let events = 0;
    host.addEventListener('profile-save', (event) => {
      event.waitUntil(answers[events]?.promise ?? Promise.resolve());
      events += 1;
    });
    editor.edit('name', 'Ann');
    const saved = editor.save();
    await settled();
    editor.edit('statusMessage', 'There');
    answers[0]?.resolve();
    await settled();
    expect(events).to.equal(2);
    expect(await isSettled(saved)).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    answers[1]?.resolve();
    expect(await saved).to.equal(true);
  });

  it('is told once where nothing was edited since, or less', async () => {
    const scene = await createReadyScene();
    const { editor, host } = scene;
    const told = listen(scene);
    const answer = createDeferred();
    host.addEventListener('profile-save', (event) => event.waitUntil(answer.promise));
    editor.edit('name', 'Ann');
    editor.edit('statusMessage', 'There');
    const saved = editor.save();
    await settled();
    editor.edit('statusMessage', 'Here');
    answer.resolve();
    expect(await saved).to.equal(true);
    expect(told.length).to.equal(1);
  });

  it('does not go on for ever by editing in answer to each', async () => {
    const scene = await createReadyScene();
    const { editor, host, backend } = scene;
    let events = 0;
    host.addEventListener('profile-save', () => {
      events += 1;
      editor.edit('name', `Ann ${events}`);
    });
    editor.edit('name', 'Ann');
    expect(await editor.save()).to.equal(false);
    expect(backend.saves).to.deep.equal([]);
    expect(events).to.be.below(20);
    expect(editor.state.kind).to.equal('ready');
  });

  it('sees its own correction go out', async () => {
    const { editor, host, backend } = await createReadyScene();
    host.addEventListener('profile-save', () => editor.edit('name', 'Ann B.'));
    editor.edit('name', 'ann b');
    expect(await editor.save()).to.equal(true);
    expect(backend.saves.map(({ changes }) => changes)).to.deep.equal([{ name: 'Ann B.' }]);
  });
});
