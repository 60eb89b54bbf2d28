import { expect, waitUntil } from '@open-wc/testing';
import { limits } from '../../src/session/deadline.js';
import { createSessions } from '../../src/session/cometchat-session.js';
import { OwnSdk } from '../../src/session/own-sdk.js';
import type { Connect, SessionConfig } from '../../src/session/session.js';
import { createFakeSdk, type FakeSdk } from '../support/fake-sdk.js';
import {
  endSessions,
  errorOf,
  fixed,
  join as joinBy,
  never,
  textsOf,
  type Joined,
} from './support.js';

const page = globalThis as { CometChat?: unknown };

describe('the editor’s own copy', () => {
  let fake: FakeSdk;
  let load: () => Promise<unknown>;
  let connect: Connect;

  beforeEach(() => {
    fake = createFakeSdk();
    load = async () => ({ CometChat: fake.sdk });
    connect = createSessions(new OwnSdk(() => load(), { isPrivate: true })).connect;
  });

  const join = (change: Partial<SessionConfig> = {}): Promise<Joined> => joinBy(change, connect);

  afterEach(() => {
    endSessions();
    delete page.CometChat;
  });

  it('that cannot be fetched is told, and fetched again with the next try', async () => {
    load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    expect((await errorOf(join())).code).to.equal('sdk-unavailable');
    page.CometChat = createFakeSdk({ appId: 'other' }).sdk;
    load = async () => ({});
    expect((await errorOf(join())).code).to.equal('sdk-unavailable');
    delete page.CometChat;
    load = async () => ({ CometChat: fake.sdk });
    expect((await join()).session).to.include({ uid: 'alice', shared: false });
  });

  it('is initialised without a socket, in session storage', async () => {
    await join();
    expect(fake.settings).to.deep.equal({ region: 'us', socket: false, storage: 'session' });
    expect(fake.takeCalls().filter((name) => name === 'init').length).to.equal(1);
    await join();
    expect(fake.takeCalls()).not.to.include('init');
  });

  it('has a socket and dedicated hosts where the page wants them', async () => {
    await join({ presence: true, clientHost: 'a.example', adminHost: 'b.example', region: 'EU' });
    expect(fake.settings).to.deep.equal({
      region: 'EU',
      socket: true,
      presence: true,
      storage: 'session',
      clientHost: 'a.example',
      adminHost: 'b.example',
    });
  });

  it('is initialised anew where the page corrects its settings', async () => {
    await join({ region: 'eu', clientHost: 'wrong.example' });
    fake.takeCalls();
    await join({ region: 'us' });
    expect(fake.takeCalls()).to.include('init');
    expect(fake.settings).to.deep.equal({ region: 'us', socket: false, storage: 'session' });
  });

  it('is initialised again where the page has cleared its storage', async () => {
    const { session } = await join();
    session.release();
    sessionStorage.clear();
    fake.stored = undefined;
    fake.takeCalls();
    expect((await join()).session.uid).to.equal('alice');
    expect(fake.takeCalls().filter((name) => name !== 'getLoggedinUser')).to.deep.equal([
      'init',
      'login',
    ]);
  });

  it('says which version it needs where the SDK has no session storage', async () => {
    const { AppSettingsBuilder } = fake.sdk;
    Object.assign(fake.sdk, { SDKHeader: { sdkVersion: '4.0.11' } });
    delete (AppSettingsBuilder.prototype as Record<string, unknown>)['setStorageMode'];
    const error = await errorOf(join());
    expect(error.code).to.equal('sdk-unavailable');
    expect(error.message).to.contain('4.0.11').and.to.contain('4.1.3');
    expect(error.cause).to.deep.equal({ found: '4.0.11', needed: '4.1.3' });
    expect(fake.takeCalls()).not.to.include('init');
  });

  it('whose file was lost is fetched again under another address', async () => {
    const asked = (): string[] => performance.getEntriesByType('resource').map(({ name }) => name);
    const texts = [
      'Failed to fetch dynamically imported module: ',
      'error loading dynamically imported module: ',
    ];
    for (const [index, text] of texts.entries()) {
      const address = new URL(`/src/session/uid.ts?i=${index}`, location.href).href;
      load = () => Promise.reject(new TypeError(text + address));
      connect = createSessions(new OwnSdk(() => load(), { isPrivate: true })).connect;
      expect((await errorOf(join())).code).to.equal('sdk-unavailable');
      expect((await errorOf(join())).code).to.equal('sdk-unavailable');
      expect((await errorOf(join())).code).to.equal('sdk-unavailable');
      expect(asked()).to.include(`${address}&retry=1`).and.to.include(`${address}&retry=2`);
    }
  });

  it('is logged out by nobody but the server', async () => {
    const { events } = await join();
    fake.logOut();
    await waitUntil(() => events.length > 1, 'nothing was told', { interval: 1 });
    expect(events.at(-1)).to.deep.equal({ type: 'ended', reason: 'expired' });
  });

  it('is never found on the page, not even for a moment', async () => {
    await join();
    expect(page.CometChat).to.equal(undefined);
  });

  it('leaves what the page has there, and what it puts there meanwhile', async () => {
    const before = { version: 1 };
    const after = { version: 2 };
    page.CometChat = before;
    fake.replace.init = async () => {
      page.CometChat = fake.sdk;
      expect(page.CometChat).to.equal(before);
      page.CometChat = after;
      fake.appId = 'app';
    };
    await join();
    expect(page.CometChat).to.equal(after);
    expect(Object.getOwnPropertyDescriptor(page, 'CometChat')).to.include({ value: after });
  });

  it('leaves an accessor of the page in its place', async () => {
    let value: unknown = { version: 1 };
    const accessor = {
      configurable: true,
      enumerable: false,
      get: () => value,
      set: (next: unknown) => (value = next),
    };
    Object.defineProperty(page, 'CometChat', accessor);
    fake.replace.init = async () => {
      page.CometChat = fake.sdk;
      expect(page.CometChat).to.deep.equal({ version: 1 });
      page.CometChat = { version: 2 };
      fake.appId = 'app';
    };
    await join();
    expect(value).to.deep.equal({ version: 2 });
    expect(Object.getOwnPropertyDescriptor(page, 'CometChat')).to.deep.equal(accessor);
  });

  it('is used beside a copy of the page that is for another app', async () => {
    const hosts = createFakeSdk({ appId: 'other', uid: 'bob' });
    page.CometChat = hosts.sdk;
    expect((await join()).session).to.include({ uid: 'alice', shared: false });
    expect(page.CometChat).to.equal(hosts.sdk);
    expect(hosts.takeCalls()).to.deep.equal([]);
  });

  it('is used with another try where the page’s copy is not initialised in time', async () => {
    limits.hostInit = 20;
    page.CometChat = createFakeSdk().sdk;
    const error = await errorOf(join());
    expect(error.code).to.equal('timeout');
    expect(error.subject).to.deep.equal(['CometChat.init']);
    expect((await join()).session.shared).to.equal(false);
  });

  it('that does not come up is told, with nothing of what the SDK said', async () => {
    limits.request = 20;
    fake.replace.init = never;
    expect((await errorOf(join())).code).to.equal('timeout');
    fake.replace.init = () => Promise.reject({ code: 'X', message: 'secret token' });
    const error = await errorOf(join());
    expect(error.code).to.equal('sdk-unavailable');
    expect(textsOf(error)).not.to.include('secret token');
    fake.replace = {};
    expect((await join()).session.uid).to.equal('alice');
  });

  it('is not taken from one app to another', async () => {
    await join();
    const error = await errorOf(join({ appId: 'other' }));
    expect(error.code).to.equal('invalid-config');
    expect(error.subject).to.deep.equal(['app-id']);
  });

  it('is initialised once for editors that start together', async () => {
    await Promise.all([join(), join(), join()]);
    const calls = fake.takeCalls();
    expect(calls.filter((name) => name === 'init').length).to.equal(1);
    expect(calls.filter((name) => name === 'login').length).to.equal(1);
  });

  it('lets the user be changed once nobody follows the first', async () => {
    const { session } = await join();
    expect((await errorOf(join({ token: fixed('token-bob') }))).code).to.equal('session-conflict');
    session.release();
    expect((await join({ token: fixed('token-bob') })).session.uid).to.equal('bob');
  });

  it('tells no host of a save, for there is none', async () => {
    const { session } = await join();
    fake.takeCalls();
    await session.save({ name: 'Ann' });
    expect(fake.takeCalls()).not.to.include('login');
  });
});
