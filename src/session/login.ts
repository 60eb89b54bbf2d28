import { ProfileError } from '../errors.js';
import { cleanUid, type Profile } from '../profile.js';
import { isSameUid } from './same-uid.js';
import { waitUntil } from './deadline.js';
import { readProfile, readSdkUser, type StoredUser } from './sdk-types.js';
import type { Opening } from './opening.js';
import type { SessionConfig } from './session.js';
import type { SharedSdk } from './shared-sdk.js';

/** Who is logged in, and whether that comes from the server just now, or from the SDK's store. */
export interface LoginResult {
  readonly profile: Profile;
  readonly isStored: boolean;
}

/**
 * Joins the session that is there where that is right, else logs in. Never logs in over a living session of a host, or of
 * another editor, unless `on-other-session` says so.
 */
export async function joinOrLogIn(
  shared: SharedSdk,
  config: SessionConfig,
  opening: Opening,
): Promise<LoginResult> {
  const { sdk } = shared;
  for (let token: string | undefined; ;) {
    if (!(await opening.step(waitUntil(() => !sdk.loginInProgress)))) {
      throw new ProfileError('timeout');
    }
    const { logins } = opening;
    const user = await opening.step(shared.storedUser());
    if (user && mayJoin(user, shared, config, token)) {
      return { profile: readProfile(user, user.uid), isStored: true };
    }
    if (!config.token) throw new ProfileError('no-token', { subject: ['auth-token'] });
    if (token === undefined) {
      token = await opening.step(config.token.get(config.reason));
      // While a token was fetched, the host may have logged in.
      if (config.token.fixed === undefined) continue;
    }
    if (sdk.loginInProgress || opening.logins !== logins) continue;
    try {
      return { profile: await logIn(shared, token, opening), isStored: false };
    } catch (error) {
      const isHostFaster = (error as ProfileError).code === 'session-conflict';
      if (!isHostFaster) throw error;
    }
  }
}

/** What decides whether a session is joined. */
type JoinRules = Pick<SessionConfig, 'token' | 'expectedUid' | 'onOtherSession'>;

/** Whether to carry on with a user who is logged in by a host, or by another editor; throws where that user is in the way. */
export function mayJoinOthers(
  user: StoredUser,
  { token, expectedUid, onOtherSession }: JoinRules,
): boolean {
  // A token of the site's endpoint is a new one each time; only a given one can say whose it is.
  const fixed = token?.fixed;
  const isSame =
    fixed === undefined || expectedUid !== undefined
      ? isSameUid(expectedUid ?? user.uid, user.uid)
      : isSameUid(ownerOf(fixed), user.uid);
  if (isSame || onOtherSession === 'use') return true;
  // Whatever else is written there must not log a host out.
  if (onOtherSession !== 'switch') throw new ProfileError('session-conflict');
  return false;
}

function mayJoin(
  user: StoredUser,
  shared: SharedSdk,
  config: SessionConfig,
  fetchedToken: string | undefined,
): boolean {
  const token = config.token?.fixed ?? fetchedToken;
  if (token !== undefined && token === user.authToken) return true;
  if (shared.shared) return mayJoinOthers(user, config);
  if (shared.followedUid === undefined) return false;
  // The site may have signed in somebody else since another editor of the page logged in: a host would tell, its endpoint
  // has to be asked.
  if (config.token && token === undefined) return false;
  const expectedUid = ownerOf(fetchedToken ?? '') ?? config.expectedUid;
  return mayJoinOthers(user, { ...config, expectedUid });
}

/**
 * The uid of the user whose token it is, where the token says so. CometChat's are the uid, an underscore and 40 hexadecimal
 * digits (of which the first ten are a time in newer ones), as public traces show; a uid may have underscores itself.
 */
export function ownerOf(token: string): string | undefined {
  return cleanUid(/^(.+)_[0-9a-f]{40}$/i.exec(token)?.[1]);
}

async function logIn(shared: SharedSdk, token: string, opening: Opening): Promise<Profile> {
  const { sdk } = shared;
  opening.isLoggingIn = true;
  const login = (async () => sdk.login(token))();
  const undone = undoUnwanted(login, shared, opening);
  try {
    const user = readSdkUser(await shared.call('connect', () => login));
    if (!user) throw new ProfileError('unknown');
    shared.forgetRejectedToken();
    await undone;
    if (!(await shared.storedUser())) shared.checkStorage();
    opening.check();
    return readProfile(user, user.uid);
  } catch (error) {
    const { code, cause } = error as ProfileError;
    // The flag of a login that hangs would make every later one fail, the host's too, until the page is reloaded.
    if (code === 'timeout') sdk.loginInProgress = false;
    const { name } = (cause ?? {}) as { name?: unknown };
    if (name === 'LOGIN_IN_PROGRESS') throw new ProfileError('session-conflict');
    throw error;
  } finally {
    opening.isLoggingIn = false;
  }
}

/**
 * A login that is answered after the host has logged out would bring the user back; on an own copy, one that is answered
 * after the last editor has gone would leave its token in the browser.
 */
async function undoUnwanted(
  login: Promise<unknown>,
  shared: SharedSdk,
  opening: Opening,
): Promise<void> {
  const { sdk } = shared;
  try {
    const user = readSdkUser(await login);
    const isKept = opening.isWanted || shared.shared;
    if (!user || (isKept && !opening.isEnded) || shared.followedUid !== undefined) return;
    const stored = readSdkUser(await sdk.getLoggedinUser());
    if (!stored || !isSameUid(stored.uid, user.uid) || stored.authToken !== user.authToken) return;
    // A host was told of the login.
    await sdk.getInstance().internalLogout(shared.shared);
  } catch {
    // Whoever waits for the login hears of it by its own promise.
  }
}
