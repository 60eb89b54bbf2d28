import type { Connection } from './shared-sdk.js';

/** Tells the editors of other tabs that a user's profile was saved, and hears of it from them. */
export class OtherTabs {
  readonly #appId: string;
  readonly #connection: Connection;
  readonly #channel: BroadcastChannel | undefined;

  constructor(appId: string, connection: Connection) {
    this.#appId = appId;
    this.#connection = connection;
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
    if (typeof event.data === 'string') this.#tellOfChange(event.data);
  };

  // The SDK itself ignores a changed entry, and any entry while the page has the focus.
  readonly #handleStorage = ({ key }: StorageEvent): void => {
    if (key === null || key === `${this.#appId}:common_store/user`) void this.#checkStoredUser();
  };

  async #checkStoredUser(): Promise<void> {
    const connection = this.#connection;
    try {
      const uid = (await connection.storedUser())?.uid;
      if (uid === undefined) connection.end('logged-out');
      else if (connection.followedUid === uid) this.#tellOfChange(uid);
      else connection.end('other-user');
    } catch {
      // Storage that cannot be read says nothing about the session.
    }
  }

  #tellOfChange(uid: string): void {
    this.#connection.notify(uid, { type: 'changed-elsewhere' });
  }
}
