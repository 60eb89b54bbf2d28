import { ProfileError } from '../errors.js';
import { limits, waitUntil } from './deadline.js';
import type { OwnSdk } from './own-sdk.js';
import { checkStorage, isGiven } from './preconditions.js';
import { appIdOf, isSdk, type CometChatSdk } from './sdk-types.js';
import type { SessionConfig } from './session.js';

/** Finds the SDK copy to work with: the host's where the page has one for this app, else the editor's own. */
export class SdkFinder {
  readonly #own: OwnSdk;
  /** Copies of a page that were waited for in vain; another try goes on without them. */
  readonly #overdue = new WeakSet<CometChatSdk>();

  constructor(own: OwnSdk) {
    this.#own = own;
  }

  async find(config: SessionConfig): Promise<CometChatSdk> {
    if (isGiven(config.sdk)) return this.#useGiven(config);
    return (await this.#usePages(config)) ?? this.#useModule(config);
  }

  /** A class that a host may come to initialise; undefined where none is known yet. */
  candidate({ sdk }: SessionConfig): CometChatSdk | undefined {
    if (isGiven(sdk)) return isSdk(sdk) ? sdk : undefined;
    const { sdk: loaded, isPrivate } = this.#own;
    const module = loaded && !isPrivate && !this.#own.has(loaded) ? loaded : undefined;
    return this.#pageSdk() ?? module;
  }

  /** Whether the login may turn out to be a host's. */
  mayMeetHost(config: SessionConfig): boolean {
    const { appId, sdk } = config;
    const candidate = this.candidate(config);
    const isFree = candidate?.isInitialized() === true && appIdOf(candidate) !== appId;
    return (
      isGiven(sdk) || Boolean(candidate && !isFree) || (!this.#own.isPrivate && hasLogin(appId))
    );
  }

  /** Whether a host of this page uses the app. */
  hasHost(appId: string): boolean {
    const { sdk: loaded } = this.#own;
    const isHosts = (sdk: CometChatSdk | undefined): boolean =>
      sdk !== undefined && !this.#own.has(sdk) && sdk.isInitialized() && appIdOf(sdk) === appId;
    return isHosts(this.#pageSdk()) || isHosts(loaded);
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
    const sdk = this.#pageSdk();
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
    const sdk = await own.load();
    config.signal.throwIfAborted();
    const isOwn = (): boolean => own.isPrivate || own.has(sdk);
    const isStored = hasLogin(appId);
    if (!isOwn() && !sdk.isInitialized() && (isStored || own.wasThere || !token)) {
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

  #pageSdk(): CometChatSdk | undefined {
    const candidate = (globalThis as { CometChat?: unknown }).CometChat;
    return isSdk(candidate) && !this.#own.has(candidate) ? candidate : undefined;
  }
}

/** Whether an app has stored a login where the SDK stores one unless it is told otherwise. */
function hasLogin(appId: string): boolean {
  try {
    return localStorage.getItem(`${appId}:common_store/user`) !== null;
  } catch {
    return false;
  }
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
