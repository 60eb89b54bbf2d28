import { ProfileError } from '../errors.js';
import { unlessAborted } from '../abort.js';
import type { LoginObserver } from './shared-sdk.js';

/**
 * One attempt to open a session, for all editors that wait for it. Everything that it awaits, it awaits through `step`,
 * which looks again: so that nobody is logged in for an editor that is gone, or after the host has logged out.
 */
export class Opening implements LoginObserver {
  readonly #copy: { readonly shared: boolean };
  readonly #waiting = new Set<AbortSignal>();
  readonly #stop = new AbortController();
  #logout: ProfileError | undefined;
  /** How often the page logged somebody in since this began. */
  logins = 0;
  /** Whether the request of a login is under way, which nothing calls back. */
  isLoggingIn = false;

  constructor(copy: { readonly shared: boolean }) {
    this.#copy = copy;
  }

  /** Whether somebody has ended the page's session since this began. */
  get isEnded(): boolean {
    return this.#logout !== undefined;
  }

  /** Whether an editor may still wait for the outcome. */
  get isOpen(): boolean {
    return !this.#logout && (this.isLoggingIn || !this.#stop.signal.aborted);
  }

  /** Whether an editor waits for the outcome. */
  get isWanted(): boolean {
    return this.#waiting.size > 0;
  }

  /** Lets an editor wait, until its signal aborts. */
  join(signal: AbortSignal): void {
    signal.throwIfAborted();
    this.#waiting.add(signal);
    const leave = (): void => {
      this.#waiting.delete(signal);
      if (!this.isWanted) this.#stop.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
  }

  loggedIn(): void {
    this.logins += 1;
  }

  loggedOut(): void {
    // The SDK logs an own copy out where the server does not know its token.
    if (this.#copy.shared) this.end();
  }

  /** Stops it for good: nobody is to be signed in any more. */
  end(): void {
    this.#logout ??= new ProfileError('no-token');
    this.#stop.abort(this.#logout);
  }

  /** Throws where there is nobody left to log in for. */
  check(): void {
    if (this.#logout) throw this.#logout;
    if (!this.isWanted) this.#stop.signal.throwIfAborted();
  }

  /** Settles like `promise`; rejects as soon as `check` would throw. */
  async step<T>(promise: Promise<T>): Promise<T> {
    const value = await unlessAborted(this.#stop.signal, promise);
    this.check();
    return value;
  }
}
