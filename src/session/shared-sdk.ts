import { isProfileError, ProfileError, type ProfilePhase } from '../errors.js';
import type { SessionEndReason } from '../events.js';
import { importAgain } from '../import-again.js';
import type { Profile } from '../profile.js';
import { limits, withDeadline } from './deadline.js';
import { lastVisit } from './last-visit.js';
import type { OtherTabs } from './other-tabs.js';
import { checkStorage } from './preconditions.js';
import { readProfile, readSdkUser, type CometChatSdk, type StoredUser } from './sdk-types.js';
import type { SessionEvent } from './session.js';
import { isSameUid } from './same-uid.js';

/** One editor's ear at an SDK copy. */
export interface Subscriber {
  /** The user whose session it follows; undefined while it waits for a login of the host. */
  readonly uid: string | undefined;
  notify(event: SharedEvent): void;
}

/** A session's events, and that the host logged somebody in. */
export type SharedEvent = SessionEvent | { readonly type: 'host-login' };

/** Something that lasts a while and has to know of every login and logout of the page meanwhile. */
export interface LoginObserver {
  loggedIn(user: unknown): void;
  loggedOut(): void;
}

const importErrors = importAgain(
  () => import('./sdk-errors.js'),
  (module) => 'readRejection' in module,
  'saving',
);

// Where even the meaning of a failure can't be fetched, the connection is lost.
async function translate(rejection: unknown, phase: ProfilePhase): Promise<ProfileError> {
  if (isProfileError(rejection)) return rejection;
  const errors = await importErrors().catch(() => undefined);
  if (!errors) return new ProfileError('network');
  const { code, options } = errors.readRejection(rejection, phase);
  return new ProfileError(code, options);
}

/** What all editors of a page share of one SDK copy: its listeners, its stored user and the reads. */
export class SharedSdk {
  readonly sdk: CometChatSdk;
  readonly appId: string;
  /** How many saves are queued or under way. */
  saves = 0;
  readonly #subscribers = new Set<Subscriber>();
  readonly #observers = new Set<LoginObserver>();
  /** Its own for each: two editor bundles on a page must not replace each other's listener. */
  readonly #listenerId = `cometchat-profile-editor:${Math.random().toString(36).slice(2)}`;
  readonly #reads = new Map<string, Promise<Profile>>();
  readonly #isOwn: () => boolean;
  #otherTabs: OtherTabs | undefined;
  #isListening = false;
  #token = '';
  #rejectedToken: string | undefined;
  /** What the last rejection means, for which the words may still have to be fetched. */
  #translating: Promise<unknown> | undefined;
  /** Settles once the last logout has been told of. */
  #ending: Promise<void> | undefined;

  constructor(sdk: CometChatSdk, appId: string, isOwn: () => boolean) {
    this.sdk = sdk;
    this.appId = appId;
    this.#isOwn = isOwn;
  }

  /** Whether the copy is a host's; an app may take the editor's own over by initialising it. */
  get shared(): boolean {
    return !this.#isOwn();
  }

