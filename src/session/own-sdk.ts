import { ProfileError } from '../errors.js';
import { withDeadline } from './deadline.js';
import { hideFromPage } from './hide-from-page.js';
import { checkStorage } from './preconditions.js';
import { appIdOf, isSdk, type CometChatSdk } from './sdk-types.js';
import type { SessionConfig } from './session.js';

type SdkModule = { readonly CometChat?: unknown; readonly default?: SdkModule };

/** The editor's own copy of the SDK: fetched on first use, and initialised apart from any host's. */
export class OwnSdk {
  readonly #import: () => Promise<unknown>;
  /** The editor's copies, with the settings that each was initialised with. */
  readonly #copies = new WeakMap<CometChatSdk, string>();
  #loading: Promise<CometChatSdk> | undefined;
  #initializing: Promise<void> | undefined;

  constructor(
    importModule: () => Promise<unknown> = () => import('@cometchat/chat-sdk-javascript'),
  ) {
    this.#import = importModule;
  }

  /** Whether the editor initialised this copy, and not a host. */
  has(sdk: CometChatSdk): boolean {
    return this.#copies.has(sdk);
  }

  async load(): Promise<CometChatSdk> {
    checkStorage();
    this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = undefined;
      throw new ProfileError('sdk-unavailable', { cause });
    });
    return this.#loading;
  }

  /** Initialises a copy that nobody else uses, once for the same settings. */
  async init(sdk: CometChatSdk, config: SessionConfig): Promise<void> {
    await this.#initializing;
    const { appId, region, clientHost, adminHost, presence } = config;
    const settings = [region, clientHost, adminHost, presence].join();
    const isCorrected = this.#copies.get(sdk) !== settings && appIdOf(sdk) === appId;
    if (!sdk.isInitialized() || isCorrected) {
      this.#copies.set(sdk, settings);
      this.#initializing ??= withDeadline(initOwnSdk(sdk, config))
        .catch((error: unknown) => {
          throw error instanceof ProfileError ? error : new ProfileError('sdk-unavailable');
        })
        .finally(() => (this.#initializing = undefined));
      await this.#initializing;
    }
    if (appIdOf(sdk) !== appId) {
      // A second `init` would wipe the session of the first app.
      throw new ProfileError('invalid-config', { subject: ['app-id'] });
    }
  }

  // A bundler gives the UMD file's class in one of two ways; unbundled, the file exports nothing and sets the global.
  async #load(): Promise<CometChatSdk> {
    const scope = globalThis as { CometChat?: unknown };
    const before = scope.CometChat;
    const loaded = (await this.#import()) as SdkModule;
    const sdk = loaded.CometChat ?? loaded.default?.CometChat ?? scope.CometChat;
    if (!isSdk(sdk)) throw new TypeError('The module has no CometChat class');
    if (scope.CometChat === sdk) scope.CometChat = before;
    return sdk;
  }
}

/**
 * Initialises a copy that nobody else uses: session storage, so that it never meets a host's login, and no socket unless
 * `presence` asks for one.
 */
export async function initOwnSdk(sdk: CometChatSdk, config: SessionConfig): Promise<void> {
  const builder = new sdk.AppSettingsBuilder()
    .setRegion(config.region)
    .autoEstablishSocketConnection(config.presence)
    .setStorageMode('session');
  if (config.presence) builder.subscribePresenceForAllUsers();
  if (config.clientHost) builder.overrideClientHost(config.clientHost);
  if (config.adminHost) builder.overrideAdminHost(config.adminHost);
  const reveal = hideFromPage(sdk);
  try {
    await sdk.init(config.appId, builder.build());
  } finally {
    reveal();
  }
}
