import { expect } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { limits } from '../../src/session/deadline.js';
import type { TokenOptions } from '../../src/session/session.js';
import { createTokenSource } from '../../src/session/token.js';
import { endSessions, errorOf, never, textsOf } from './support.js';

const secret = 'secret_token_of_alice';
const nothing: TokenOptions = { getAuthToken: undefined, authTokenUrl: '', authToken: '' };

const sourceOf = (options: Partial<TokenOptions>) => {
  const source = createTokenSource({ ...nothing, ...options });
  if (!source) throw new Error('There is no source');
  return source;
};

describe('a source of tokens', () => {
  const { fetch } = window;
  const requests: (readonly [string, RequestInit | undefined])[] = [];

  /** Lets the site's endpoint answer. */
  const answerWith = (answer: () => Promise<Response>): void => {
    window.fetch = (input, init) => {
      requests.push([input instanceof Request ? input.url : String(input), init]);
      return answer();
    };
  };

  afterEach(() => {
    window.fetch = fetch;
    requests.length = 0;
    endSessions();
  });

  it('is none where the page gives nothing', () => {
    expect(createTokenSource(nothing)).to.equal(undefined);
  });

  it('is the function before the endpoint before the given token', async () => {
    const getAuthToken = async (): Promise<string> => 'from-function';
    answerWith(async () => Response.json({ authToken: 'from-endpoint' }));
    const all = { getAuthToken, authTokenUrl: '/token', authToken: 'given' };
    expect(await sourceOf(all).get('connect')).to.equal('from-function');
    expect(requests).to.deep.equal([]);
    const two = { ...all, getAuthToken: undefined };
    expect(await sourceOf(two).get('connect')).to.equal('from-endpoint');
    expect(await sourceOf({ authToken: 'given' }).get('connect')).to.equal('given');
  });

  it('is told apart by what it is', () => {
    const getAuthToken = async (): Promise<string> => 'x';
    expect(sourceOf({ getAuthToken })).to.include({ key: getAuthToken, fixed: undefined });
    expect(sourceOf({ authTokenUrl: '/t' })).to.include({ key: '/t', fixed: undefined });
    expect(sourceOf({ authToken: ' x ' })).to.include({ fixed: 'x' });
  });

  it('tells the function why it asks', async () => {
    const reasons: string[] = [];
    const source = sourceOf({
      getAuthToken: async (reason) => {
        reasons.push(reason);
        return ' token ';
      },
    });
    expect(await source.get('connect')).to.equal('token');
    await source.get('expired');
    expect(reasons).to.deep.equal(['connect', 'expired']);
  });

  it('asks the endpoint by POST with the site’s cookies, and nobody else’s endpoint', async () => {
    answerWith(async () => Response.json({ authToken: secret }));
    expect(await sourceOf({ authTokenUrl: 'token?a=b' }).get('connect')).to.equal(secret);
    expect(requests[0]?.[0]).to.equal(new URL('token?a=b', document.baseURI).href);
    // Cookies go along with a request to the own site, unless it says otherwise.
    expect(requests[0]?.[1]).to.deep.equal({ method: 'POST', redirect: 'manual' });
    const error = await errorOf(sourceOf({ authTokenUrl: 'https://evil.example/' }).get('connect'));
    expect(error.code).to.equal('invalid-config');
    expect(error.subject).to.deep.equal(['auth-token-url']);
    expect(requests.length).to.equal(1);
  });

  const answers: readonly (readonly [string, () => Response])[] = [
    ['no session', () => Response.json({ error: secret }, { status: 401 })],
    ['no token', () => Response.json({ token: secret })],
    ['null', () => Response.json(null)],
    ['a token that is no text', () => Response.json({ authToken: { secret } })],
    ['an empty token', () => Response.json({ authToken: ' ' })],
    ['a token with a space', () => Response.json({ authToken: `${secret} ${secret}` })],
    [
      'a token with a letter that no header takes',
      () => Response.json({ authToken: `${secret}ä` }),
    ],
    ['the bare token', () => new Response(secret)],
  ];
  for (const [what, answer] of answers) {
    it(`has no token where the endpoint answers ${what}, and repeats nothing of it`, async () => {
      answerWith(async () => answer());
      const error = await errorOf(sourceOf({ authTokenUrl: '/token' }).get('connect'));
      expect(error.code).to.equal(
        what.startsWith('a token with a') ? 'invalid-config' : 'no-token',
      );
      expect(textsOf(error)).not.to.include(secret.slice(0, 8));
    });
  }

  const troubles: readonly (readonly [number, string])[] = [
    [429, 'rate-limited'],
    [500, 'unknown'],
    [502, 'network'],
    [503, 'network'],
    [504, 'network'],
  ];
  for (const [status, code] of troubles) {
    it(`does not say that nobody is signed in where the endpoint answers ${status}`, async () => {
      answerWith(async () => new Response(secret, { status }));
      const error = await errorOf(sourceOf({ authTokenUrl: '/token' }).get('connect'));
      expect(error.code).to.equal(code);
      expect(textsOf(error)).not.to.include(secret.slice(0, 8));
    });
  }

  it('waits for as long as the endpoint asks, within reason', async () => {
    for (const [asked, seconds] of [
      ['7', 7],
      ['', 30],
      ['-1', 30],
      ['1e9', 30],
      ['tomorrow', 30],
    ] as const) {
      answerWith(async () => new Response('', { status: 429, headers: { 'Retry-After': asked } }));
      const before = Date.now();
      const { retryAt = 0 } = await errorOf(sourceOf({ authTokenUrl: '/token' }).get('connect'));
      expect(Math.floor((retryAt - before) / 1_000), asked).to.equal(seconds);
    }
  });

  it('says that the connection is lost where a function found that', async () => {
    for (const message of [
      'Failed to fetch',
      'NetworkError when attempting to fetch resource.',
      'Load failed',
    ]) {
      const getAuthToken = (): Promise<string> => Promise.reject(new TypeError(message));
      expect((await errorOf(sourceOf({ getAuthToken }).get('connect'))).code).to.equal('network');
    }
  });

  it('refuses what is no address', async () => {
    for (const authTokenUrl of ['https://', 'http://[', '//']) {
      const error = await errorOf(sourceOf({ authTokenUrl }).get('connect'));
      expect(error.code, authTokenUrl).to.equal('invalid-config');
      expect(error.subject).to.deep.equal(['auth-token-url']);
    }
  });

  it('says that the connection is lost', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await errorOf(sourceOf({ authTokenUrl: '/token' }).get('connect'))).code).to.equal(
      'network',
    );
  });

  it('gives the endpoint as long as any other request', async () => {
    limits.request = 20;
    answerWith(never);
    const error = await errorOf(sourceOf({ authTokenUrl: '/token' }).get('connect'));
    expect(error.code).to.equal('timeout');
  });

  it('takes a failing function for no token, whatever way it fails', async () => {
    const failures: (() => Promise<string>)[] = [
      () => Promise.reject(new Error('Not logged in')),
      () => {
        throw new Error('Not logged in');
      },
      async () => '',
      async () => undefined as unknown as string,
    ];
    for (const getAuthToken of failures) {
      expect((await errorOf(sourceOf({ getAuthToken }).get('connect'))).code).to.equal('no-token');
    }
  });

  it('does not follow the endpoint to another address', async () => {
    answerWith(async () => {
      const redirected = new Response(null);
      Object.defineProperty(redirected, 'type', { value: 'opaqueredirect' });
      return redirected;
    });
    const error = await errorOf(sourceOf({ authTokenUrl: '/token' }).get('connect'));
    expect(error.code).to.equal('no-token');
    expect(error.subject).to.deep.equal(['auth-token-url']);
  });

  it('takes anything, and names the setting that can’t be meant', async () => {
    const odd: readonly (readonly [object, string])[] = [
      [{ getAuthToken: 'token' }, 'getAuthToken'],
      [{ getAuthToken: {} }, 'getAuthToken'],
      [{ authTokenUrl: 7 }, 'auth-token-url'],
      [{ authTokenUrl: 'undefined' }, 'auth-token-url'],
      [{ authToken: 7 }, 'auth-token'],
      [{ authToken: Symbol('x') }, 'auth-token'],
      [{ authToken: 'undefined' }, 'auth-token'],
      [{ authToken: 'null' }, 'auth-token'],
      [{ authToken: '[object Object]' }, 'auth-token'],
    ];
    for (const [options, subject] of odd) {
      expect(() => sourceOf(options))
        .to.throw(ProfileError)
        .with.deep.include({ code: 'invalid-config', subject: [subject] });
    }
    for (const none of [null, undefined, '', ' ']) {
      const all = { getAuthToken: undefined, authTokenUrl: none, authToken: none };
      expect(createTokenSource(all as unknown as TokenOptions)).to.equal(undefined);
    }
    const getAuthToken = async (): Promise<string> => 'undefined';
    expect((await errorOf(sourceOf({ getAuthToken }).get('connect'))).code).to.equal('no-token');
  });

  it('hands on an error of the editor as it is', async () => {
    const error = new ProfileError('network');
    const source = sourceOf({ getAuthToken: () => Promise.reject(error) });
    expect(await errorOf(source.get('connect'))).to.equal(error);
  });

  it('does not wait for ever', async () => {
    limits.request = 20;
    expect((await errorOf(sourceOf({ getAuthToken: never }).get('connect'))).code).to.equal(
      'timeout',
    );
  });

  it('refuses a given token that no header takes, without repeating it', async () => {
    const error = await errorOf(sourceOf({ authToken: `${secret}\n${secret}` }).get('connect'));
    expect(error.code).to.equal('invalid-config');
    expect(error.subject).to.deep.equal(['auth-token']);
    expect(textsOf(error)).not.to.include(secret);
  });
});
