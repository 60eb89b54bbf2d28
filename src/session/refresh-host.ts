import type { Connection } from './shared-sdk.js';

/**
 * Tells the host's listeners, the UI kit's user cache among them, of the new profile: logging in with the stored token
 * does that without a request. Without a token it would clear the session.
 */
export async function refreshHost(connection: Connection): Promise<void> {
  const { sdk } = connection;
  const token = (await connection.storedUser())?.authToken;
  if (token && !sdk.loginInProgress) await connection.call('save', () => sdk.login(token));
}
