import { unlessAborted } from '../abort.js';
import { ProfileError, toProfileError, type ProfilePhase } from '../errors.js';
import type { SessionEndReason } from '../events.js';
import { cleanUid, type Profile } from '../profile.js';
import type { KnownUser, ProfileSession, SessionEvent, TokenReason } from '../session/session.js';
import type { Dependencies } from './dependencies.js';
import type { Pacer } from './pacer.js';
import { defaultSettings, meansSameSession, saysWhere, type SoundSettings } from './settings.js';

/** How soon after one renewal an expiry is taken as final, in milliseconds: a server that refuses every token must not be asked in a loop. */
const renewalPause = 10_000;
/** How old what was read may be before a save, or a return to the page, reads again, in milliseconds. */
const maxProfileAge = 30_000;

/** How it stands with the session. */
export type SessionStatus =
  /** The editor is in no page. */
  | { readonly kind: 'stopped' }
  /** Nothing has said where to connect. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening'; readonly opened: Promise<unknown> }
  | { readonly kind: 'open'; readonly session: ProfileSession }
  /** `isForgotten` where the user asked for something that needs another session. */
  | { readonly kind: 'ended'; readonly reason: SessionEndReason; readonly isForgotten?: true }
  | { readonly kind: 'failed'; readonly phase: ProfilePhase; readonly error: ProfileError };

/** Whom the session manager tells. Each is called when the status has changed already. */
export interface SessionObserver {
  /** Whose profile is shown, as far as that is known. */
  readonly uid: string | undefined;
  /** Whether a save is under way: what it finds out is newer than any reading. */
  readonly isSaving: boolean;
  /** Somebody begins to connect. */
  onOpening(): void;
  /** Whose session it is, and maybe what is known of them, before the first reading. */
  onKnown(user: KnownUser, appId: string): void;
  /** The server's profile was read, or another editor saved it. */
  onProfile(profile: Profile, how: 'opened' | 'read' | 'saved'): void;
  /** The session went away. */
  onEnded(reason: SessionEndReason): void;
  onFailed(phase: ProfilePhase, error: ProfileError): void;
}

/** Opens, renews, reads and closes the editor's session; the latest settings win. */
export class SessionManager {
  readonly #dependencies: Dependencies;
  readonly #observer: SessionObserver;
  readonly #pacer: Pacer;
  readonly #lookAgain = (): void => void this.reread(false);
  #settings = defaultSettings;
  #status: SessionStatus = { kind: 'stopped' };
  /** The latest attempt to connect; what listens for it goes on until the next, or the end. */
  #attempt = new AbortController();
  #session: ProfileSession | undefined;
  #readAt = -Infinity;
  #renewedAt = -Infinity;

  constructor(dependencies: Dependencies, observer: SessionObserver, pacer: Pacer) {
    this.#dependencies = dependencies;
    this.#observer = observer;
    this.#pacer = pacer;
  }

  get status(): SessionStatus {
    return this.#status;
  }

  get isStarted(): boolean {
    return this.#status.kind !== 'stopped';
  }

  /** The session as soon as somebody is logged in, also while the profile is read. */
  get session(): ProfileSession | undefined {
    return this.#session;
  }

