import { ProfileError } from '../errors.js';
import { limits, waitUntil } from './deadline.js';
import type { OwnSdk } from './own-sdk.js';
import { hasLogin, pageSdkBeside } from './page-sdk.js';
import { checkStorage, isGiven } from './preconditions.js';
import { appIdOf, isSdk, type CometChatSdk } from './sdk-types.js';
import type { SessionConfig } from './session.js';

/** Finds the copy of a host: the given one, that of the page, or the class that an app has in common with the editor. */
export class HostFinder {
  readonly #own: OwnSdk;
  /** Copies of a page that were waited for in vain; another try goes on without them. */
  readonly #overdue = new WeakSet<CometChatSdk>();
  /** Whether the class was in the page before the editor asked for it, which an app's own import explains. */
  #wasThere: Promise<boolean> | undefined;

  constructor(own: OwnSdk) {
    this.#own = own;
  }

  /** Undefined where the editor's own copy is to be used, which no app has. */
  async find(config: SessionConfig): Promise<CometChatSdk | undefined> {
    if (isGiven(config.sdk)) return this.#useGiven(config);
    const sdk = await this.#usePages(config);
    return sdk || this.#own.isPrivate ? sdk : this.#useModule(config);
  }

  // A host's copy is the host's to initialise: storage and socket are its choice.
  async #useGiven(config: SessionConfig): Promise<CometChatSdk> {
    const { sdk, appId } = config;
    const isReady = isSdk(sdk) && (await waitForHost(sdk, limits.hostInit, config));
    if (!isReady) throw new ProfileError('invalid-config', { subject: ['sdk'] });
    if (appId && appIdOf(sdk) !== appId) {
      throw new ProfileError('invalid-config', { subject: ['app-id'] });
    }
    return sdk;
  }

  async #usePages(config: SessionConfig): Promise<CometChatSdk | undefined> {
    const { appId, token } = config;
    const sdk = pageSdkBeside(this.#own);
    if (!sdk) return undefined;
    if (!sdk.isInitialized() && this.#overdue.has(sdk)) {
      if (!token) throw new ProfileError('no-token', { subject: ['auth-token'] });
      return undefined;
    }
    if (!(await waitForHost(sdk, limits.hostInit, config))) {
      this.#overdue.add(sdk);
      if (token) throw new ProfileError('timeout', { subject: ['CometChat.init'] });
      throw new ProfileError('no-token', { subject: ['auth-token'] });
    }
    return appIdOf(sdk) === appId ? sdk : undefined;
  }

  /** The SDK that the editor imports. An app that is bundled with it gets the same class, and may initialise it later. */
  async #useModule(config: SessionConfig): Promise<CometChatSdk> {
    const own = this.#own;
    const { appId, token } = config;
    checkStorage(['sessionStorage']);
    if (!own.sdk) await config.shown;
    const { sdk, wasThere } = await this.#load();
    config.signal.throwIfAborted();
    const isOwn = (): boolean => own.has(sdk);
    const isStored = hasLogin(appId);
    if (!isOwn() && !sdk.isInitialized() && (isStored || wasThere || !token)) {
      await waitForHost(sdk, limits.appStart, config, isOwn);
    }
    if (isOwn()) {
      await own.init(sdk, config);
      return sdk;
    }
    if (!sdk.isInitialized()) {
      if (isStored) await own.initForApp(sdk, config);
      else if (!token) throw new ProfileError('no-token', { subject: ['auth-token'] });
      else {
        await own.init(sdk, config);
        return sdk;
      }
    }
    if (appIdOf(sdk) !== appId) throw new ProfileError('invalid-config', { subject: ['app-id'] });
    return sdk;
  }

  async #load(): Promise<{ sdk: CometChatSdk; wasThere: boolean }> {
    const loading = this.#own.load();
    this.#wasThere ??= Promise.race([loading.then(() => true), pause()]);
    try {
      return { wasThere: await this.#wasThere, sdk: await loading };
    } catch (error) {
      this.#wasThere = undefined;
      throw error;
    }
  }
}

/** As long as what is there takes to come at most; what has to be fetched and run first takes longer. False. */
async function pause(): Promise<boolean> {
  // In turns: where the page is busy, one timer may well be over before anything else has had its turn.
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 4));
  return false;
}

/** Waits until a host has initialised a copy. One that has just done so may be about to log in. */
async function waitForHost(
  sdk: CometChatSdk,
  ms: number,
  { signal }: SessionConfig,
  isOver = (): boolean => false,
): Promise<boolean> {
  if (sdk.isInitialized()) return true;
  const isReady = await waitUntil(() => sdk.isInitialized() || isOver(), ms, signal);
  signal.throwIfAborted();
  if (!isReady || isOver()) return isReady;
  await waitUntil(() => isLoggingIn(sdk), limits.appStart, signal);
  signal.throwIfAborted();
  return true;
}

async function isLoggingIn(sdk: CometChatSdk): Promise<boolean> {
  if (sdk.loginInProgress) return true;
  return Boolean(await sdk.getLoggedinUser().catch(() => null));
}
