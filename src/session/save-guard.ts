import type { SharedSdk } from './shared-sdk.js';

/**
 * Watches the logins and logouts of a page while a save is under way. A save that is answered after a logout or a
 * user switch writes the old user and token back into the SDK's memory and storage (seen in 4.2.0); the guard then
 * puts back what the host had chosen.
 */
export class SaveGuard {
  readonly #shared: Pick<SharedSdk, 'sdk' | 'tokenOf'>;
  #current: { readonly token: string } | undefined;
  #changes = 0;

  constructor(shared: Pick<SharedSdk, 'sdk' | 'tokenOf'>) {
    this.#shared = shared;
  }

  /** Call it with each `loginSuccess`. */
  loggedIn(user: unknown): void {
    this.#changes += 1;
    this.#current = { token: this.#shared.tokenOf(user) ?? '' };
  }

  /** Call it with each `logoutSuccess`. */
  loggedOut(): void {
    this.#changes += 1;
    this.#current = undefined;
  }

  /** Whether somebody logged in or out since the save began. */
  get hasChanged(): boolean {
    return this.#changes > 0;
  }

  /** Call it when the save's promise has settled, however late. */
  async repair(): Promise<void> {
    const { sdk } = this.#shared;
    // Somebody may log in or out during the repair as well.
    for (let repaired = 0; repaired !== this.#changes;) {
      const changes = this.#changes;
      const token = this.#shared.tokenOf(await sdk.getLoggedinUser());
      if (changes !== this.#changes) continue;
      repaired = changes;
      if (token === undefined) return;
      if (!this.#current) {
        await sdk.getInstance().internalLogout(false);
      } else if (this.#current.token && token !== this.#current.token) {
        await sdk.login(this.#current.token);
      }
    }
  }
}
