import { ProfileError, type ProfilePhase } from '../errors.js';
import type { SessionEndReason } from '../events.js';
import type { Profile, ProfileChanges } from '../profile.js';
import { limits, withDeadline } from './deadline.js';
import type { OtherTabs } from './other-tabs.js';
import { SaveGuard } from './save-guard.js';
import { readProfile, readSdkUser, type CometChatSdk, type StoredUser } from './find-sdk.js';
import type { SessionEvent } from './session.js';

/** One editor's ear at a connection. */
export interface Subscriber {
  /** The user whose session it follows; undefined while it waits for a login of the host. */
  readonly uid: string | undefined;
  notify(event: ConnectionEvent): void;
}

/** What a connection tells: a session's events, and that the host logged somebody in. */
export type ConnectionEvent = SessionEvent | { readonly type: 'host-login' };

const listenerId = 'cometchat-profile-editor';

/** Undefined where it could not be fetched. */
const loadLater = () => import('./lazy-session.js').catch(() => undefined);

// That the meaning of a failure can't be fetched is a lost connection as well.
async function translate(rejection: unknown, phase: ProfilePhase): Promise<ProfileError> {
  if (rejection instanceof ProfileError) return rejection;
  const later = await loadLater();
  if (!later) return new ProfileError('network');
  const { code, options } = later.readRejection(rejection, phase);
  return new ProfileError(code, options);
}

/** What all editors of a page share of one SDK copy: the listeners, the reads and the one queue of saves. */
export class Connection {
  readonly sdk: CometChatSdk;
  readonly shared: boolean;
  readonly #subscribers = new Set<Subscriber>();
  readonly #guards = new Set<SaveGuard>();
  readonly #reads = new Map<string, Promise<Profile>>();
  readonly #appId: string;
  #otherTabs: OtherTabs | undefined;
  #isListening = false;
  #saves: Promise<unknown> = Promise.resolve();
  #update: Promise<unknown> | undefined;
  #token = '';
  #deadToken: string | undefined;

  constructor(sdk: CometChatSdk, shared: boolean, appId: string) {
    this.sdk = sdk;
    this.shared = shared;
    this.#appId = appId;
  }

