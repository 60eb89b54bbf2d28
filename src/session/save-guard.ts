import { readSdkUser, type CometChatSdk } from './sdk-types.js';

/**
 * Watches the logins and logouts of a page while a save is under way. A save that is answered after a logout or a
 * user switch writes the old user and token back into the SDK's memory and storage (seen in 4.2.0); the guard then
 * puts back what the host had chosen.
 */
export class SaveGuard {
  readonly #sdk: CometChatSdk;
  #current: { readonly token: string } | undefined;
  #changes = 0;

  constructor(sdk: CometChatSdk) {
    this.#sdk = sdk;
  }

  /** Call it with each `loginSuccess`. */
  loggedIn(user: unknown): void {
    this.#changes += 1;
    this.#current = { token: readSdkUser(user)?.authToken ?? '' };
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
    // Somebody may log in or out during the repair as well.
    for (let repaired = 0; repaired !== this.#changes;) {
      const changes = this.#changes;
      const stored = readSdkUser(await this.#sdk.getLoggedinUser());
      if (changes !== this.#changes) continue;
      repaired = changes;
      if (!stored) return;
      if (!this.#current) {
        await this.#sdk.getInstance().internalLogout(false);
      } else if (this.#current.token && stored.authToken !== this.#current.token) {
        await this.#sdk.login(this.#current.token);
      }
    }
  }
}
