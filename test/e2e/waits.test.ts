import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { createDeferred, settled } from '../support/deferred.js';
import { createFakeSdk, type FakeSdk } from '../support/fake-sdk.js';

/**
 * Every wait of the editor, and everything that may happen in the meantime. Whatever it was that came in between: nobody is
 * logged in for an editor that is gone, or over a logout; nothing is written, and no photo stored, for anybody but the
 * person who is there now; each change is written once; and nothing stays "saving" for good.
 */

const uploaded = 'https://photos.example/alice.png';

interface Scene {
  readonly element: CometChatProfileEditor;
  readonly fake: FakeSdk;
  readonly other: FakeSdk;
  readonly uploadedFor: string[];
}

/** A wait: brings the editor there, and returns what ends it. */
type Wait = (scene: Scene) => Promise<() => unknown>;

/** What happens in the meantime. */
interface Happening {
  readonly act: (scene: Scene) => Promise<void> | void;
  /** Whether the editor may still log in, and save what was typed. */
  readonly mayLogIn: boolean;
  readonly maySave: boolean;
}

const tokenOf = (uid: string): string => `token-${uid}`;

/** Holds the next call of an SDK method back, and lets it be carried out as usual later. */
async function holdCall(
  { fake }: Scene,
  name: keyof FakeSdk['replace'],
  begin: () => unknown,
): Promise<() => void> {
  const arrived = createDeferred();
  const released = createDeferred();
  fake.replace[name] = async (argument) => {
    delete fake.replace[name];
    arrived.resolve();
    await released.promise;
    const method = Reflect.get(fake.sdk, name) as (value: unknown) => unknown;
    return method.call(fake.sdk, argument);
  };
  void begin();
  await arrived.promise;
  // The call that is carried out later is no second one.
  const index = fake.calls.findLastIndex(([called]) => called === name);
  return () => {
    fake.calls.splice(index, 1);
    released.resolve();
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await settled();
}

function attach({ element }: Scene): void {
  document.body.append(element);
}

async function makeReady(scene: Scene): Promise<void> {
  attach(scene);
  await settle();
  expect(scene.element.state).to.equal('ready');
}

/** The box for typing a name, as a person finds it. */
function type({ element }: Scene, text: string): void {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('#name');
  if (!input) throw new Error('There is no box for the name');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function makeDirty(scene: Scene): Promise<void> {
  await makeReady(scene);
  type(scene, 'Alice B.');
  await settle();
}

/** A token source that answers when it is let. */
function holdToken({ element }: Scene): { arrived: Promise<void>; answer: () => void } {
  const arrived = createDeferred();
  const answered = createDeferred<string>();
  element.getAuthToken = () => {
    arrived.resolve();
    return answered.promise;
  };
  return { arrived: arrived.promise, answer: () => answered.resolve(tokenOf('alice')) };
}

const waits: Readonly<Record<string, Wait>> = {
  'the stored user': (scene) => holdCall(scene, 'getLoggedinUser', () => attach(scene)),

  'the first token': async (scene) => {
    scene.fake.logOut();
    const { arrived, answer } = holdToken(scene);
    attach(scene);
    await arrived;
    return answer;
  },

  'the login': async (scene) => {
    scene.fake.logOut();
    scene.element.authToken = tokenOf('alice');
    return holdCall(scene, 'login', () => attach(scene));
  },

  'the reading': (scene) => holdCall(scene, 'getUser', () => attach(scene)),

  'another reading': async (scene) => {
    await makeDirty(scene);
    return holdCall(scene, 'getUser', () => scene.element.reload());
  },

  'the page, before a save': async (scene) => {
    await makeDirty(scene);
    const asked = createDeferred();
    scene.element.addEventListener('profile-save', (event) => event.waitUntil(asked.promise), {
      once: true,
    });
    void scene.element.save();
    await settle();
    return asked.resolve;
  },

  'an upload': async (scene) => {
    await makeReady(scene);
    const stored = createDeferred<string>();
    scene.element.uploadAvatar = (_, { uid }) => {
      scene.uploadedFor.push(uid);
      return stored.promise;
    };
    await settle();
    await pickPhoto(scene);
    void scene.element.save();
    while (scene.uploadedFor.length === 0) await settled();
    return () => stored.resolve(uploaded);
  },

  'a crop dialog': async (scene) => {
    await makeReady(scene);
    scene.element.uploadAvatar = async (_, { uid }) => {
      scene.uploadedFor.push(uid);
      return uploaded;
    };
    await settle();
    await dropPhoto(scene);
    return () => useCroppedPhoto(scene);
  },

  'the answer to a save': async (scene) => {
    await makeDirty(scene);
    const { fake, element } = scene;
    const sent = createDeferred();
    const answered = createDeferred();
    // The server has it at once; only its answer takes its time.
    fake.replace.updateCurrentUserDetails = async (argument) => {
      delete fake.replace.updateCurrentUserDetails;
      const answer = await fake.sdk.updateCurrentUserDetails(argument as never);
      fake.calls.pop();
      sent.resolve();
      await answered.promise;
      return answer;
    };
    void element.save();
    await sent.promise;
    return answered.resolve;
  },

  'a fresh token, in a save': async (scene) => {
    await makeDirty(scene);
    scene.fake.replace.updateCurrentUserDetails = async () => {
      delete scene.fake.replace.updateCurrentUserDetails;
      throw { code: 'ERR_AUTHTOKEN_UNAVAILABLE' };
    };
    const { arrived, answer } = holdToken(scene);
    await settle();
    void scene.element.save();
    await arrived;
    return answer;
  },
};

const happenings: Readonly<Record<string, Happening>> = {
  'the editor is removed': {
    act: ({ element }) => element.remove(),
    mayLogIn: false,
    maySave: false,
  },
  'the editor is moved': {
    act: ({ element }) => {
      const place = document.createElement('div');
      document.body.append(place);
      place.append(element);
    },
    mayLogIn: true,
    maySave: true,
  },
  'another token is given': {
    act: ({ element }) => {
      element.getAuthToken = undefined;
      element.authToken = tokenOf('bob');
    },
    mayLogIn: true,
    maySave: false,
  },
  'another app is given': {
    act: ({ element, other }) => {
      element.sdk = other.sdk;
    },
    mayLogIn: false,
    maySave: false,
  },
  'the host logs out': {
    act: ({ fake }) => fake.logOut(),
    mayLogIn: false,
    maySave: false,
  },
  'the host logs out, and somebody else in': {
    act: ({ fake }) => {
      fake.logOut();
      fake.logIn('bob');
    },
    mayLogIn: false,
    maySave: false,
  },
};

/** What a handler of the page may call in the middle of it all. */
const calls: Readonly<Record<string, (element: CometChatProfileEditor) => unknown>> = {
  'save()': (element) => element.save(),
  'reset()': (element) => element.reset(),
  'reload()': (element) => element.reload(),
  'remove()': (element) => element.remove(),
};

const told = [
  'profile-loaded',
  'profile-change',
  'profile-save',
  'profile-saved',
  'profile-error',
  'profile-session-ended',
] as const;

let scenes: Scene[] = [];

function createScene(): Scene {
  const element = document.createElement('cometchat-profile-editor');
  const fake = createFakeSdk({ appId: 'app', uid: 'alice' });
  const other = createFakeSdk({ appId: 'other', uid: 'alice' });
  Object.assign(element, { sdk: fake.sdk, lang: 'en' });
  const scene = { element, fake, other, uploadedFor: [] };
  scenes.push(scene);
  return scene;
}

async function dropPhoto({ element }: Scene): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  canvas.getContext('2d')?.fillRect(0, 0, 64, 64);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error('The canvas gave no picture');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([blob], 'photo.png', { type: 'image/png' }));
  element.shadowRoot
    ?.querySelector('form')
    ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  while (!cropButton(element)) await settled();
}

