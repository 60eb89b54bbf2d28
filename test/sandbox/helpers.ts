import { createBackend, type Backend, type BackendOptions } from '../../demo/sandbox/backend.js';

/** The address of the API of the app that {@link createTestBackend} makes. */
export const host = 'testapp.apiclient-us.cometchat.io';

/** The token of its user alice. */
export const aliceToken = 'token-of-alice';

/** What to ask the API. */
export interface Ask {
  host?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** An answer, read. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or `undefined` where it is none. */
  json: { data?: Record<string, unknown>; error?: Record<string, unknown> } | undefined;
}

/** A sandbox in memory with the app `TestApp`, alice and bob. */
export async function createTestBackend(options: BackendOptions = {}): Promise<Backend> {
  const backend = createBackend({ now: () => 1_000_000, ...options });
  await backend.createWorld({
    appId: 'TestApp',
    region: 'us',
    users: [
      {
        uid: 'alice',
        name: 'Alice',
        avatar: 'https://example.com/a.png',
        statusMessage: 'Here',
        role: 'member',
      },
      { uid: 'bob', name: 'Bob' },
    ],
    tokens: { [aliceToken]: 'alice' },
  });
  return backend;
}

/** The request that the SDK would make. `headers` with an empty value are left out. */
export function apiRequest(method: string, path: string, ask: Ask = {}): Request {
  const headers = new Headers({
    appid: 'TestApp',
    authtoken: aliceToken,
    'content-type': 'application/json',
  });
  for (const [name, value] of Object.entries(ask.headers ?? {})) {
    if (value === '') headers.delete(name);
    else headers.set(name, value);
  }
  const init: RequestInit = { method, headers };
  if (ask.body !== undefined) init.body = JSON.stringify(ask.body);
  return new Request(`https://${ask.host ?? host}${path}`, init);
}

/** Asks the API and reads the answer. */
export async function ask(
  backend: Backend,
  method: string,
  path: string,
  options?: Ask,
): Promise<Answer> {
  const response = await backend.handle(apiRequest(method, path, options));
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    json: isJson ? (JSON.parse(text) as NonNullable<Answer['json']>) : undefined,
  };
}
