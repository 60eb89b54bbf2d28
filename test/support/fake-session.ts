import { ProfileError } from '../../src/errors.js';
import { emptyValues, type Profile, type ProfileChanges } from '../../src/profile.js';
import { createTokenSource } from '../../src/session/token.js';
import type { Connect, ConnectConfig, KnownUser, SessionEvent } from '../../src/session/session.js';
import { createDeferred, type Deferred } from './deferred.js';

export type CallKind = 'connect' | 'read' | 'save';

/** One call that a test holds back. */
export interface HeldCall {
  /** Settles when the call has come. */
  readonly arrived: Promise<void>;
  /** Lets it be answered as usual. */
  answer(): void;
  /** Lets it fail; a save with `isApplied` is stored all the same. */
  fail(error: ProfileError, options?: { readonly isApplied?: boolean }): void;
}

interface Hold {
  readonly arrived: Deferred<void>;
  readonly release: Deferred<Fault | undefined>;
}

/** How a call goes wrong. */
export interface Fault {
  readonly error?: ProfileError;
  /** For a save: whether it is stored although it fails. */
  readonly isApplied?: boolean;
  /** For a save: answers as if it went well, and stores nothing. */
  readonly isIgnored?: boolean;
}

/** A save as the server got it. */
export interface RecordedSave {
  readonly uid: string;
  readonly changes: ProfileChanges;
}

interface Listener {
  readonly uid: string;
  readonly notify: (event: SessionEvent) => void;
}

/** A server and its sessions, in memory. The token `token-alice` logs in alice. */
export class FakeBackend {
  readonly users = new Map<string, Profile>();
  readonly calls: CallKind[] = [];
  readonly configs: ConnectConfig[] = [];
  readonly saves: RecordedSave[] = [];
  /** Ends with the call; one at most. */
  savesInFlight = 0;
  /** The most saves that were ever under way at the same time. */
  mostSavesInFlight = 0;
  /** How many calls came and are held back. */
  heldCalls = 0;
  isShared = false;
  /** Whether connecting takes a login, whose answer is told; else the session was there. */
  answersLogin = true;
  /** What is told of the person as soon as somebody begins to connect. */
  known: KnownUser | undefined;
  /** Whether the server refuses every call of the sessions that are there. */
  isExpired = false;
  readonly #holds: Record<CallKind, Hold[]> = { connect: [], read: [], save: [] };
  readonly #faults: Partial<Record<CallKind, Fault>> = {};
  readonly #listeners = new Set<Listener>();

  constructor(...users: readonly Profile[]) {
    for (const user of users) this.users.set(user.uid, user);
  }

  /** How many sessions were opened and not released. */
  get openSessions(): number {
    return this.#listeners.size;
  }

  /** Holds the next call of the kind back. */
  hold(kind: CallKind): HeldCall {
    const hold = { arrived: createDeferred(), release: createDeferred<Fault | undefined>() };
    this.#holds[kind].push(hold);
    return {
      arrived: hold.arrived.promise,
      answer: () => hold.release.resolve(undefined),
      fail: (error, options) => hold.release.resolve({ error, ...options }),
    };
  }

  /** Makes all calls of the kind fail, until it is called without a fault. */
  setFault(kind: CallKind, fault?: Fault): void {
    if (fault) this.#faults[kind] = fault;
    else delete this.#faults[kind];
  }

  /** Lets all calls to come go well. */
  clearFaults(): void {
    for (const kind of ['connect', 'read', 'save'] as const) {
      delete this.#faults[kind];
      this.#holds[kind] = [];
    }
  }

  /** Tells the sessions of a user, or all of them. */
  emit(event: SessionEvent, uid?: string): void {
    for (const listener of this.#listeners) {
      if (uid === undefined || listener.uid === uid) listener.notify(event);
    }
  }

  /** Changes a user as another device would. */
  patch(uid: string, changes: ProfileChanges): Profile {
    const profile = { ...this.user(uid), ...changes };
    this.users.set(uid, profile);
    return profile;
  }

  user(uid: string): Profile {
    const user = this.users.get(uid);
    if (!user) throw new Error(`There is no user ${uid}`);
    return user;
  }

  readonly connect: Connect = async (config, notify) => {
    this.configs.push(config);
    const { known: user } = this;
    if (user) notify({ type: 'known', appId: config.appId, user });
    await this.#pass('connect');
    const token = createTokenSource(config.tokens);
    if (!token) throw new ProfileError('no-token');
    const uid = (await token.get(config.reason)).replace('token-', '');
    config.signal.throwIfAborted();
    if (!this.users.has(uid)) throw new ProfileError('invalid-credentials');
    this.isExpired = false;
    const listener: Listener = { uid, notify };
    this.#listeners.add(listener);
    const { appId } = config;
    if (this.answersLogin) notify({ type: 'known', appId, user: this.user(uid) });
    return {
      uid,
      appId: config.appId,
      shared: this.isShared,
      read: async () => {
        await this.#pass('read');
        this.#checkSession();
        return this.user(uid);
      },
      save: (changes) => this.#save(uid, changes),
      release: () => void this.#listeners.delete(listener),
    };
  };

  async #save(uid: string, changes: ProfileChanges): Promise<Profile> {
    this.saves.push({ uid, changes });
    this.savesInFlight += 1;
    this.mostSavesInFlight = Math.max(this.mostSavesInFlight, this.savesInFlight);
    try {
      const fault = await this.#find('save');
      if (!fault?.error) this.#checkSession();
      const isStored = fault?.error ? fault.isApplied : !fault?.isIgnored;
      if (isStored) this.patch(uid, changes);
      if (fault?.error) throw fault.error;
      return this.user(uid);
    } finally {
      this.savesInFlight -= 1;
    }
  }

  #checkSession(): void {
    if (this.isExpired) throw new ProfileError('session-expired');
  }

  async #pass(kind: CallKind): Promise<void> {
    const fault = await this.#find(kind);
    if (fault?.error) throw fault.error;
  }

  async #find(kind: CallKind): Promise<Fault | undefined> {
    this.calls.push(kind);
    const hold = this.#holds[kind].shift();
    if (!hold) return this.#faults[kind];
    hold.arrived.resolve();
    this.heldCalls += 1;
    const fault = await hold.release.promise;
    this.heldCalls -= 1;
    return fault;
  }
}

/** A user with what a test does not care for left empty. */
export function makeUser(uid: string, values: ProfileChanges = {}): Profile {
  return { uid, ...emptyValues, name: uid, ...values };
}
