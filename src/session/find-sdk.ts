import { ProfileError } from '../errors.js';
import type { HostFinder } from './host-finder.js';
import { importHost } from './import-host.js';
import type { OwnSdk } from './own-sdk.js';
import { hasLogin, pageSdkBeside } from './page-sdk.js';
import { checkStorage, isGiven } from './preconditions.js';
import { appIdOf, isSdk, type CometChatSdk } from './sdk-types.js';
import type { SessionConfig } from './session.js';

/** Finds the SDK copy to work with: the host's where the page has one for this app, else the editor's own. */
export class SdkFinder {
  readonly #own: OwnSdk;
  #hosts: HostFinder | undefined;

  constructor(own: OwnSdk) {
    this.#own = own;
  }

  async find(config: SessionConfig): Promise<CometChatSdk> {
    const own = this.#own;
    if (isGiven(config.sdk) || pageSdkBeside(own) || !own.isPrivate) {
      const hosts = await this.#loadHosts();
      config.signal.throwIfAborted();
      const found = await hosts.find(config);
      if (found) return found;
    }
    checkStorage(['sessionStorage']);
    if (!own.sdk) await config.shown;
    const sdk = await own.load();
    config.signal.throwIfAborted();
    await own.init(sdk, config);
    return sdk;
  }

  /** A class that a host may come to initialise; undefined where none is known yet. */
  candidate({ sdk }: SessionConfig): CometChatSdk | undefined {
    if (isGiven(sdk)) return isSdk(sdk) ? sdk : undefined;
    const { sdk: loaded, isPrivate } = this.#own;
    const module = loaded && !isPrivate && !this.#own.has(loaded) ? loaded : undefined;
    return pageSdkBeside(this.#own) ?? module;
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
    return isHosts(pageSdkBeside(this.#own)) || isHosts(loaded);
  }

  async #loadHosts(): Promise<HostFinder> {
    if (!this.#hosts) {
      const { HostFinder: Hosts } = await importHost().catch((cause: unknown) => {
        throw new ProfileError('sdk-unavailable', { cause });
      });
      this.#hosts ??= new Hosts(this.#own);
    }
    return this.#hosts;
  }
}
