import { isProfileError, ProfileError } from '../errors.js';
import { importAgain } from '../import-again.js';
import type { Profile } from '../profile.js';
import { limits, waitUntil } from './deadline.js';
import { SdkFinder } from './find-sdk.js';
import { Greeter } from './greeter.js';
import type { Meanwhile } from './host-watch.js';
import { importHost } from './import-host.js';
import { lastVisit } from './last-visit.js';
import { LoginQueue } from './login-queue.js';
import { OwnSdk } from './own-sdk.js';
import { painted } from './painted.js';
import { checkConfig } from './preconditions.js';
import type { Save, SaveQueue } from './save-queue.js';
import { createTokenSource } from './token.js';
import { appIdOf, type CometChatSdk } from './sdk-types.js';
import type { Connect, ProfileSession, SessionConfig, SessionEvent } from './session.js';
import { SharedSdk, type Subscriber } from './shared-sdk.js';

// With the first edit it is there already.
const importQueue = importAgain(
  () => import('./save-queue.js'),
  (module) => 'SaveQueue' in module,
  'saving',
);

/** What belongs to one SDK copy. */
interface Copy {
  readonly shared: SharedSdk;
  readonly logins: LoginQueue;
  /** Undefined until there is something to save. */
  saves: SaveQueue | undefined;
}

/** The same as {@link Connect}, with a source of tokens made of what the page gave. */
export type ConnectSession = (
  config: SessionConfig,
  listener: (event: SessionEvent) => void,
) => Promise<ProfileSession>;

export interface Sessions {
  /** Connects through the CometChat SDK: the host's copy, or the editor's own. */
  readonly connect: ConnectSession;
  /**
   * Forgets the login of an app that the editor made by itself, in this page and in the storage of this tab; to be called
   * when the site signs its user out. Editors that show it tell of `logged-out`. Unsaved edits are kept for the user's
   * return. Nothing is sent: the token stays valid until the site's backend revokes it. A host's own session is left
   * alone.
   */
  readonly endSession: (appId: string) => Promise<void>;
}

export function createSessions(own = new OwnSdk()): Sessions {
  const copies = new WeakMap<CometChatSdk, Copy>();
  const finder = new SdkFinder(own);
  const greeter = new Greeter(own, finder);
  /** The last sign-out of each app. */
  const signOuts = new Map<string, object>();

  async function findCopy(config: SessionConfig): Promise<Copy> {
    const sdk = await finder.find(config);
    // Nobody is logged in for an editor that is gone, or has been given another token.
    config.signal.throwIfAborted();
    let copy = copies.get(sdk);
    if (!copy) {
      const shared = new SharedSdk(sdk, appIdOf(sdk), () => own.has(sdk));
      copy = { shared, logins: new LoginQueue(shared), saves: undefined };
      copies.set(sdk, copy);
    }
    return copy;
  }

  const connect: ConnectSession = async (given, listener) => {
    const config = greeter.greet(checkConfig(given), listener);
    const signOut = signOuts.get(config.appId);
    let copy: Copy | undefined;
    const candidate = (): CometChatSdk | undefined => finder.candidate(config);
    try {
      const found = (copy = await findCopy(config));
      if (signOuts.get(config.appId) !== signOut) throw new ProfileError('no-token');
      const { shared, logins } = found;
      const session = await logins.open(config, ({ profile, isStored }) => {
        const { appId } = shared;
        if (!isStored || !config.noDraft) listener({ type: 'known', appId, user: profile });
        if (!isStored) keepProfile(found, config, profile);
        return createSession(found, profile.uid, config, listener);
      });
      if (!shared.shared) {
        void watch(config, { candidate, session: { uid: session.uid, shared } });
      }
      return session;
    } catch (error) {
      if (copy?.shared.shared) awaitHostLogin(copy.shared, config, error as ProfileError);
      else if (canHostHelp(error)) void watch(config, { candidate });
      throw error;
    } finally {
      greeter.forget(config);
    }
  };

  const endSession = async (appId: string): Promise<void> => {
    if (finder.hasHost(appId)) return;
    signOuts.set(appId, {});
    const copy = own.sdk && copies.get(own.sdk);
    const isOwn = copy?.shared.appId === appId;
    if (isOwn) {
      copy.logins.end();
      await copy.shared.forget();
    }
    own.forget(appId);
    lastVisit.keep(appId);
    if (isOwn) copy.shared.end('logged-out');
  };

  return { connect, endSession };
}

