import { joinOrLogIn, type LoginResult } from './login.js';
import { Opening } from './opening.js';
import type { SessionConfig } from './session.js';
import type { SharedSdk } from './shared-sdk.js';

interface Current {
  readonly key: readonly unknown[];
  readonly opening: Opening;
  readonly result: Promise<LoginResult>;
  /** Settles once its session has begun, or failed to. */
  readonly settled: Promise<unknown>;
}

/** One login at a time; editors that ask for the same share its outcome. */
export class LoginQueue {
  readonly #shared: SharedSdk;
  #current: Current | undefined;

  constructor(shared: SharedSdk) {
    this.#shared = shared;
  }

  /** Stops the login that is under way. */
  end(): void {
    this.#current?.opening.end();
  }

  /** Opens a session, and begins it before any other opening goes on. */
  async open<T>(config: SessionConfig, begin: (result: LoginResult) => T): Promise<T> {
    const { signal, token, expectedUid, onOtherSession } = config;
    const key = [token?.key, expectedUid, onOtherSession];
    for (;;) {
      signal.throwIfAborted();
      const current = this.#current;
      if (!current) return this.#start(key, config, begin);
      if (current.opening.isOpen && key.every((part, index) => part === current.key[index])) {
        current.opening.join(signal);
        const result = await current.result;
        signal.throwIfAborted();
        current.opening.check();
        return begin(result);
      }
      await current.settled.catch(() => undefined);
    }
  }

  #start<T>(
    key: readonly unknown[],
    config: SessionConfig,
    begin: (result: LoginResult) => T,
  ): Promise<T> {
    const { signal } = config;
    const opening = new Opening(this.#shared);
    opening.join(signal);
    const unobserve = this.#shared.observe(opening);
    const result = joinOrLogIn(this.#shared, config, opening);
    const session = result.then((found) => {
      opening.check();
      signal.throwIfAborted();
      return begin(found);
    });
    const settled = session.finally(() => {
      this.#current = undefined;
      unobserve();
    });
    this.#current = { key, opening, result, settled };
    return settled;
  }
}