  /** Whether what is known of the server may be out of date. */
  get isStale(): boolean {
    // A clock may be set back.
    return Math.abs(this.#dependencies.now() - this.#readAt) > maxProfileAge;
  }

  /** Notes that the server's profile was heard of just now, or that what was heard is not to be relied on. */
  noteReading(isReliable = true): void {
    this.#readAt = isReliable ? this.#dependencies.now() : -Infinity;
  }

  /** Takes the settings over. Connects anew where they lead to another session. */
  configure(settings: SoundSettings): void {
    const isSame = meansSameSession(this.#settings, settings);
    this.#settings = settings;
    if (!isSame && this.isStarted) void this.connect();
  }

  start(): void {
    if (this.isStarted) return;
    this.#status = { kind: 'closed' };
    void this.connect();
  }

  /** Gives the session up, and whatever is under way; logs nobody out. */
  stop(): void {
    this.#pacer.stop();
    this.#close();
    this.#status = { kind: 'stopped' };
  }

  /** Connects, where the page has said where to; the observer hears what becomes of it. */
  async connect(reason: TokenReason = 'connect'): Promise<void> {
    if (!this.isStarted) return;
    if (!saysWhere(this.#settings)) {
      this.#close();
      return;
    }
    await this.#begin(reason).catch(() => undefined);
  }

  /** Whether an expired login can and may be renewed now. */
  get canRenew(): boolean {
    const { getAuthToken, authTokenUrl } = this.#settings;
    const hasSource = Boolean(getAuthToken) || authTokenUrl !== '';
    return hasSource && Math.abs(this.#dependencies.now() - this.#renewedAt) >= renewalPause;
  }

  /** Logs in anew after an expiry; false where that is not possible, or the user was logged out on purpose. */
  renew(): boolean {
    const { status } = this;
    if (status.kind === 'ended' && status.reason !== 'expired') return false;
    if (!this.canRenew) return false;
    void this.connect('expired');
    return true;
  }

  /** Lets a save connect anew although the session ended: the user asked for it. */
  forgetEnd(): void {
    if (this.#status.kind === 'ended') this.#status = { ...this.#status, isForgotten: true };
  }

  /**
   * The session of `uid`, connecting first where that is still to do.
   *
   * @throws ProfileError where there is none, or another user's
   */
  async get(uid: string | undefined, signal: AbortSignal): Promise<ProfileSession> {
    for (;;) {
      signal.throwIfAborted();
      const { status } = this;
      if (this.#session && uid !== undefined && this.#session.uid !== uid) {
        throw new ProfileError('session-conflict');
      }
      if (status.kind === 'open') return status.session;
      const isOver = status.kind === 'ended' && !status.isForgotten;
      if (isOver && status.reason !== 'expired') throw new ProfileError('session-expired');
      if (!saysWhere(this.#settings)) throw new ProfileError('invalid-config');
      const opened = status.kind === 'opening' ? status.opened : this.#begin('connect');
      await unlessAborted(signal, opened);
    }
  }

  /** Reads what may be out of date again, where nobody asked for it. */
  refresh(): void {
    if (this.isStale) void this.reread(false);
  }

  /** Reads the profile again. A failure is told where somebody asked for the reading. */
  async reread(isAsked: boolean): Promise<void> {
    if (this.#status.kind !== 'open' || this.#observer.isSaving) return;
    const { session } = this.#status;
    const readAt = this.#readAt;
    try {
      const profile = await session.read();
      const isOvertaken = session !== this.#session || readAt !== this.#readAt;
      if (!isOvertaken && !this.#observer.isSaving) this.#observer.onProfile(profile, 'read');
    } catch (cause) {
      const error = toProfileError(cause);
      if (session !== this.#session) return;
      if (error.code === 'session-expired') this.end('expired');
      else if (isAsked) this.#observer.onFailed('load', error);
    }
  }

  /** Ends a session that went away, and renews it where that may be; goes on listening for a login of the host. */
  end(reason: SessionEndReason, mayRenew = !this.#observer.isSaving): void {
    if (!this.#session) return;
    this.#release();
    this.#status = { kind: 'ended', reason };
    if (reason === 'expired' && mayRenew && this.canRenew) void this.connect('expired');
    this.#observer.onEnded(reason);
  }

  #begin(reason: TokenReason): Promise<unknown> {
    this.#close();
    const attempt = (this.#attempt = new AbortController());
    const opened = this.#open(reason, attempt.signal);
    this.#status = { kind: 'opening', opened };
    this.#observer.onOpening();
    return opened;
  }

  async #open(reason: TokenReason, signal: AbortSignal): Promise<void> {
    let phase: ProfilePhase = 'connect';
    try {
      const session = await this.#connect(reason, signal);
      phase = 'load';
      const profile = await unlessAborted(signal, session.read());
      // The session may have ended while it was read.
      if (session !== this.#session) return;
      this.#status = { kind: 'open', session };
      this.#observer.onProfile(profile, 'opened');
    } catch (cause) {
      if (signal.aborted) return;
      // One that ended under the reading has been told of already.
      if (phase === 'load' && !this.#session) return;
      const error = toProfileError(cause);
      this.#release();
      if (error.code === 'session-expired' && reason !== 'expired' && this.canRenew) {
        await this.#begin('expired');
        return;
      }
      this.#status = { kind: 'failed', phase, error };
      this.#observer.onFailed(phase, error);
      throw error;
    }
  }

  async #connect(reason: TokenReason, signal: AbortSignal): Promise<ProfileSession> {
    const { connect, now } = this.#dependencies;
    const { invalid, initialProfile } = this.#settings;
    if (invalid.length > 0) throw new ProfileError('invalid-config', { subject: invalid });
    if (reason === 'expired') this.#renewedAt = now();
    const known = reason === 'expired' ? this.#observer.uid : initialProfile?.uid;
    const config = {
      ...this.#settings,
      tokens: this.#settings,
      reason,
      expectedUid: cleanUid(known),
      onHostLogin: () => void this.connect(),
      signal,
    };
    const session = await connect(config, (event) => {
      if (!signal.aborted) this.#onEvent(event);
    });
    if (signal.aborted) {
      session.release();
      signal.throwIfAborted();
    }
    this.#session = session;
    return session;
  }

  #onEvent(event: SessionEvent): void {
    switch (event.type) {
      case 'known':
        this.#observer.onKnown(event.user, event.appId);
        break;
      case 'ended':
        // A reading that is under way fails for the same reason, and says so.
        if (event.reason === 'expired' && this.#status.kind === 'opening') break;
        this.end(event.reason);
        break;
      case 'saved':
        this.#observer.onProfile(event.profile, 'saved');
        break;
      case 'changed-elsewhere':
        this.#pacer.run(this.#lookAgain);
        break;
    }
  }

  #close(): void {
    this.#attempt.abort();
    this.#release();
    if (this.isStarted) this.#status = { kind: 'closed' };
  }

  #release(): void {
    this.#session?.release();
    this.#session = undefined;
  }
}
