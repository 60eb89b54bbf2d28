import { profileFields } from '../profile.js';
import type { ProfileErrorCode, ProfileErrorOptions, ProfilePhase } from '../errors.js';

/** CometChat's code for a token that the server does not know (any more). */
const unknownToken = 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND';

/** The SDK's and the server's codes and names; see CometChat's error guide and error codes pages. */
const codes: Readonly<Record<string, ProfileErrorCode>> = {
  FAILED_TO_FETCH: 'network',
  [unknownToken]: 'session-expired',
  USER_NOT_LOGED_IN: 'session-expired',
  AUTH_ERR_EMPTY_AUTH_TOKEN: 'session-expired',
  ERR_AUTHTOKEN_UNAVAILABLE: 'session-expired',
  ERR_AUTHTOKEN_NOT_ACCESSIBLE: 'session-expired',
  AUTH_ERR_EMPTY_APPID: 'invalid-config',
  AUTH_ERR_INVALID_APPID: 'invalid-config',
  MISSING_PARAMETERS: 'invalid-config',
  ERR_TOO_MANY_REQUESTS: 'rate-limited',
  TOO_MANY_REQUEST: 'rate-limited',
  ERR_PERMISSION_DENIED: 'permission-denied',
  AUTH_ERR_NO_ACCESS: 'permission-denied',
  ERR_BAD_REQUEST: 'rejected',
  INVALID_USER_NAME: 'rejected',
  ERR_UID_NOT_FOUND: 'rejected',
  ERR_PLAN_RESTRICTION: 'rejected',
  ERR_PLAN_QUOTA_RESTRICTION: 'rejected',
  ERR_SUBSCRIPTION_EXPIRED: 'rejected',
  // Said by a host's copy whose storage the page has cleared, the login with it.
  COMETCHAT_INITIALIZATION_NOT_DONE: 'session-expired',
};

/** Without a `Retry-After`, which the SDK does not hand on: CometChat counts requests by the minute. */
const rateLimitPause = 30_000;

/** What a `ProfileError` is made of. */
export interface Rejection {
  readonly code: ProfileErrorCode;
  readonly options: ProfileErrorOptions;
}

/**
 * What a rejection of the SDK means. Rejections are plain objects that carry their code in `code`
 * or in `name`; of the rest nothing is kept, because a message can hold the auth token.
 */
export function readRejection(rejection: unknown, phase: ProfilePhase): Rejection {
  const { code, name, details } = (rejection ?? {}) as Record<string, unknown>;
  const keys = [code, name].filter(
    (key): key is string =>
      typeof key === 'string' && /^([A-Z][A-Z0-9_]{1,63}|TypeError)$/.test(key),
  );
  let known = keys.map((key) => codes[key]).find((found) => found !== undefined) ?? 'unknown';
  if (known === 'session-expired' && phase === 'connect') known = 'invalid-credentials';
  const fields = profileFields.filter(
    (field) => typeof details === 'object' && details !== null && field in details,
  );
  return {
    code: known,
    options: {
      cause: { code: keys[0], name: keys.at(-1) },
      subject: known === 'invalid-config' ? ['app-id', 'region'] : fields,
      retryAt: known === 'rate-limited' ? Date.now() + rateLimitPause : undefined,
    },
  };
}
