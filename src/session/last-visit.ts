import type { Profile } from '../profile.js';
import { readSdkUser, type StoredUser } from './sdk-types.js';
import { isSameUid } from './same-uid.js';

/** Most that is kept, and most that is believed, in code units: the storage is the page's. */
const maxSize = 50_000;

/**
 * What a tab still has of the last visit: the login that the editor's own SDK has stored in `sessionStorage`, and beside it
 * the last profile that the server confirmed, which may be newer. No token is stored but by the SDK; whatever ends the login
 * makes the profile worthless as well.
 */
export const lastVisit = {
  /** Who is logged in, by what the server last said; undefined where there is no login. */
  read(appId: string): StoredUser | undefined {
    const login = readUser(`${appId}:common_store/user`);
    if (!login?.authToken) return undefined;
    const kept = readUser(keyOf(appId));
    return kept?.uid === login.uid ? { ...kept, authToken: login.authToken } : login;
  },

  /** Keeps what the server just said of whoever is logged in; forgets what was kept where there is nothing to keep. */
  keep(appId: string, profile?: Profile): void {
    try {
      const key = keyOf(appId);
      sessionStorage.removeItem(key);
      const text = JSON.stringify(profile) ?? '';
      const isUsed = isSameUid(profile?.uid, lastVisit.read(appId)?.uid);
      if (isUsed && text.length <= maxSize) sessionStorage.setItem(key, text);
    } catch {
      // Blocked or full: the next visit waits for the server.
    }
  },
};

/** Anybody may have written there. The SDK writes JSON of JSON. */
function readUser(key: string): StoredUser | undefined {
  try {
    const text = sessionStorage.getItem(key) ?? '';
    if (text.length > maxSize) return undefined;
    const entry: unknown = JSON.parse(text);
    return readSdkUser(typeof entry === 'string' ? JSON.parse(entry) : entry);
  } catch {
    return undefined;
  }
}

function keyOf(appId: string): string {
  return `cometchat-profile-editor:profile:${appId}`;
}
