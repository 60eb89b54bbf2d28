/** Tells the editors of other tabs that a user's profile was saved, and hears of it from them. */
export class Elsewhere {
  readonly #appId: string;
  readonly #onChange: (uid: string) => void;
  readonly #onStoredUser: () => void;
  readonly #channel: BroadcastChannel | undefined;

  /**
   * `onChange` hears of a save in another tab; `onStoredUser` of a host's SDK in another tab that stored another user
   * or none.
   */
  constructor(appId: string, onChange: (uid: string) => void, onStoredUser: () => void) {
    this.#appId = appId;
    this.#onChange = onChange;
    this.#onStoredUser = onStoredUser;
    addEventListener('storage', this.#handleStorage);
    try {
      this.#channel = new BroadcastChannel(`cometchat-profile-editor:${appId}`);
      this.#channel.addEventListener('message', this.#handleMessage);
    } catch {
      // Opaque origins have none.
    }
  }

  announce(uid: string): void {
    this.#channel?.postMessage(uid);
  }

  close(): void {
    removeEventListener('storage', this.#handleStorage);
    this.#channel?.close();
  }

  readonly #handleMessage = (event: MessageEvent<unknown>): void => {
    if (typeof event.data === 'string') this.#onChange(event.data);
  };

  // The SDK itself ignores a changed entry, and any entry while the page has the focus.
  readonly #handleStorage = ({ key }: StorageEvent): void => {
    if (key === null || key === `${this.#appId}:common_store/user`) this.#onStoredUser();
  };
}
