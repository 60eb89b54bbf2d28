import { expect } from '@open-wc/testing';
import { createSessions } from '../../src/session/cometchat-session.js';
import { OwnSdk } from '../../src/session/own-sdk.js';
import { ProfileError } from '../../src/errors.js';
import type { Connect, SessionConfig } from '../../src/session/session.js';
import { createDeferred, settled, type Deferred } from '../support/deferred.js';
import { createFakeSdk, type FakeSdk } from '../support/fake-sdk.js';
import { endSessions, fixed, join, made } from './support.js';

/** An opening that is held at one of the promises that it awaits. */
interface Held {
  readonly fake: FakeSdk;
  readonly connect: Connect;
  readonly controller: AbortController;
  /** The uid that was reached, or the code or name of the error. */
  readonly outcome: Promise<string>;
  /** Lets it go on. */
  release(): void;
}

type Change = Partial<SessionConfig>;

interface Hold {
  readonly change?: Change;
  release(): void;
}

/** Every promise that is awaited on the way to a session. */
const places: Record<string, (fake: FakeSdk, deferred: Deferred<void>) => Hold> = {
  'for the host’s own login': ({ sdk }) => {
    sdk.loginInProgress = true;
    return {
      release: () => {
        sdk.loginInProgress = false;
      },
    };
  },
  'for the stored user': (fake, deferred) => {
    fake.replace.getLoggedinUser = async () => {
      await deferred.promise;
      return fake.stored ?? null;
    };
    return { release: () => deferred.resolve() };
  },
  'for a token': (_, deferred) => ({
    release: () => deferred.resolve(),
    change: {
      token: made(async () => {
        await deferred.promise;
        return 'token-alice';
      }),
    },
  }),
  'for the login': (fake, deferred) => {
    fake.replace.login = async () => {
      await deferred.promise;
      fake.logIn('alice');
      return fake.stored;
    };
    return { release: () => deferred.resolve() };
  },
};

const events = {
  'the editor is removed': ({ controller }: Held) => controller.abort(),
  'the host logs out': ({ fake }: Held) => fake.logOut(),
  'the host logs in and out': ({ fake }: Held) => {
    fake.logIn('bob');
    fake.logOut();
  },
  'the host logs bob in': ({ fake }: Held) => fake.logIn('bob'),
};