/** The copy that the editors of a page share. */
export const ownSdk = new OwnSdk();

const { connect, endSession } = createSessions(ownSdk);

export { connect as connectSession, endSession };

export const connectCometChat: Connect = async ({ tokens, ...config }, listener) =>
  connect(
    {
      ...config,
      noDraft: tokens.noDraft,
      shown: tokens.initialProfile ? painted() : undefined,
      token: createTokenSource(tokens),
    },
    listener,
  );

/** Notes what the server just said, for the next visit; nothing of a host's login. */
function keepProfile({ shared }: Copy, { noDraft }: SessionConfig, profile?: Profile): void {
  if (!shared.shared) lastVisit.keep(shared.appId, noDraft ? undefined : profile);
}

async function save(copy: Copy, change: Save): Promise<Profile> {
  const { shared } = copy;
  // From here on, although what queues it may still be fetched.
  shared.saves += 1;
  try {
    const { SaveQueue: Queue } = await importQueue().catch((cause: unknown) => {
      throw new ProfileError('sdk-unavailable', { cause });
    });
    copy.saves ??= new Queue(shared);
    return await copy.saves.add(change);
  } finally {
    shared.saves -= 1;
  }
}

function createSession(
  copy: Copy,
  uid: string,
  config: SessionConfig,
  listener: (event: SessionEvent) => void,
): ProfileSession {
  const { shared } = copy;
  const { noHostSync, signal, onHostLogin } = config;
  let isOver = false;
  let isGone = false;
  const subscriber: Subscriber = {
    get uid() {
      return isOver ? undefined : uid;
    },
    notify: (event) => {
      if (event.type === 'host-login') {
        end();
        onHostLogin();
        return;
      }
      // A host that logs out may log in again.
      isOver = shared.shared && event.type === 'ended' && event.reason !== 'other-user';
      listener(event);
    },
  };
  const end = (): void => {
    isGone = true;
    shared.unsubscribe(subscriber);
  };
  /** A call may meet the end of the session before the SDK tells of it. */
  const noteEnd = (error: unknown): never => {
    isOver ||= shared.shared && isProfileError(error) && error.code === 'session-expired';
    throw error;
  };
  const keep = (profile: Profile): Profile => {
    // What is answered after the end is nobody's; and what was kept before may be older.
    keepProfile(copy, config, isGone ? undefined : profile);
    return profile;
  };
  shared.subscribe(subscriber);
  signal.addEventListener('abort', end, { once: true });
  return {
    uid,
    appId: shared.appId,
    shared: shared.shared,
    read: () => shared.read(uid).then(keep, noteEnd),
    save: (changes) =>
      save(copy, { uid, changes, hostSync: !noHostSync, by: subscriber, signal }).then(
        keep,
        noteEnd,
      ),
    release: () => {
      if (!isOver) end();
    },
  };
}

// Where it can't be fetched, a host that comes late is found with the next try.
async function watch(config: SessionConfig, meanwhile: Meanwhile): Promise<void> {
  const isThere = (): boolean => meanwhile.candidate() !== undefined;
  if (!(await waitUntil(isThere, Infinity, config.signal, limits.hostLook))) return;
  const host = await importHost().catch(() => undefined);
  await host?.watchForHost(config, meanwhile);
}

/** Whether an editor without a host's copy would be better off with one; not where its settings are wrong. */
function canHostHelp(error: unknown): boolean {
  if (!isProfileError(error)) return false;
  return error.code !== 'invalid-config' || error.subject.includes('sdk');
}

// On a host's copy the missing login, or another one, may come at any time.
function awaitHostLogin(shared: SharedSdk, config: SessionConfig, error: ProfileError): void {
  const { signal, onHostLogin } = config;
  const isCurable = ['no-token', 'session-conflict', 'invalid-credentials'].includes(error.code);
  if (!isCurable || signal.aborted) return;
  const subscriber: Subscriber = {
    uid: undefined,
    notify: (event) => {
      if (event.type !== 'host-login') return;
      shared.unsubscribe(subscriber);
      onHostLogin();
    },
  };
  shared.subscribe(subscriber);
  signal.addEventListener('abort', () => shared.unsubscribe(subscriber), { once: true });
}