  /** The user of a session that an editor of this page follows. */
  get followedUid(): string | undefined {
    for (const { uid } of this.#subscribers) if (uid !== undefined) return uid;
    return undefined;
  }

  /** Whether an editor of this page follows the session of a user. */
  isFollowed(uid: string): boolean {
    return isSameUid(this.followedUid, uid);
  }

  subscribe(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
    this.#updateListeners();
  }

  unsubscribe(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.#updateListeners();
  }

  /** Tells the observer of logins and logouts until the returned function is called. */
  observe(observer: LoginObserver): () => void {
    this.#observers.add(observer);
    this.#updateListeners();
    return () => {
      this.#observers.delete(observer);
      this.#updateListeners();
    };
  }

  /** The logged-in user as the SDK has it stored, unless the server refused that login; makes no request. */
  async storedUser(): Promise<StoredUser | undefined> {
    const user = readSdkUser(await this.call('connect', () => this.sdk.getLoggedinUser()));
    if (!user || user.authToken === this.#rejectedToken) return undefined;
    this.#token = user.authToken;
    return user;
  }

  /** Rejects with `session-expired` unless the user is the one who is logged in. */
  async requireUser(uid: string): Promise<void> {
    const stored = await this.storedUser();
    // A login that the browser had no room for is no login that expired.
    if (!stored) this.checkStorage();
    if (!isSameUid(stored?.uid, uid)) throw new ProfileError('session-expired');
  }

  /** The token of a user as the SDK gives it. */
  tokenOf(user: unknown): string | undefined {
    return readSdkUser(user)?.authToken;
  }

  /** Rejects where the browser has no room for what the SDK stores. */
  checkStorage(): void {
    checkStorage(this.shared ? ['localStorage', 'sessionStorage'] : ['sessionStorage']);
  }

  /** Call it after a login: a token that the server once rejected may be good again. */
  forgetRejectedToken(): void {
    this.#rejectedToken = undefined;
  }

  read(uid: string): Promise<Profile> {
    let read = this.#reads.get(uid);
    if (!read) {
      read = this.#read(uid).finally(() => this.#reads.delete(uid));
      this.#reads.set(uid, read);
    }
    return read;
  }

  async #read(uid: string): Promise<Profile> {
    try {
      return await this.ask('load', uid, () => this.sdk.getUser(uid));
    } catch (error) {
      // A role may keep people from reading users, themselves included. What the server last answered to a login or a
      // save, the SDK has stored.
      const isDenied = (error as ProfileError).code === 'permission-denied';
      const stored = isDenied ? await this.storedUser() : undefined;
      if (!isSameUid(stored?.uid, uid)) throw error;
      return readProfile(stored, uid);
    }
  }

  /** The profile in what a call of the SDK answers; rejects an answer about anybody but the user. */
  async ask(phase: ProfilePhase, uid: string, call: () => Promise<unknown>): Promise<Profile> {
    return readProfile(await this.call(phase, call), uid);
  }

  /** Settles when a call does, or after twice the time limit. */
  async outlast(call: Promise<unknown>): Promise<void> {
    await withDeadline(call, 2 * limits.request).catch(() => undefined);
  }

  /** Calls the SDK under the time limit and turns what it rejects with into a `ProfileError`. */
  async call<T>(phase: ProfilePhase, call: () => Promise<T>): Promise<T> {
    try {
      return await withDeadline(call());
    } catch (rejection) {
      const translation = translate(rejection, phase);
      this.#translating = translation;
      const error = await translation;
      if (error.code === 'session-expired') {
        this.#rejectedToken = this.#token;
        // The SDK logs out by itself on such an answer; whoever goes on from here must not take that for the host's doing.
        await new Promise((resolve) => setTimeout(resolve));
        await this.#ending;
      }
      throw error;
    }
  }

  /** Takes the login out of the SDK, and whatever still writes it there. */
  async forget(): Promise<void> {
    for (const observer of this.#observers) observer.loggedOut();
    await withDeadline(this.sdk.getInstance().internalLogout(false)).catch(() => undefined);
  }

  /** Tells all that follow a session that it is over; all those, where it was over a moment ago. */
  end(reason: SessionEndReason, those: ReadonlySet<Subscriber> = this.#subscribers): void {
    if (!this.shared) lastVisit.keep(this.appId);
    for (const subscriber of this.#subscribers) {
      const isTheirs = subscriber.uid !== undefined && those.has(subscriber);
      if (isTheirs) subscriber.notify({ type: 'ended', reason });
    }
  }

  /** Tells those that follow the session of `uid`. */
  notify(uid: string, event: SessionEvent, except?: Subscriber): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber !== except && isSameUid(subscriber.uid, uid)) subscriber.notify(event);
    }
  }

  /** Tells other tabs that the profile of `uid` was saved. */
  announce(uid: string): void {
    this.#otherTabs?.announce(uid);
  }

  #updateListeners(): void {
    const isNeeded = this.#subscribers.size + this.#observers.size > 0;
    if (isNeeded === this.#isListening) return;
    this.#isListening = isNeeded;
    if (isNeeded) {
      const { LoginListener } = this.sdk;
      this.sdk.addLoginListener(
        this.#listenerId,
        new LoginListener({
          loginSuccess: (user) => this.#handleLogin(user),
          logoutSuccess: () => {
            this.#ending = this.#handleLogout();
          },
        }),
      );
      void this.#listenToOtherTabs();
    } else {
      this.sdk.removeLoginListener(this.#listenerId);
      this.#otherTabs?.close();
      this.#otherTabs = undefined;
    }
  }

  // Where it can't be fetched, a change in another tab is seen with the next reading.
  async #listenToOtherTabs(): Promise<void> {
    const tabs = await import('./other-tabs.js').catch(() => undefined);
    if (!tabs || !this.#isListening || this.#otherTabs) return;
    this.#otherTabs = new tabs.OtherTabs(this.appId, this);
  }

  #handleLogin(user: unknown): void {
    for (const observer of this.#observers) observer.loggedIn(user);
    this.forgetRejectedToken();
    const uid = readSdkUser(user)?.uid;
    for (const subscriber of this.#subscribers) {
      if (subscriber.uid === undefined) subscriber.notify({ type: 'host-login' });
      else if (!isSameUid(subscriber.uid, uid))
        subscriber.notify({ type: 'ended', reason: 'other-user' });
    }
  }

  async #handleLogout(): Promise<void> {
    for (const observer of this.#observers) observer.loggedOut();
    const token = this.#token;
    // Somebody else's session may have begun by the time that this is told.
    const those = new Set(this.#subscribers);
    // The SDK logs out on a token that the server does not know; the call that met it rejects at about the same time.
    await new Promise((resolve) => setTimeout(resolve));
    await this.#translating;
    // Nobody but the server ends the session of an own copy.
    const isExpired = !this.shared || this.#rejectedToken === token;
    this.end(isExpired ? 'expired' : 'logged-out', those);
  }
}