describe('opening a session', () => {
  afterEach(endSessions);

  const hold = async (
    place: string,
    { isOwn = false, change }: { isOwn?: boolean; change?: Change } = {},
  ): Promise<Held> => {
    const fake = createFakeSdk(isOwn ? {} : { appId: 'app' });
    const connect: Connect = createSessions(
      new OwnSdk(async () => ({ CometChat: fake.sdk }), { isPrivate: true }),
    ).connect;
    const held = places[place]?.(fake, createDeferred());
    if (!held) throw new Error(`Nothing is awaited ${place}`);
    const controller = new AbortController();
    const joined = join(
      {
        signal: controller.signal,
        ...held.change,
        ...(!isOwn && { sdk: fake.sdk }),
        ...change,
      },
      connect,
    );
    const outcome = joined.then(
      ({ session }) => session.uid,
      (error: Error) => (error instanceof ProfileError ? error.code : error.name),
    );
    await settled();
    return { fake, connect, controller, outcome, release: held.release };
  };

  const logins = ({ fake }: Held): number => fake.calls.filter(([name]) => name === 'login').length;

  for (const place of Object.keys(places)) {
    for (const event of Object.keys(events) as (keyof typeof events)[]) {
      it(`looks again after waiting ${place}: ${event}`, async () => {
        const held = await hold(place);
        const begun = logins(held);
        events[event](held);
        held.release();
        const outcome = await held.outcome;
        await settled();
        expect(logins(held)).to.equal(begun);
        if (event === 'the editor is removed') {
          expect(outcome).to.equal('AbortError');
        } else if (event !== 'the host logs bob in') {
          expect(outcome).to.equal('no-token');
          expect(held.fake.stored).to.equal(undefined);
        } else if (place !== 'for the login') {
          // A login of the host during ours would meet the SDK’s own lock.
          expect(outcome).to.be.oneOf(['session-conflict', 'bob']);
          expect(held.fake.stored?.uid).to.equal('bob');
        }
      });
    }

    it(`leaves nothing in an own copy after waiting ${place}: the editor is removed`, async () => {
      const held = await hold(place, { isOwn: true });
      held.controller.abort();
      held.release();
      expect(await held.outcome).to.equal('AbortError');
      await settled();
      expect(held.fake.stored).to.equal(undefined);
      expect(held.fake.listeners.size).to.equal(0);
    });
  }

  it('obeys the latest settings, while the source of tokens before them still thinks', async () => {
    const held = await hold('for a token');
    const replaced = join({ sdk: held.fake.sdk, token: fixed('token-bob') }, held.connect);
    held.controller.abort();
    expect(await held.outcome).to.equal('AbortError');
    expect((await replaced).session.uid).to.equal('bob');
    held.release();
    await settled();
    expect(logins(held)).to.equal(1);
    expect(held.fake.stored?.uid).to.equal('bob');
  });

  it('starts nothing for an editor that went while it queued', async () => {
    const held = await hold('for a token');
    const controller = new AbortController();
    const asked: string[] = [];
    const token = made(async () => {
      asked.push('token');
      return 'token-bob';
    });
    const queued = join({ sdk: held.fake.sdk, token, signal: controller.signal }, held.connect);
    queued.catch(() => undefined);
    await settled();
    controller.abort();
    held.fake.replace.login = () => Promise.reject({ code: 'FAILED_TO_FETCH' });
    held.release();
    expect(await held.outcome).to.equal('network');
    await settled();
    expect(asked).to.deep.equal([]);
  });

  it('goes on for the editors that stay where one of them goes', async () => {
    const fake = createFakeSdk({ appId: 'app' });
    const answer = createDeferred<string>();
    const token = made(() => answer.promise);
    const controller = new AbortController();
    const first = join({ sdk: fake.sdk, token, signal: controller.signal });
    const second = join({ sdk: fake.sdk, token });
    first.catch(() => undefined);
    await settled();
    controller.abort();
    answer.resolve('token-alice');
    expect((await second).session.uid).to.equal('alice');
    expect(await first.catch((error: Error) => error.name)).to.equal('AbortError');
  });

  it('does not wait for the token of an editor that has gone', async () => {
    const held = await hold('for a token', { isOwn: true });
    held.controller.abort();
    // Never released: the page never answers.
    expect(await held.outcome).to.equal('AbortError');
  });

  it('takes up a login that is under way for an editor that came back', async () => {
    const token = made(async () => 'token-alice');
    const fake = createFakeSdk({ appId: 'app' });
    const answer = createDeferred<unknown>();
    fake.replace.login = async () => {
      await answer.promise;
      fake.logIn('alice');
      return fake.stored;
    };
    const controller = new AbortController();
    const first = join({ sdk: fake.sdk, token, signal: controller.signal });
    first.catch(() => undefined);
    await settled();
    controller.abort();
    const second = join({ sdk: fake.sdk, token });
    await settled();
    answer.resolve(undefined);
    expect((await second).session.uid).to.equal('alice');
    expect(fake.calls.filter(([name]) => name === 'login').length).to.equal(1);
  });

  it('judges a session by the settings of each editor', async () => {
    const fake = createFakeSdk({ appId: 'app', uid: 'bob' });
    const token = made(async () => 'token-alice');
    const [known, unknown] = await Promise.allSettled([
      join({ sdk: fake.sdk, token, expectedUid: 'alice' }),
      join({ sdk: fake.sdk, token }),
    ]);
    expect(known).to.have.nested.property('reason.code', 'session-conflict');
    expect(unknown).to.have.nested.property('value.session.uid', 'bob');
  });
});
