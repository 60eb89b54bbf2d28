import type { SessionEndReason } from '../events.js';
import type { SessionEvent } from './session.js';

/** What other tabs may change: the stored login, and those that follow it. */
export interface FollowedSession {
  /** Whether an editor of this page follows the session of a user. */
  isFollowed(uid: string): boolean;
  storedUser(): Promise<{ readonly uid: string } | undefined>;
  notify(uid: string, event: SessionEvent): void;
  end(reason: SessionEndReason): void;
}

/** Tells the editors of other tabs that a user's profile was saved, and hears of it from them. */
export class OtherTabs {
  readonly #appId: string;
  readonly #session: FollowedSession;
  readonly #channel: BroadcastChannel | undefined;

  constructor(appId: string, session: FollowedSession) {
    this.#appId = appId;
    this.#session = session;
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
    const session = this.#session;
    try {
      const uid = (await session.storedUser())?.uid;
      if (uid === undefined) session.end('logged-out');
      else if (session.isFollowed(uid)) this.#tellOfChange(uid);
      else session.end('other-user');
    } catch {
      // Storage that cannot be read says nothing about the session.
    }
  }

  #tellOfChange(uid: string): void {
    this.#session.notify(uid, { type: 'changed-elsewhere' });
  }
}