function cropButton({ shadowRoot }: CometChatProfileEditor): HTMLElement | null | undefined {
  return shadowRoot?.querySelector<HTMLElement>('dialog[open] button.primary');
}

/** Accepts the crop where the dialog is still open, and waits for what comes of it. */
async function useCroppedPhoto({ element }: Scene): Promise<void> {
  cropButton(element)?.click();
  while (cropButton(element)) await settled();
  await settle();
}

async function pickPhoto(scene: Scene): Promise<void> {
  await dropPhoto(scene);
  await useCroppedPhoto(scene);
  while (!scene.element.hasUnsavedChanges) await settled();
}

/** What was written, by whom. */
const writesOf = ({ calls: all }: FakeSdk): unknown[] =>
  all.filter(([name]) => name === 'updateCurrentUserDetails').map(([, argument]) => argument);

const countLogins = ({ calls: all }: FakeSdk): number =>
  all.filter(([name]) => name === 'login').length;

describe('whatever happens while it waits,', () => {
  // The uploaded photo's address leads nowhere; the photo is looked at before it is used.
  const NativeImage = globalThis.Image;

  beforeEach(() => {
    globalThis.Image = class extends NativeImage {
      override set src(value: string) {
        super.src = value === uploaded ? '/demo/pictures/editor.png' : value;
      }
    };
  });

  afterEach(async () => {
    for (const { element } of scenes) element.remove();
    scenes = [];
    await settle();
    globalThis.Image = NativeImage;
    document.querySelectorAll('body > div:empty').forEach((place) => place.remove());
    sessionStorage.clear();
  });

  for (const [waitName, wait] of Object.entries(waits)) {
    for (const [name, { act, mayLogIn, maySave }] of Object.entries(happenings)) {
      it(`${waitName}: ${name}`, async () => {
        const scene = createScene();
        const { element, fake, other, uploadedFor } = scene;
        const goOn = await wait(scene);
        const [writesBefore, loginsBefore] = [writesOf(fake).length, countLogins(fake)];
        await act(scene);
        await settle();
        // Whoever takes over has done so, unless that is what is waited for.
        for (let turn = 0; turn < 500 && element.state === 'connecting'; turn += 1) await settled();
        await goOn();
        await settle();
        // A save that somebody asks for now is for the person who is there now; after a logout it asks for a new login.
        const here = element.profile?.uid;
        if (element.isConnected && name !== 'the host logs out') await element.save();
        await settle();

        const writes = writesOf(fake).slice(writesBefore) as { uid: string; name?: string }[];
        const logins = fake.calls.filter(([called]) => called === 'login').slice(loginsBefore);
        // A save that went well tells the host by a login with the token of the session that is there.
        const foreign = logins.filter(([, token]) => token !== fake.stored?.authToken);
        if (!mayLogIn) expect(foreign, 'logins').to.deep.equal([]);
        if (name === 'the host logs out') expect(fake.stored, 'the session').to.equal(undefined);
        if (!maySave) expect(writes, 'writes').to.deep.equal([]);
        expect(writes.length, 'writes of one change').to.be.at.most(1);
        expect(writesOf(other), 'writes in the other app').to.deep.equal([]);
        expect(fake.users.get('bob')?.name).to.equal('Bob');
        expect(fake.users.get('bob')?.avatar).to.equal(undefined);
        expect(uploadedFor.filter((uid) => uid !== 'alice')).to.deep.equal([]);
        expect(element.state, 'the state').not.to.equal('saving');
        if (here === 'bob') expect(element.changes).to.deep.equal({});
        if (name === 'the editor is moved') expect(element.state).to.equal('ready');
        // Who is shown is who is logged in.
        const session = name === 'another app is given' ? other : fake;
        if (element.state === 'ready') expect(element.profile?.uid).to.equal(session.stored?.uid);
      });
    }
  }

  it('a page that never answers holds up neither the person nor the next one', async () => {
    const scene = createScene();
    const { element, fake } = scene;
    element.addEventListener('profile-save', (event) => event.waitUntil(new Promise(() => {})), {
      once: true,
    });
    await makeDirty(scene);
    const first = element.save();
    await settle();
    element.remove();
    expect(await first).to.equal(false);
    await makeReady(scene);
    expect(await element.save()).to.equal(true);
    expect(fake.users.get('alice')?.name).to.equal('Alice B.');

    element.addEventListener('profile-save', (event) => event.waitUntil(new Promise(() => {})), {
      once: true,
    });
    type(scene, 'Alice C.');
    await settle();
    const second = element.save();
    fake.logOut();
    fake.logIn('bob');
    element.authToken = tokenOf('bob');
    await settle();
    expect(await second).to.equal(false);
    expect(element.profile?.uid).to.equal('bob');
    type(scene, 'Bobby');
    await settle();
    expect(await element.save()).to.equal(true);
    expect([fake.users.get('alice')?.name, fake.users.get('bob')?.name]).to.deep.equal([
      'Alice B.',
      'Bobby',
    ]);
  });

  for (const [call, act] of Object.entries(calls)) {
    for (const type of told) {
      it(`a handler of ${type} calls ${call}`, async () => {
        const scene = createScene();
        const { element, fake } = scene;
        let isOn = false;
        // A page that reads again whenever it was read would go on for ever.
        let rest = 3;
        element.addEventListener(type, () => {
          if (!isOn || rest === 0) return;
          rest -= 1;
          void act(element);
        });
        await makeReady(scene);
        isOn = true;
        if (type === 'profile-error') {
          fake.replace.updateCurrentUserDetails = async () => {
            delete fake.replace.updateCurrentUserDetails;
            throw { code: 'ERR_PERMISSION_DENIED' };
          };
        }
        setName(element, 'Alice B.');
        await settle();
        const isSaved = await element.save();
        await settle();
        if (type === 'profile-session-ended') fake.logOut();
        if (type === 'profile-loaded' && element.isConnected) await element.reload();
        await settle();

        const writes = writesOf(fake) as { name?: string }[];
        const failed = type === 'profile-error' ? 1 : 0;
        const retried = type === 'profile-error' && call === 'save()' ? 1 : 0;
        expect(writes.length, 'writes').to.be.at.most(1 + retried);
        if (failed === 0 && writes.length > 0)
          expect(fake.users.get('alice')?.name).to.equal('Alice B.');
        expect(element.state).not.to.equal('saving');
        expect(isSaved).to.be.a('boolean');
      });
    }
  }

  function setName(element: CometChatProfileEditor, text: string): void {
    type({ element } as Scene, text);
  }
});
