import { ProfileError } from '../../src/errors.js';
import { connectSession, type ConnectSession } from '../../src/session/cometchat-session.js';
import { limits } from '../../src/session/deadline.js';
import { importHost } from '../../src/session/import-host.js';
import type {
  ProfileSession,
  SessionConfig,
  SessionEvent,
  TokenReason,
} from '../../src/session/session.js';

// The tests count turns, and a fetch takes as many as it likes.
before(importHost);

/** A source of one token, given by the page as such. */
export const fixed = (token: string): SessionConfig['token'] => ({
  key: token,
  fixed: token,
  get: async () => token,
});

/** A source of tokens that are made when they are asked for. */
export const made = (make: (reason: TokenReason) => Promise<string>): SessionConfig['token'] => ({
  key: make,
  fixed: undefined,
  get: make,
});

const controllers = new Set<AbortController>();
const sessions = new Set<ProfileSession>();

/** What an editor with nothing special asks for. */
export function makeConfig(change: Partial<SessionConfig> = {}): SessionConfig {
  const controller = new AbortController();
  controllers.add(controller);
  return {
    appId: 'app',
    region: 'us',
    clientHost: '',
    adminHost: '',
    presence: false,
    sdk: undefined,
    onOtherSession: 'stop',
    noHostSync: false,
    noDraft: false,
    token: fixed('token-alice'),
    reason: 'connect',
    expectedUid: undefined,
    onHostLogin: () => {},
    signal: controller.signal,
    ...change,
  };
}

/** A session, and what it was told. */
export interface Joined {
  readonly session: ProfileSession;
  readonly events: SessionEvent[];
}

export async function join(
  change: Partial<SessionConfig> = {},
  connect: ConnectSession = connectSession,
): Promise<Joined> {
  const events: SessionEvent[] = [];
  const session = await connect(makeConfig(change), (event) => events.push(event));
  sessions.add(session);
  return { session, events };
}

/** The error that a promise rejects with. @throws {Error} where it does not */
export async function errorOf(promise: Promise<unknown>): Promise<ProfileError> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
  throw new Error(`There was no error, but ${JSON.stringify(value)}`);
}

const usual = { ...limits };

/** Releases every session, and puts the limits back; to be called after each test. */
export function endSessions(): void {
  for (const session of sessions) session.release();
  for (const controller of controllers) controller.abort();
  sessions.clear();
  controllers.clear();
  Object.assign(limits, usual);
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage))
      if (key.includes(':common_store/')) storage.removeItem(key);
  }
}

/** Every text in an error and in what it was caused by. */
export function textsOf(error: ProfileError): string {
  const { message, stack = '', cause, hostMessage = '', subject } = error;
  const inner = cause instanceof Error ? `${cause.message} ${cause.stack ?? ''}` : '';
  return `${message} ${stack} ${hostMessage} ${subject.join()} ${JSON.stringify(cause)} ${inner}`;
}

/** A promise that the SDK never settles. */
export const never = (): Promise<never> => new Promise(() => {});
