import { ProfileError, toProfileError } from '../errors.js';
import { withDeadline } from './deadline.js';
import { readText } from './preconditions.js';
import type { TokenReason, TokenSource } from './session.js';

/** The three ways in which a page can hand over a token. */
export interface TokenOptions {
  readonly getAuthToken: ((reason: TokenReason) => Promise<string>) | undefined;
  readonly authTokenUrl: string;
  readonly authToken: string;
}

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
        throw toProfileError(error, 'no-token');
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
  const url = new URL(address, document.baseURI);
  // The answer is a credential, and the cookies that prove the user must not leave the site.
  if (url.origin !== location.origin) {
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
  if (!response.ok) throw new ProfileError('no-token', { cause: { status: response.status } });
  // What the browser says of an answer that is no JSON begins with the answer, which may be the token.
  const body = (await response.json().catch(() => null)) as { authToken?: unknown } | null;
  return body?.authToken;
}

/** What is sent in a header has to be printable ASCII: anything else fails inside the SDK as a lost connection. */
function checkToken(token: unknown): string {
  const text = typeof token === 'string' ? (readText(token) ?? '') : '';
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new ProfileError(text ? 'invalid-config' : 'no-token', { subject: ['auth-token'] });
  }
  return text;
}
