import { ProfileError } from '../errors.js';
import type { Profile } from '../profile.js';
import { waitUntil } from './deadline.js';
import type { Connection } from './shared-sdk.js';
import { readProfile, readSdkUser, type StoredUser } from './find-sdk.js';
import type { SessionConfig } from './session.js';

/** Whose session it is; all of the profile where that comes from the server just now, and not from the SDK's store. */
export type Joined = Pick<Profile, 'uid'> | Profile;

/**
 * Joins the session that is there where that is right, else logs in. Never logs in over a living session of a host, or of
 * another editor, unless `on-other-session` says so.
 */
export async function joinOrLogIn(connection: Connection, config: SessionConfig): Promise<Joined> {
  const { sdk } = connection;
  for (let token: string | undefined; ;) {
    if (!(await waitUntil(() => !sdk.loginInProgress))) throw new ProfileError('timeout');
    const user = await connection.storedUser();
    if (user && mayJoin(user, connection, config, token)) return { uid: user.uid };
    if (!config.token) throw new ProfileError('no-token');
    if (token === undefined) {
      token = await config.token.get(config.reason);
      // While a token was fetched, the host may have logged in.
      if (config.token.given === undefined) continue;
    }
    try {
      return await logIn(connection, token);
    } catch (error) {
      const isHostFaster = (error as ProfileError).code === 'session-conflict';
      if (!isHostFaster) throw error;
    }
  }
}

/** Whether to carry on with the user who is logged in; throws where that user is in the way. */
function mayJoin(
  user: StoredUser,
  connection: Connection,
  config: SessionConfig,
  fetchedToken: string | undefined,
): boolean {
  const { token, expectedUid, onOtherSession } = config;
  const given = token?.given ?? fetchedToken;
  if (given !== undefined && given === user.authToken) return true;
  const isOthers = connection.shared || connection.followedUid !== undefined;
  if (!isOthers) return false;
  // A token of the site's endpoint is a new one each time, so that its text tells nothing about the user.
  const isSame = token?.given === undefined || expectedUid !== undefined;
  if (isSame && (expectedUid ?? user.uid) === user.uid) return true;
  if (onOtherSession === 'use') return true;
  // Whatever else is written there must not log a host out.
  if (onOtherSession !== 'switch') throw new ProfileError('session-conflict');
  return false;
}

async function logIn(connection: Connection, token: string): Promise<Profile> {
  const { sdk } = connection;
  try {
    const user = readSdkUser(await connection.call('connect', () => sdk.login(token)));
    if (!user) throw new ProfileError('unknown');
    connection.trust();
    return readProfile(user, user.uid);
  } catch (error) {
    const { code, cause } = error as ProfileError;
    // The flag of a login that hangs would make every later one fail, the host's too, until the page is reloaded.
    if (code === 'timeout') sdk.loginInProgress = false;
    const { name } = (cause ?? {}) as { name?: unknown };
    if (name === 'LOGIN_IN_PROGRESS') throw new ProfileError('session-conflict');
    throw error;
  }
}
