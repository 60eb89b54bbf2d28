import { ProfileError } from '../errors.js';
import { findSdk } from './find-sdk.js';
import { LoginQueue } from './login-queue.js';
import { OwnSdk } from './own-sdk.js';
import { checkConfig } from './preconditions.js';
import { SaveQueue } from './save-queue.js';
import { appIdOf, type CometChatSdk } from './sdk-types.js';
import type { Connect, ProfileSession, SessionConfig, SessionEvent } from './session.js';
import { SharedSdk, type Subscriber } from './shared-sdk.js';

/** What belongs to one SDK copy. */
interface Copy {
  readonly shared: SharedSdk;
  readonly logins: LoginQueue;
  readonly saves: SaveQueue;
}

/** Connects through the CometChat SDK 4.2.0: the host's copy, or the editor's own. */
export function createConnect(own = new OwnSdk()): Connect {
  const copies = new WeakMap<CometChatSdk, Copy>();

  async function findCopy(config: SessionConfig): Promise<Copy> {
    const { sdk, shared } = await findSdk(config, own);
    if (!shared) await own.init(sdk, config);
    else if (config.appId && appIdOf(sdk) !== config.appId) {
      throw new ProfileError('invalid-config', { subject: ['app-id'] });
    }
    let copy = copies.get(sdk);
    if (!copy) {
      const all = new SharedSdk(sdk, shared, appIdOf(sdk));
      copy = { shared: all, logins: new LoginQueue(all), saves: new SaveQueue(all) };
      copies.set(sdk, copy);
    }
    return copy;
  }

  return async (config, listener) => {
    checkConfig(config);
    const copy = await findCopy(config);
    // Nobody is logged in for an editor that is gone, or has been given another token.
    config.signal.throwIfAborted();
    try {
      return await copy.logins.open(config, (result) => {
        if ('name' in result) listener({ type: 'logged-in', profile: result });
        return createSession(copy, result.uid, config, listener);
      });
    } catch (error) {
      awaitHostLogin(copy.shared, config, error as ProfileError);
      throw error;
    }
  };
}

export const connectCometChat: Connect = createConnect();

function createSession(
  { shared, saves }: Copy,
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
      isOver = shared.shared && event.type === 'ended' && event.reason !== 'other-user';
      listener(event);
    },
  };
  const end = (): void => shared.unsubscribe(subscriber);
  shared.subscribe(subscriber);
  signal.addEventListener('abort', end, { once: true });
  return {
    uid,
    appId: shared.appId,
    shared: shared.shared,
    read: () => shared.read(uid),
    save: (changes) => saves.add({ uid, changes, hostSync: !noHostSync, by: subscriber, signal }),
    release: () => {
      if (!isOver) end();
    },
  };
}

// On a host's copy the missing login, or another one, may come at any time.
function awaitHostLogin(shared: SharedSdk, config: SessionConfig, error: ProfileError): void {
  const { signal, onHostLogin } = config;
  const isCurable = ['no-token', 'session-conflict', 'invalid-credentials'].includes(error.code);
  if (!shared.shared || !isCurable || signal.aborted) return;
  const subscriber: Subscriber = {
    uid: undefined,
    notify: (event) => {
      if (event.type !== 'host-login') return;
      shared.unsubscribe(subscriber);
      onHostLogin();
    },
  };
  shared.subscribe(subscriber);
  signal.addEventListener('abort', () => shared.unsubscribe(subscriber), { once: true });
}
