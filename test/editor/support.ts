import type { Dependencies } from '../../src/editor/dependencies.js';
import { ProfileEditor } from '../../src/editor/profile-editor.js';
import { ProfileError } from '../../src/errors.js';
import { defaultSettings, type ProfileEditorSettings } from '../../src/editor/settings.js';
import { settled } from '../support/deferred.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeHost } from '../support/fake-host.js';
import { FakeBackend, makeUser } from '../support/fake-session.js';

/** An editor with everything around it in a test's hands. */
export interface Scene {
  readonly backend: FakeBackend;
  readonly host: FakeHost;
  readonly clock: FakeClock;
  readonly editor: ProfileEditor;
  isOnline: boolean;
  /** Photo URLs that do not load. */
  readonly brokenPhotos: Set<string>;
  /** Photo URLs that neither load nor fail. */
  readonly hangingPhotos: Set<string>;
  /** Takes the settings over, the earlier ones included, and lets them have their effect. */
  configure(config: Partial<ProfileEditorSettings>): Promise<void>;
  /** Another visit to the same page: a new editor with the same storage. */
  revisit(): Promise<Scene>;
  end(): Promise<void>;
}

/** Alice's login as a page writes it. */
export const aliceLogin = { appId: 'app', region: 'us', authToken: 'token-alice' } as const;

const scenes = new Set<Scene>();

/** A scene with alice and bob at the server, and nothing configured yet. */
export function createScene(
  backend = new FakeBackend(
    makeUser('alice', { name: 'Alice', statusMessage: 'Here' }),
    makeUser('bob', { name: 'Bob' }),
  ),
): Scene {
  const clock = new FakeClock();
  const brokenPhotos = new Set<string>();
  const hangingPhotos = new Set<string>();
  let config = defaultSettings;
  const dependencies: Dependencies = {
    connect: backend.connect,
    loadsAsImage: (url) =>
      hangingPhotos.has(url)
        ? new Promise(() => undefined)
        : Promise.resolve(!brokenPhotos.has(url)),
    now: clock.now,
    after: clock.after,
    isOnline: () => scene.isOnline,
  };
  const editor = new ProfileEditor(dependencies);
  const host = new FakeHost(editor);
  const scene: Scene = {
    backend,
    host,
    clock,
    editor,
    isOnline: true,
    brokenPhotos,
    hangingPhotos,
    configure: async (change) => {
      config = { ...config, ...change };
      editor.configure(config);
      await settled();
    },
    revisit: async () => {
      await scene.end();
      const next = createScene(backend);
      next.host.attach();
      await next.configure(config);
      return next;
    },
    end: async () => {
      host.detach();
      await settled();
      scenes.delete(scene);
    },
  };
  scenes.add(scene);
  return scene;
}

/** A scene in which alice's profile is shown. */
export async function createReadyScene(
  config: Partial<ProfileEditorSettings> = {},
): Promise<Scene> {
  const scene = createScene();
  scene.host.attach();
  await scene.configure({ ...aliceLogin, ...config });
  return scene;
}

/** Takes the network away, as the browser says, too. */
export function loseNetwork(scene: Scene): void {
  scene.isOnline = false;
  for (const kind of ['connect', 'read', 'save'] as const) {
    scene.backend.setFault(kind, { error: new ProfileError('network') });
  }
}

/** The network is back, as the browser says, too. */
export function findNetwork(scene: Scene): void {
  scene.isOnline = true;
  scene.backend.clearFaults();
  dispatchEvent(new Event('online'));
}

/** Ends what is still on, and forgets the drafts; to be called after each test. */
export async function endScenes(): Promise<void> {
  for (const scene of scenes) await scene.end();
  sessionStorage.clear();
}

/** Lets a promise and what follows it run, and says whether it has settled. */
export async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let isDone = false;
  const mark = (): void => {
    isDone = true;
  };
  promise.then(mark, mark);
  await settled();
  return isDone;
}
