import { ProfileError, toProfileError } from '../errors.js';
import { withDeadline } from './deadline.js';
import { readText } from './preconditions.js';
import type { TokenOptions, TokenReason, TokenSource } from './session.js';

/** How long to wait where a server that has had too many requests does not say, or says too much; in seconds. */
const defaultPause = 30;
const maxPause = 300;

/** The first configured source: a function, else an endpoint, else the given token. */
export function createTokenSource(options: TokenOptions): TokenSource | undefined {
  const getAuthToken = options.getAuthToken ?? undefined;
  if (getAuthToken !== undefined && typeof getAuthToken !== 'function') {
    throw new ProfileError('invalid-config', { subject: ['getAuthToken'] });
  }
  const authTokenUrl = readSetting('auth-token-url', options.authTokenUrl);
  const authToken = readSetting('auth-token', options.authToken);
  const key = getAuthToken ?? (authTokenUrl || authToken);
  if (!key) return undefined;
  const ask = async (reason: TokenReason): Promise<unknown> => {
    if (getAuthToken) return getAuthToken(reason);
    return authTokenUrl ? fetchToken(authTokenUrl) : authToken;
  };
  return {
    key,
    fixed: key === authToken ? authToken : undefined,
    get: async (reason) => {
      try {
        return checkToken(await withDeadline(ask(reason)));
      } catch (error) {
        throw toProfileError(error, isLostConnection(error) ? 'network' : 'no-token');
      }
    },
  };
}

function readSetting(name: string, value: unknown): string {
  const text = readText(value);
  if (text === undefined) throw new ProfileError('invalid-config', { subject: [name] });
  return text;
}

async function fetchToken(address: string): Promise<unknown> {
  const url = URL.canParse(address, document.baseURI) && new URL(address, document.baseURI);
  // The answer is a credential, and the cookies that prove the user must not leave the site. Its origin is not that of its
  // address where the page is a frame's `srcdoc`.
  if (!url || url.origin !== self.origin) {
    throw new ProfileError('invalid-config', { subject: ['auth-token-url'] });
  }
  // A redirect may lead to another site, whose token would be another user's.
  const request = { method: 'POST', redirect: 'manual' } as const;
  const response = await fetch(url, request).catch((cause: unknown) => {
    throw new ProfileError('network', { cause });
  });
  if (response.type === 'opaqueredirect') {
    throw new ProfileError('no-token', {
      subject: ['auth-token-url'],
      cause: { redirected: true },
    });
  }
  if (!response.ok) throw refusalOf(response);
  // What the browser says of an answer that is no JSON begins with the answer, which may be the token.
  const body = (await response.json().catch(() => null)) as { authToken?: unknown } | null;
  return body?.authToken;
}

/** A server in trouble does not say that nobody is signed in. */
function refusalOf({ status, headers }: Response): ProfileError {
  const cause = { status };
  if (status === 429) {
    const asked = Number(headers.get('Retry-After'));
    const seconds = asked > 0 && asked <= maxPause ? asked : defaultPause;
    return new ProfileError('rate-limited', { cause, retryAt: Date.now() + seconds * 1_000 });
  }
  if ([502, 503, 504].includes(status)) return new ProfileError('network', { cause });
  return new ProfileError(status >= 500 ? 'unknown' : 'no-token', { cause });
}

/** Whether a page's own `fetch` found no network: each browser has other words for that, and all throw the same. */
function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

/** What is sent in a header has to be printable ASCII: anything else fails inside the SDK as a lost connection. */
function checkToken(token: unknown): string {
  const text = typeof token === 'string' ? (readText(token) ?? '') : '';
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new ProfileError(text ? 'invalid-config' : 'no-token', { subject: ['auth-token'] });
  }
  return text;
}
