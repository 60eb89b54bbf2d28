import { expect, waitUntil } from '@open-wc/testing';
import { limits } from '../../src/session/deadline.js';
import { createDeferred, settled } from '../support/deferred.js';
import { createFakeSdk, type FakeSdk } from '../support/fake-sdk.js';
import { endSessions, errorOf, join, never, textsOf, type Joined } from './support.js';

interface Scene extends Joined {
  readonly fake: FakeSdk;
}

async function createSession(change: Parameters<typeof join>[0] = {}): Promise<Scene> {
  const fake = createFakeSdk({ appId: 'app', uid: 'alice' });
  const joined = await join({ sdk: fake.sdk, ...change });
  fake.takeCalls();
  joined.events.length = 0;
  return { ...joined, fake };
}

/** What the SDK was given to send. */
const sent = (fake: FakeSdk): unknown[] =>
  fake.calls.filter(([name]) => name === 'updateCurrentUserDetails').map(([, user]) => user);

/** Waits for something that another task brings about, such as a message or a module. */
async function until(condition: () => boolean): Promise<void> {
  await waitUntil(condition, 'it never happened', { interval: 1, timeout: 5_000 });
}

describe('a session', () => {
  afterEach(endSessions);

  describe('that reads', () => {
    it('gives the profile and nothing else', async () => {
      const { session } = await createSession();
      expect(await session.read()).to.deep.equal({
        uid: 'alice',
        name: 'Alice',
        avatar: '',
        statusMessage: 'Here',
      });
    });

    it('does not believe an answer about somebody else', async () => {
      const { session, fake } = await createSession();
      for (const answer of [null, {}, { uid: 'bob', name: 'Bob' }, 'alice']) {
        fake.replace.getUser = async () => answer;
        expect((await errorOf(session.read())).code).to.equal('unknown');
      }
    });

    it('reads again after a failure', async () => {
      const { session, fake } = await createSession();
      fake.replace.getUser = () => Promise.reject({ code: 'FAILED_TO_FETCH' });
      expect((await errorOf(session.read())).code).to.equal('network');
      fake.replace = {};
      expect((await session.read()).name).to.equal('Alice');
    });

    it('gives what the server last answered where the user may not read users', async () => {
      const { session, fake } = await createSession();
      fake.replace.getUser = () => Promise.reject({ code: 'ERR_PERMISSION_DENIED' });
      expect(await session.read()).to.deep.equal({
        uid: 'alice',
        name: 'Alice',
        avatar: '',
        statusMessage: 'Here',
      });
      await session.save({ name: 'Ann' });
      expect((await session.read()).name).to.equal('Ann');
      fake.stored = { uid: 'bob', name: 'Bob', authToken: 'token-bob' };
      expect((await errorOf(session.read())).code).to.equal('permission-denied');
    });

    it('does not wait for ever', async () => {
      limits.request = 20;
      const { session, fake } = await createSession();
      fake.replace.getUser = never;
      expect((await errorOf(session.read())).code).to.equal('timeout');
    });

    it('keeps no text of a rejection', async () => {
      const { session, fake } = await createSession();
      const secret = 'alice_1a2b3c';
      fake.replace.getUser = () =>
        Promise.reject({ code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND', message: secret, details: secret });
      const error = await errorOf(session.read());
      expect(error.code).to.equal('session-expired');
      expect(textsOf(error)).not.to.include(secret);
    });
  });

  describe('that saves', () => {
    it('sends a fresh user with the changed fields only', async () => {
      const { session, fake } = await createSession();
      const profile = await session.save({ name: 'Ann', statusMessage: '' });
      expect(sent(fake)).to.deep.equal([{ uid: 'alice', name: 'Ann', statusMessage: '' }]);
      expect(profile).to.deep.equal({ uid: 'alice', name: 'Ann', avatar: '', statusMessage: '' });
      await session.save({ avatar: 'https://x.example/' });
      expect(sent(fake)[1]).to.deep.equal({ uid: 'alice', avatar: 'https://x.example/' });
    });

    it('sends nothing for a user who is not logged in any more', async () => {
      const { session, fake } = await createSession();
      for (const leave of [() => fake.logIn('bob'), () => fake.logOut()]) {
        leave();
        expect((await errorOf(session.save({ name: 'Ann' }))).code).to.equal('session-expired');
      }
      expect(sent(fake)).to.deep.equal([]);
    });

    it('says that the browser has no room, where that is why nobody is logged in', async () => {
      const { session, fake } = await createSession();
      fake.stored = undefined;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      try {
        const error = await errorOf(session.save({ name: 'Ann' }));
        expect(error.code).to.equal('storage-unavailable');
      } finally {
        Storage.prototype.setItem = setItem;
      }
    });

    it('does not believe an answer about somebody else', async () => {
      const { session, fake } = await createSession();
      fake.replace.updateCurrentUserDetails = async () => ({ uid: 'bob', name: 'Ann' });
      expect((await errorOf(session.save({ name: 'Ann' }))).code).to.equal('unknown');
    });

    it('waits for the save of another editor', async () => {
      const { session, fake } = await createSession();
      const other = (await join({ sdk: fake.sdk })).session;
      const held = createDeferred<unknown>();
      fake.replace.updateCurrentUserDetails = () => held.promise;
      const first = session.save({ name: 'First' });
      const second = other.save({ name: 'Second' });
      await settled();
      expect(sent(fake).length).to.equal(1);
      fake.replace = {};
      held.resolve({ ...fake.stored, name: 'First' });
      expect((await first).name).to.equal('First');
      expect((await second).name).to.equal('Second');
    });

    it('goes on with the next save after one that failed or hangs', async () => {
      limits.request = 20;
      const { session, fake } = await createSession();
      const failures = [never, () => Promise.reject({ code: 'ERR_BAD_REQUEST' })];
      for (const fail of failures) {
        fake.replace.updateCurrentUserDetails = fail;
        const failed = session.save({ name: 'First' });
        const next = session.save({ name: 'Second' });
        await errorOf(failed);
        fake.replace = {};
        expect((await next.catch(() => session.save({ name: 'Second' }))).name).to.equal('Second');
      }
    });

    it('does not overtake one that is late, and tells when that has arrived', async () => {
      limits.request = 300;
      const { session, fake, events } = await createSession();
      const held = createDeferred<unknown>();
      fake.replace.updateCurrentUserDetails = () => held.promise;
      expect((await errorOf(session.save({ name: 'First' }))).code).to.equal('timeout');
      fake.replace = {};
      const second = session.save({ name: 'Second' });
      await settled();
      expect(sent(fake).length).to.equal(1);
      held.resolve({ ...fake.stored, name: 'First' });
      expect((await second).name).to.equal('Second');
      expect(sent(fake).length).to.equal(2);
      expect(events).to.deep.equal([{ type: 'changed-elsewhere' }]);
    });

    it('sends none that still waits when its editor has gone', async () => {
      const controller = new AbortController();
      const { session, fake } = await createSession();
      const gone = await join({ sdk: fake.sdk, signal: controller.signal });
      const held = createDeferred<unknown>();
      fake.replace.updateCurrentUserDetails = () => held.promise;
      const first = session.save({ name: 'First' });
      const second = errorOf(gone.session.save({ name: 'Second' }));
      await settled();
      controller.abort();
      held.resolve({ ...fake.stored, name: 'First' });
      await first;
      expect((await second).code).to.equal('session-expired');
      expect(sent(fake).length).to.equal(1);
    });

    it('tells the other editors of the user, not itself', async () => {
      const { session, fake, events } = await createSession();
      const other = await join({ sdk: fake.sdk });
      other.events.length = 0;
      const profile = await session.save({ name: 'Ann' });
      expect(events).to.deep.equal([]);
      expect(other.events).to.deep.equal([{ type: 'saved', profile }]);
    });

    it('tells the host’s listeners, without a request', async () => {
      const { session, fake } = await createSession();
      const told: unknown[] = [];
      fake.listeners.set('host', {
        loginSuccess: (user) => told.push(user),
        logoutSuccess: () => told.push('logout'),
      });
      await session.save({ name: 'Ann' });
      expect(fake.calls.at(-1)).to.deep.equal(['login', 'token-alice']);
      expect(told).to.have.nested.property('[0].name', 'Ann');
      expect(told.length).to.equal(1);
    });

    it('does not tell them where the page says so, or the token is gone, or a login runs', async () => {
      const quiet = await createSession({ noHostSync: true });
      await quiet.session.save({ name: 'Ann' });
      const { session, fake } = await createSession();
      fake.replace.updateCurrentUserDetails = async () => {
        fake.stored = { uid: 'alice', name: 'Ann' };
        return fake.stored;
      };
      await session.save({ name: 'Ann' });
      const busy = await createSession();
      busy.fake.sdk.loginInProgress = true;
      await busy.session.save({ name: 'Ann' });
      for (const { calls } of [quiet.fake, fake, busy.fake]) {
        expect(calls.map(([name]) => name)).not.to.include('login');
      }
    });

    it('is saved although telling the host fails', async () => {
      const { session, fake } = await createSession();
      fake.replace.login = () => Promise.reject({ code: 'FAILED_TO_FETCH' });
      expect((await session.save({ name: 'Ann' })).name).to.equal('Ann');
    });
  });

  describe('whose save is answered late', () => {
    for (const isTimedOut of [false, true]) {
      const when = isTimedOut ? 'after the time limit' : 'in time';
      const holdSave = async (): Promise<Scene & { saved: Promise<unknown>; answer(): void }> => {
        const scene = await createSession();
        const { fake, session } = scene;
        if (isTimedOut) limits.request = 20;
        const before = fake.stored;
        const held = createDeferred<unknown>();
        fake.replace.updateCurrentUserDetails = () => held.promise;
        const saved = session.save({ name: 'Late' }).catch((error: unknown) => error);
        await settled();
        return {
          ...scene,
          saved,
          answer: () => {
            // As the real one: an answer makes its user the logged-in one, whatever happened since.
            fake.stored = before;
            held.resolve({ ...before, name: 'Late' });
          },
        };
      };

      it(`does not bring a session back that the host ended: ${when}`, async () => {
        const { fake, saved, answer } = await holdSave();
        if (isTimedOut) await saved;
        fake.logOut();
        answer();
        await saved;
        await until(() => fake.stored === undefined);
        expect(fake.calls.map(([name]) => name)).not.to.include('login');
      });

      it(`does not replace the user whom the host logged in: ${when}`, async () => {
        const { fake, saved, answer } = await holdSave();
        if (isTimedOut) await saved;
        fake.logOut();
        fake.logIn('bob');
        answer();
        await saved;
        await until(() => fake.stored?.uid === 'bob');
        const logins = fake.calls.filter(([name]) => name === 'login');
        expect(logins).to.deep.equal([['login', 'token-bob']]);
      });

      it(`lets the last of several decisions of the host stand: ${when}`, async () => {
        const { fake, saved, answer } = await holdSave();
        if (isTimedOut) await saved;
        fake.logIn('bob');
        fake.replace.login = async () => {
          fake.logIn('bob');
          // While the repair logs bob in again, the host logs him out.
          fake.logOut();
          fake.logIn('bob', { silent: true });
        };
        answer();
        await saved;
        await until(() => fake.stored === undefined);
      });

      it(`changes nothing else: ${when}`, async () => {
        const { fake, saved, answer } = await holdSave();
        if (isTimedOut) await saved;
        answer();
        await saved;
        await settled();
        expect(fake.stored?.uid).to.equal('alice');
      });
    }

    it('listens for the host until then, although the editor is gone', async () => {
      const { session, fake } = await createSession();
      const held = createDeferred<unknown>();
      fake.replace.updateCurrentUserDetails = () => held.promise;
      const saved = session.save({ name: 'Late' });
      await settled();
      session.release();
      expect(fake.listeners.size).to.equal(1);
      held.resolve({ ...fake.stored, name: 'Late' });
      await saved;
      await until(() => fake.listeners.size === 0);
    });

    it('leaves nothing behind where the SDK throws at once', async () => {
      const { session, fake } = await createSession();
      const { sdk } = fake;
      sdk.updateCurrentUserDetails = () => {
        throw new TypeError('not extensible');
      };
      await errorOf(session.save({ name: 'Ann' }));
      session.release();
      expect(fake.listeners.size).to.equal(0);
    });
  });

  describe('that ends', () => {
    it('by another login of the host', async () => {
      const { fake, events } = await createSession();
      fake.logIn('bob');
      expect(events).to.deep.equal([{ type: 'ended', reason: 'other-user' }]);
    });

    it('not by another login of the same user', async () => {
      const { fake, events } = await createSession();
      fake.logIn('alice');
      expect(events).to.deep.equal([]);
    });

    it('by a logout of the host', async () => {
      const { fake, events } = await createSession();
      fake.logOut();
      await until(() => events.length > 0);
      expect(events).to.deep.equal([{ type: 'ended', reason: 'logged-out' }]);
    });

    it('by an expiry, which the SDK takes for a logout', async () => {
      const { session, fake, events } = await createSession();
      fake.replace.getUser = () => {
        fake.logOut();
        return Promise.reject({ code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' });
      };
      expect((await errorOf(session.read())).code).to.equal('session-expired');
      await until(() => events.length > 0);
      expect(events).to.deep.equal([{ type: 'ended', reason: 'expired' }]);
    });

    it('by an expiry, and is not joined again with the dead token', async () => {
      const { session, fake } = await createSession();
      fake.replace.getUser = () => Promise.reject({ code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' });
      await errorOf(session.read());
      fake.takeCalls();
      fake.replace = {};
      await join({ sdk: fake.sdk });
      expect(fake.takeCalls()).to.include('login');
    });

    it('hears nothing more once it is released', async () => {
      const { session, fake, events } = await createSession();
      session.release();
      fake.logIn('bob');
      expect(events).to.deep.equal([]);
    });
  });

  describe('beside other tabs', () => {
    const entry = 'app:common_store/user';

    /** Lets another tab write to the storage that the SDK shares; the listener comes with a module of its own. */
    const tellStorage = async (key: string | null, events: unknown[]): Promise<void> => {
      await until(() => {
        dispatchEvent(new StorageEvent('storage', { key }));
        return events.length > 0;
      });
    };

    it('hears of their saves, and they of its own', async () => {
      const { session, events } = await createSession();
      const tab = new BroadcastChannel('cometchat-profile-editor:app');
      const heard: unknown[] = [];
      tab.addEventListener('message', ({ data }) => heard.push(data));
      try {
        await until(() => {
          tab.postMessage({ uid: 'alice' });
          tab.postMessage('bob');
          tab.postMessage('alice');
          return events.length > 0;
        });
        expect(events[0]).to.deep.equal({ type: 'changed-elsewhere' });
        await session.save({ name: 'Ann' });
        await until(() => heard.length > 0);
        expect(heard[0]).to.equal('alice');
      } finally {
        tab.close();
      }
    });

    it('looks at the user whom another tab stored', async () => {
      const { fake, events } = await createSession();
      await tellStorage(entry, events);
      expect(events[0]).to.deep.equal({ type: 'changed-elsewhere' });
      events.length = 0;
      fake.stored = { uid: 'bob', name: 'Bob', authToken: 'token-bob' };
      await tellStorage(null, events);
      expect(events.at(-1)).to.deep.equal({ type: 'ended', reason: 'other-user' });
    });

    it('ends where another tab logged out', async () => {
      const { fake, events } = await createSession();
      fake.stored = undefined;
      await tellStorage(entry, events);
      expect(events[0]).to.deep.equal({ type: 'ended', reason: 'logged-out' });
    });

    it('does not mind other entries, or a storage that cannot be read', async () => {
      const { fake, events } = await createSession();
      await tellStorage(entry, events);
      await settled();
      events.length = 0;
      fake.takeCalls();
      dispatchEvent(new StorageEvent('storage', { key: 'other:common_store/user' }));
      expect(fake.takeCalls()).to.deep.equal([]);
      fake.replace.getLoggedinUser = () => Promise.reject({ name: 'TypeError' });
      dispatchEvent(new StorageEvent('storage', { key: entry }));
      await settled();
      expect(events).to.deep.equal([]);
    });
  });
});
