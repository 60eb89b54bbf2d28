import { expect } from '@open-wc/testing';
import type { ProfileError } from '../../src/errors.js';
import { createSessions } from '../../src/session/cometchat-session.js';
import { limits } from '../../src/session/deadline.js';
import type { OtherSession } from '../../src/session/session.js';
import { createDeferred, settled } from '../support/deferred.js';
import { createFakeSdk } from '../support/fake-sdk.js';
import { endSessions, errorOf, fixed, join, made, never, textsOf } from './support.js';

const reasonable = (uid?: string): ReturnType<typeof createFakeSdk> =>
  createFakeSdk({ appId: 'app', ...(uid !== undefined && { uid }) });

describe('joining a copy of the page', () => {
  const page = globalThis as { CometChat?: unknown };

  afterEach(() => {
    endSessions();
    delete page.CometChat;
  });

  it('is done with the user who is logged in, without a login', async () => {
    const fake = reasonable('alice');
    const { session } = await join({ sdk: fake.sdk });
    expect(session).to.include({ uid: 'alice', shared: true });
    expect(fake.takeCalls()).to.deep.equal(['getLoggedinUser']);
  });

  it('finds the page’s copy by itself, if it is for the same app', async () => {
    const fake = reasonable('alice');
    page.CometChat = fake.sdk;
    const { session } = await join();
    expect(session.shared).to.equal(true);
    expect(page.CometChat).to.equal(fake.sdk);
  });

  it('waits for a copy that is there to be initialised', async () => {
    const fake = createFakeSdk({ uid: 'alice' });
    const joined = join({ sdk: fake.sdk });
    await settled();
    expect(fake.takeCalls()).to.deep.equal([]);
    fake.appId = 'app';
    expect((await joined).session.uid).to.equal('alice');
    expect(fake.settings, 'never initialised by the editor').to.equal(undefined);
  });

  it('refuses what is no CometChat class, a copy that is never initialised, and another app', async () => {
    limits.hostInit = 20;
    const refused: readonly (readonly [object, string])[] = [
      [{ sdk: {} }, 'sdk'],
      [{ sdk: 'CometChat' }, 'sdk'],
      [{ sdk: createFakeSdk().sdk }, 'sdk'],
      [{ sdk: createFakeSdk({ appId: 'other' }).sdk }, 'app-id'],
    ];
    for (const [change, subject] of refused) {
      const error = await errorOf(join(change));
      expect(error.code).to.equal('invalid-config');
      expect(error.subject).to.deep.equal([subject]);
    }
  });

  it('takes the app of the page’s copy where the page names none', async () => {
    const fake = createFakeSdk({ appId: 'whatever', uid: 'alice' });
    const { session } = await join({ sdk: fake.sdk, appId: '', region: '' });
    expect(session.uid).to.equal('alice');
  });

  it('logs in where nobody is', async () => {
    const fake = reasonable();
    const { session } = await join({ sdk: fake.sdk });
    expect(session.uid).to.equal('alice');
    const calls = fake.takeCalls().filter((name) => name !== 'getLoggedinUser');
    expect(calls).to.deep.equal(['login']);
  });

  it('tells what the server answered to a login, without its token', async () => {
    const { events } = await join({ sdk: reasonable().sdk });
    expect(events).to.deep.equal([
      {
        type: 'known',
        appId: 'app',
        user: { uid: 'alice', name: 'Alice', avatar: '', statusMessage: 'Here' },
      },
    ]);
  });

  it('tells what the SDK has stored of the user, unless nothing is to be shown before the server', async () => {
    const { sdk } = createFakeSdk({ appId: 'app', uid: 'alice' });
    const { events } = await join({ sdk });
    const user = { uid: 'alice', name: 'Alice', avatar: '', statusMessage: 'Here' };
    expect(events).to.deep.equal([{ type: 'known', appId: 'app', user }]);
    expect((await join({ sdk, noDraft: true })).events).to.deep.equal([]);
  });

  it('needs a token for that', async () => {
    const fake = reasonable();
    expect((await errorOf(join({ sdk: fake.sdk, token: undefined }))).code).to.equal('no-token');
    expect((await errorOf(join({ sdk: fake.sdk, token: fixed('token-x') }))).code).to.equal(
      'invalid-credentials',
    );
  });

  it('asks for a made token only where nobody is logged in, and tells why', async () => {
    const asked: string[] = [];
    const token = made(async (reason) => {
      asked.push(reason);
      return 'token-alice';
    });
    await join({ sdk: reasonable('bob').sdk, token });
    expect(asked).to.deep.equal([]);
    await join({ sdk: reasonable().sdk, token, reason: 'expired' });
    expect(asked).to.deep.equal(['expired']);
  });

  it('does not log in over a host that was faster than the token', async () => {
    const fake = reasonable();
    const token = createDeferred<string>();
    const joined = join({ sdk: fake.sdk, token: made(() => token.promise) });
    await settled();
    fake.logIn('bob');
    token.resolve('token-alice');
    expect((await joined).session.uid).to.equal('bob');
    expect(fake.takeCalls()).not.to.include('login');
  });

  it('waits for a login of the host', async () => {
    const fake = reasonable();
    fake.sdk.loginInProgress = true;
    const joined = join({ sdk: fake.sdk });
    await settled();
    expect(fake.takeCalls()).to.deep.equal([]);
    fake.logIn('alice');
    fake.sdk.loginInProgress = false;
    expect((await joined).session.uid).to.equal('alice');
    expect(fake.takeCalls()).to.deep.equal(['getLoggedinUser']);
  });

  it('does not wait for ever for it', async () => {
    limits.request = 20;
    const fake = reasonable();
    fake.sdk.loginInProgress = true;
    expect((await errorOf(join({ sdk: fake.sdk }))).code).to.equal('timeout');
  });

  it('tries again where the host began a login at the same moment', async () => {
    const fake = reasonable();
    fake.replace.login = async () => {
      delete fake.replace.login;
      fake.logIn('alice');
      throw { code: -1, name: 'LOGIN_IN_PROGRESS' };
    };
    expect((await join({ sdk: fake.sdk })).session.uid).to.equal('alice');
  });

  it('lets others log in after a login that hangs', async () => {
    limits.request = 20;
    const fake = reasonable();
    fake.replace.login = () => {
      fake.sdk.loginInProgress = true;
      return never();
    };
    expect((await errorOf(join({ sdk: fake.sdk }))).code).to.equal('timeout');
    expect(fake.sdk.loginInProgress).to.equal(false);
  });

  it('does not believe a login without a user', async () => {
    for (const answer of [undefined, {}, { uid: '../x' }, { uid: 7 }]) {
      const fake = reasonable();
      fake.replace.login = async () => answer;
      expect((await errorOf(join({ sdk: fake.sdk }))).code).to.equal('unknown');
    }
  });

  it('keeps no text of a failed login', async () => {
    const fake = reasonable();
    const error = await errorOf(join({ sdk: fake.sdk, token: fixed('token-secret') }));
    expect(textsOf(error)).not.to.include('token-secret');
  });

  describe('in which somebody else is logged in', () => {
    const outcomes: readonly (readonly [unknown, string])[] = [
      ['stop', 'session-conflict'],
      ['use', 'bob'],
      ['switch', 'alice'],
      ['Switch', 'session-conflict'],
      ['', 'session-conflict'],
      [null, 'session-conflict'],
    ];
    for (const [choice, outcome] of outcomes) {
      it(`leads to "${outcome}" with on-other-session="${String(choice)}"`, async () => {
        const fake = reasonable('bob');
        const result = await join({
          sdk: fake.sdk,
          onOtherSession: choice as OtherSession,
        }).then(
          ({ session }) => session.uid,
          (error: ProfileError) => error.code,
        );
        expect(result).to.equal(outcome);
        expect(fake.takeCalls().includes('login')).to.equal(outcome === 'alice');
        expect(fake.stored?.uid).to.equal(outcome === 'alice' ? 'alice' : 'bob');
      });
    }

    it('is known by the uid where tokens are made', async () => {
      const token = made(async () => 'token-alice');
      const fake = reasonable('bob');
      const error = await errorOf(join({ sdk: fake.sdk, token, expectedUid: 'alice' }));
      expect(error.code).to.equal('session-conflict');
      const { session } = await join({ sdk: fake.sdk, token, expectedUid: 'bob' });
      expect(session.uid).to.equal('bob');
    });

    it('is told from the user of a given token by the text of that', async () => {
      const hex = '1790000000a1b2c3d4e5f60718293a4b5c6d7e8f';
      const outcome = (uid: string, token: string): Promise<string> => {
        const fake = createFakeSdk({ appId: 'app' });
        fake.users.set(uid, { uid, name: 'X' });
        fake.logIn(uid);
        return join({ sdk: fake.sdk, token: fixed(token) }).then(
          ({ session }) => session.uid,
          (error: ProfileError) => error.code,
        );
      };
      expect(hex).to.have.length(40);
      expect(await outcome('alice', `alice_${hex}`)).to.equal('alice');
      expect(await outcome('alice', `Alice_${hex}`)).to.equal('alice');
      expect(await outcome('al_ice', `al_ice_${hex}`)).to.equal('al_ice');
      for (const [uid, token] of [
        ['al', `al_ice_${hex}`],
        ['ice', `al_ice_${hex}`],
        ['alice', `alice_${hex}0`],
        ['alice', `alice_${hex.slice(1)}`],
        ['alice', `alice_${hex.replace('a', 'x')}`],
        ['alice', 'alice_1790000000'],
        ['alice', hex],
      ] as const) {
        expect(await outcome(uid, token), token).to.equal('session-conflict');
      }
    });

    it('is the same one in any spelling of the uid', async () => {
      const token = made(async () => 'token-alice');
      for (const uid of ['Alice', ' ALICE ', '', null, undefined, {}] as string[]) {
        const fake = reasonable('alice');
        const { session } = await join({ sdk: fake.sdk, token, expectedUid: uid });
        expect(session.uid).to.equal('alice');
        expect(fake.takeCalls()).not.to.include('login');
      }
      const fake = createFakeSdk({ appId: 'app' });
      fake.users.set('42', { uid: '42', name: 'Number' });
      fake.logIn('42');
      const expectedUid = 42 as unknown as string;
      expect((await join({ sdk: fake.sdk, token, expectedUid })).session.uid).to.equal('42');
    });

    it('goes on by itself once the host has logged in, once', async () => {
      const fake = reasonable('bob');
      let logins = 0;
      const onHostLogin = (): void => void (logins += 1);
      await errorOf(join({ sdk: fake.sdk, onHostLogin }));
      fake.logIn('alice');
      fake.logIn('alice');
      expect(logins).to.equal(1);
      expect(fake.listeners.size).to.equal(0);
    });

    it('waits no more for the host once the editor is gone', async () => {
      const fake = reasonable('bob');
      const controller = new AbortController();
      let logins = 0;
      const onHostLogin = (): void => void (logins += 1);
      await errorOf(join({ sdk: fake.sdk, onHostLogin, signal: controller.signal }));
      controller.abort();
      fake.logIn('alice');
      expect(logins).to.equal(0);
      expect(fake.listeners.size).to.equal(0);
    });
  });

  it('by two bundles of a page leaves each its own ear', async () => {
    const fake = reasonable('alice');
    const first = await join({ sdk: fake.sdk });
    const second = await join({ sdk: fake.sdk }, createSessions().connect);
    expect(fake.listeners.size).to.equal(2);
    first.session.release();
    fake.logIn('bob');
    expect(second.events.at(-1)).to.deep.equal({ type: 'ended', reason: 'other-user' });
    expect(first.events.map(({ type }) => type)).to.deep.equal(['known']);
  });

  describe('by several editors', () => {
    it('takes one login', async () => {
      const fake = reasonable();
      const token = made(async () => 'token-alice');
      const all = await Promise.all([1, 2, 3].map(() => join({ sdk: fake.sdk, token })));
      expect(all.map(({ session }) => session.uid)).to.deep.equal(['alice', 'alice', 'alice']);
      expect(fake.takeCalls().filter((name) => name === 'login').length).to.equal(1);
    });

    it('takes one reading', async () => {
      const fake = reasonable('alice');
      const all = await Promise.all([1, 2, 3].map(() => join({ sdk: fake.sdk })));
      fake.takeCalls();
      const profiles = await Promise.all(all.map(({ session }) => session.read()));
      expect(fake.takeCalls()).to.deep.equal(['getUser']);
      expect(profiles[2]).to.deep.equal({
        uid: 'alice',
        name: 'Alice',
        avatar: '',
        statusMessage: 'Here',
      });
    });

    it('with different tokens does not throw the first one out', async () => {
      const fake = reasonable();
      const [first, second] = await Promise.allSettled([
        join({ sdk: fake.sdk, token: fixed('token-alice') }),
        join({ sdk: fake.sdk, token: fixed('token-bob') }),
      ]);
      expect(first.status).to.equal('fulfilled');
      expect(second).to.have.nested.property('reason.code', 'session-conflict');
      expect(fake.stored?.uid).to.equal('alice');
    });

    it('leaves one ear at the host, and none in the end', async () => {
      const fake = reasonable('alice');
      const all = await Promise.all([1, 2].map(() => join({ sdk: fake.sdk })));
      expect(fake.listeners.size).to.equal(1);
      for (const { session } of all) session.release();
      expect(fake.listeners.size).to.equal(0);
    });
  });

  it('logs nobody in for an editor that is gone before', async () => {
    const fake = createFakeSdk({ appId: 'app' });
    const controller = new AbortController();
    const joined = join({ sdk: fake.sdk, signal: controller.signal, expectedUid: 'alice' });
    controller.abort();
    await joined.catch(() => undefined);
    expect(fake.takeCalls()).not.to.include('login');
  });

  it('is given up where the editor is gone meanwhile', async () => {
    const fake = reasonable('alice');
    const controller = new AbortController();
    const joined = join({ sdk: fake.sdk, signal: controller.signal });
    controller.abort();
    const reason: unknown = await joined.catch((error: unknown) => error);
    expect(reason).to.have.property('name', 'AbortError');
    expect(fake.listeners.size).to.equal(0);
  });
});