  /** The user of a session that an editor of this page follows. */
  get followedUid(): string | undefined {
    for (const { uid } of this.#subscribers) if (uid !== undefined) return uid;
    return undefined;
  }

  subscribe(subscriber: Subscriber): void {
    // Ahead of the failure that it has the words for.
    void loadLater();
    this.#subscribers.add(subscriber);
    this.#updateListeners();
  }

  unsubscribe(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.#updateListeners();
  }

  /** The logged-in user as the SDK has it stored, unless the server refused that login; makes no request. */
  async storedUser(): Promise<StoredUser | undefined> {
    const user = readSdkUser(await this.call('connect', () => this.sdk.getLoggedinUser()));
    if (!user || user.authToken === this.#deadToken) return undefined;
    this.#token = user.authToken;
    return user;
  }

  /** To be called after a login: a token that the server once refused may be good again. */
  trust(): void {
    this.#deadToken = undefined;
  }

  read(uid: string): Promise<Profile> {
    let read = this.#reads.get(uid);
    if (!read) {
      read = this.call('load', () => this.sdk.getUser(uid))
        .then((user) => readProfile(user, uid))
        .finally(() => this.#reads.delete(uid));
      this.#reads.set(uid, read);
    }
    return read;
  }

  save(uid: string, changes: ProfileChanges, hostSync: boolean, by: Subscriber): Promise<Profile> {
    const save = this.#saves.then(() => this.#save(uid, changes, hostSync, by));
    this.#saves = save.catch(() => undefined);
    return save;
  }

  async #save(
    uid: string,
    changes: ProfileChanges,
    hostSync: boolean,
    by: Subscriber,
  ): Promise<Profile> {
    await this.#update;
    // The SDK sends every save for whoever is logged in, whatever uid the argument carries.
    if ((await this.storedUser())?.uid !== uid) throw new ProfileError('session-expired');
    const user = new this.sdk.User(uid);
    if (changes.name !== undefined) user.setName(changes.name);
    if (changes.avatar !== undefined) user.setAvatar(changes.avatar);
    if (changes.statusMessage !== undefined) user.setStatusMessage(changes.statusMessage);
    const guard = new SaveGuard(this.sdk);
    this.#guards.add(guard);
    this.#updateListeners();
    const update = (async () => this.sdk.updateCurrentUserDetails(user))();
    void this.#endGuard(update, guard);
    // One that is late may still be applied: the next waits for it, though not for ever.
    this.#update = withDeadline(update, 2 * limits.request).catch(() => undefined);
    let profile: Profile;
    try {
      profile = readProfile(await this.call('save', () => update), uid);
    } catch (error) {
      update.then(
        () => this.notify(uid, { type: 'changed-elsewhere' }),
        () => undefined,
      );
      throw error;
    }
    for (const subscriber of this.#subscribers) {
      if (subscriber !== by && subscriber.uid === uid) {
        subscriber.notify({ type: 'saved', profile });
      }
    }
    this.#otherTabs?.announce(uid);
    if (this.shared && hostSync && !guard.hasChanged) {
      const later = await loadLater();
      await later?.refreshHost(this).catch(() => undefined);
    }
    return profile;
  }

  async #endGuard(update: Promise<unknown>, guard: SaveGuard): Promise<void> {
    try {
      await update;
      await guard.repair();
    } catch {
      // Whoever waits for the save is told by its own promise.
    } finally {
      this.#guards.delete(guard);
      this.#updateListeners();
    }
  }

  /** Calls the SDK under the time limit and turns what it rejects with into a `ProfileError`. */
  async call<T>(phase: ProfilePhase, call: () => Promise<T>): Promise<T> {
    try {
      return await withDeadline(call());
    } catch (rejection) {
      const error = await translate(rejection, phase);
      if (error.code === 'session-expired') this.#deadToken = this.#token;
      throw error;
    }
  }

  #updateListeners(): void {
    const isNeeded = this.#subscribers.size + this.#guards.size > 0;
    if (isNeeded === this.#isListening) return;
    this.#isListening = isNeeded;
    if (isNeeded) {
      const { LoginListener } = this.sdk;
      this.sdk.addLoginListener(
        listenerId,
        new LoginListener({
          loginSuccess: (user) => this.#handleLogin(user),
          logoutSuccess: () => void this.#handleLogout(),
        }),
      );
      void this.#listenToOtherTabs();
    } else {
      this.sdk.removeLoginListener(listenerId);
      this.#otherTabs?.close();
      this.#otherTabs = undefined;
    }
  }

  // Where it can't be fetched, a change in another tab is seen with the next reading.
  async #listenToOtherTabs(): Promise<void> {
    const later = await loadLater();
    if (!later || !this.#isListening || this.#otherTabs) return;
    this.#otherTabs = new later.OtherTabs(this.#appId, this);
  }

  #handleLogin(user: unknown): void {
    for (const guard of this.#guards) guard.loggedIn(user);
    this.trust();
    const uid = readSdkUser(user)?.uid;
    for (const subscriber of this.#subscribers) {
      if (subscriber.uid === undefined) subscriber.notify({ type: 'host-login' });
      else if (subscriber.uid !== uid) subscriber.notify({ type: 'ended', reason: 'other-user' });
    }
  }

  async #handleLogout(): Promise<void> {
    for (const guard of this.#guards) guard.loggedOut();
    const token = this.#token;
    // The SDK logs out on a token that the server does not know; the call that met it rejects at about the same time,
    // and says why once this is loaded.
    await loadLater();
    setTimeout(() => {
      // Nobody but the server ends the session of an own copy.
      const isExpired = !this.shared || this.#deadToken === token;
      this.end(isExpired ? 'expired' : 'logged-out');
    });
  }

  /** Tells all that follow a session that it is over. */
  end(reason: SessionEndReason): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber.uid !== undefined) subscriber.notify({ type: 'ended', reason });
    }
  }

  /** Tells those that follow the session of `uid`. */
  notify(uid: string, event: SessionEvent): void {
    for (const subscriber of this.#subscribers)
      if (subscriber.uid === uid) subscriber.notify(event);
  }
}
