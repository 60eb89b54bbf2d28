import { ProfileError } from '../errors.js';
import { Connection, type Subscriber } from './shared-sdk.js';
import { joinOrLogIn, type Joined } from './login.js';
import { checkConfig } from './preconditions.js';
import { appIdOf, findSdk, initOwnCopy, type CometChatSdk } from './find-sdk.js';
import type { Connect, ProfileSession, SessionConfig, SessionEvent } from './session.js';

const connections = new WeakMap<CometChatSdk, Connection>();
const openings = new WeakMap<
  Connection,
  { readonly key: unknown; readonly joined: Promise<Joined> }
>();

/** Connects through the CometChat SDK 4.2.0: the host's copy, or the editor's own. */
export const connectCometChat: Connect = async (config, listener) => {
  checkConfig(config);
  const connection = await findConnection(config);
  // Nobody is logged in for an editor that is gone, or has been given another token.
  config.signal.throwIfAborted();
  try {
    const joined = await open(connection, config);
    config.signal.throwIfAborted();
    if ('name' in joined) listener({ type: 'logged-in', profile: joined });
    return createSession(connection, joined.uid, config, listener);
  } catch (error) {
    awaitHostLogin(connection, config, error as ProfileError);
    throw error;
  }
};

async function findConnection(config: SessionConfig): Promise<Connection> {
  const { sdk, shared } = await findSdk(config);
  if (!shared) await initOwnCopy(sdk, config);
  else if (config.appId && appIdOf(sdk) !== config.appId) {
    throw new ProfileError('invalid-config', { subject: ['app-id'] });
  }
  let connection = connections.get(sdk);
  if (!connection) {
    connection = new Connection(sdk, shared, appIdOf(sdk));
    connections.set(sdk, connection);
  }
  return connection;
}

/** One login at a time; editors with the same source of tokens share its outcome. */
async function open(connection: Connection, config: SessionConfig): Promise<Joined> {
  const key = config.token?.key;
  for (let current; (current = openings.get(connection));) {
    if (current.key === key) return current.joined;
    await current.joined.catch(() => undefined);
  }
  const joined = joinOrLogIn(connection, config).finally(() => openings.delete(connection));
  openings.set(connection, { key, joined });
  return joined;
}

function createSession(
  connection: Connection,
  uid: string,
  { noHostSync, signal, onHostLogin }: SessionConfig,
  listener: (event: SessionEvent) => void,
): ProfileSession {
  let isOver = false;
  const subscriber: Subscriber = {
    get uid() {
      return isOver ? undefined : uid;
    },
    notify: (event) => {
      if (event.type === 'host-login') {
        end();
        onHostLogin();
        return;
      }
      // A host that logs out may log in again.
      isOver = connection.shared && event.type === 'ended' && event.reason !== 'other-user';
      listener(event);
    },
  };
  const end = (): void => connection.unsubscribe(subscriber);
  connection.subscribe(subscriber);
  signal.addEventListener('abort', end, { once: true });
  return {
    uid,
    appId: appIdOf(connection.sdk),
    shared: connection.shared,
    read: () => connection.read(uid),
    save: (changes) => connection.save(uid, changes, !noHostSync, subscriber),
    release: () => {
      if (!isOver) end();
    },
  };
}

// On a host's copy the missing login, or another one, may come at any time.
function awaitHostLogin(connection: Connection, config: SessionConfig, error: ProfileError): void {
  const { signal, onHostLogin } = config;
  const isCurable = ['no-token', 'session-conflict', 'invalid-credentials'].includes(error.code);
  if (!connection.shared || !isCurable || signal.aborted) return;
  const subscriber: Subscriber = {
    uid: undefined,
    notify: (event) => {
      if (event.type !== 'host-login') return;
      connection.unsubscribe(subscriber);
      onHostLogin();
    },
  };
  connection.subscribe(subscriber);
  signal.addEventListener('abort', () => connection.unsubscribe(subscriber), { once: true });
}
