import type { ProfilePhase } from '../errors.js';
import type { CometChatSdk } from './sdk-types.js';

/** What is needed of a host's copy to tell it of a save. */
export interface HostSession {
  readonly sdk: CometChatSdk;
  storedUser(): Promise<{ readonly authToken: string } | undefined>;
  call<T>(phase: ProfilePhase, call: () => Promise<T>): Promise<T>;
}

/**
 * Tells the host's listeners, the UI kit's user cache among them, of the new profile: logging in with the stored token
 * does that without a request. Without a token it would clear the session.
 */
export async function refreshHost(host: HostSession): Promise<void> {
  const { sdk } = host;
  const token = (await host.storedUser())?.authToken;
  if (token && !sdk.loginInProgress) await host.call('save', () => sdk.login(token));
}
