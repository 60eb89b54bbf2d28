import { isProfileError, ProfileError } from '../errors.js';
import { withDeadline } from './deadline.js';
import { hideFromPage } from './hide-from-page.js';
import { importAgain } from '../import-again.js';
import { sdkOrigin } from './sdk-origin.js';
import { appIdOf, isSdk, type CometChatSdk } from './sdk-types.js';
import type { SessionConfig } from './session.js';

export interface OwnSdkOptions {
  /** Whether no app can have the same instance of the SDK, as in the script-tag build, which brings its own. */
  readonly isPrivate?: boolean;
}

/** The editor's own copy of the SDK: fetched on first use, and initialised apart from any host's. */
export class OwnSdk {
  /** Whether no app can have the same instance of the SDK. */
  isPrivate: boolean;
  readonly #import: () => Promise<CometChatSdk>;
  /** The editor's copies, with what each was initialised with. */
  readonly #copies = new WeakMap<CometChatSdk, { readonly key: string; settings?: unknown }>();
  #sdk: CometChatSdk | undefined;
  /** What the page had as `CometChat` before the import. */
  #global: unknown;
  #loading: Promise<CometChatSdk> | undefined;
  #initializing: Promise<void> | undefined;

  constructor(
    importModule: () => Promise<unknown> = sdkOrigin.load,
    { isPrivate = sdkOrigin.isPrivate }: OwnSdkOptions = {},
  ) {
    const importFile = importAgain(
      importModule as () => Promise<object>,
      (module) => readClass(module, this.#global) !== undefined,
      'cometchat-sdk',
    );
    this.#import = async () => readClass(await importFile(), this.#global) as CometChatSdk;
    this.isPrivate = isPrivate;
  }

  /** The class, once it is loaded. */
  get sdk(): CometChatSdk | undefined {
    return this.#sdk;
  }

  /** Whether the editor initialised this copy, and no app has done so since. */
  has(sdk: CometChatSdk): boolean {
    const copy = this.#copies.get(sdk);
    return copy !== undefined && copy.settings === sdk.appSettings;
  }

  async load(): Promise<CometChatSdk> {
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
    const key = [region, clientHost, adminHost, presence].join();
    const isOfApp = sdk.isInitialized() && appIdOf(sdk) === appId;
    const isCurrent = this.#copies.get(sdk)?.key === key && isStored(appId);
    if (!sdk.isInitialized() || (isOfApp && !isCurrent)) {
      this.#initializing ??= initialize(sdk, config, 'session').finally(() => {
        this.#initializing = undefined;
      });
      // Set while `init` runs: of two editors, the second must not take the copy for an app's.
      this.#copies.set(sdk, { key, settings: sdk.appSettings });
      await this.#initializing;
    }
    if (appIdOf(sdk) !== appId) {
      // A second `init` would wipe the session of the first app.
      throw new ProfileError('invalid-config', { subject: ['app-id'] });
    }
  }

  /** Initialises an app's class so that the app finds its login and its storage as it left them. */
  async initForApp(sdk: CometChatSdk, config: SessionConfig): Promise<void> {
    await initialize(sdk, config, 'local');
  }

  /** Removes what the copy has stored for an app. */
  forget(appId: string): void {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(`${appId}:`)) sessionStorage.removeItem(key);
    }
  }

  async #load(): Promise<CometChatSdk> {
    const scope = globalThis as { CometChat?: unknown };
    this.#global = scope.CometChat;
    const sdk = await this.#import();
    if (scope.CometChat === sdk) scope.CometChat = this.#global;
    this.#sdk = sdk;
    return sdk;
  }
}

/** The class in a module: bundlers give that of a UMD file in one of several ways; unbundled, it sets the global. */
function readClass(module: object, before: unknown): CometChatSdk | undefined {
  const { CometChat: global } = globalThis as { CometChat?: unknown };
  return [module, ...Object.values(module)]
    .flatMap((part: unknown) => [part, (part as { CometChat?: unknown } | null)?.CometChat])
    .concat(global === before ? [] : [global])
    .find(isSdk);
}

async function initialize(
  sdk: CometChatSdk,
  config: SessionConfig,
  mode: 'local' | 'session',
): Promise<void> {
  try {
    await withDeadline(initOwnSdk(sdk, config, mode));
  } catch (error) {
    if (isProfileError(error)) throw error;
    const { name, code } = Object(error) as { name?: unknown; code?: unknown };
    throw new ProfileError('sdk-unavailable', { cause: { name, code } });
  }
}

/**
 * Initialises a copy: no socket, unless `presence` asks for one, and in session storage, so that it never meets a host's
 * login; in local storage, the SDK's own choice, where it is meant to.
 */
export async function initOwnSdk(
  sdk: CometChatSdk,
  config: SessionConfig,
  mode: 'local' | 'session',
): Promise<void> {
  const builder = new sdk.AppSettingsBuilder()
    .setRegion(config.region)
    .autoEstablishSocketConnection(config.presence);
  if (mode === 'session') {
    if (!builder.setStorageMode) throw tooOld(sdk);
    builder.setStorageMode(mode);
  }
  if (config.presence) builder.subscribePresenceForAllUsers();
  if (config.clientHost) builder.overrideClientHost(config.clientHost);
  if (config.adminHost) builder.overrideAdminHost(config.adminHost);
  const reveal = hideFromPage(sdk);
  try {
    const initialized = sdk.init(config.appId, builder.build());
    // In local storage it has set the global by now, and the app may initialise it at any moment.
    if (mode === 'local') reveal();
    await initialized;
  } finally {
    if (mode === 'session') reveal();
  }
}

function tooOld(sdk: CometChatSdk): ProfileError {
  const found = sdk.SDKHeader?.sdkVersion ?? 'of unknown version';
  return new ProfileError('sdk-unavailable', {
    subject: [`@cometchat/chat-sdk-javascript ${found}: 4.1.3 or newer is needed, or \`sdk\``],
    cause: { found, needed: '4.1.3' },
  });
}

/** Whether the SDK's note of the app is where its `init` put it. Without it `login` fails, whatever `isInitialized` says. */
function isStored(appId: string): boolean {
  const key = `${appId}:common_store/appId`;
  return sessionStorage.getItem(key) !== null || localStorage.getItem(key) !== null;
}
