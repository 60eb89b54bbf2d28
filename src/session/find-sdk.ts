import { ProfileError } from '../errors.js';
import { pickValues, type Profile } from '../profile.js';
import { checkStorage } from './preconditions.js';
import { limits, waitUntil, withDeadline } from './deadline.js';
import { init } from './own-sdk.js';
import type { SessionConfig } from './session.js';

/** The part of the CometChat class (SDK 4.2.0) that the editor uses. */
export interface CometChatSdk {
  readonly AppSettingsBuilder: new () => SdkSettingsBuilder;
  readonly User: new (uid: string) => SdkUser;
  readonly LoginListener: new (callbacks: SdkLoginCallbacks) => object;
  isInitialized(): boolean;
  getAppId(): string;
  init(appId: string, settings: object): Promise<unknown>;
  login(authToken: string): Promise<unknown>;
  getLoggedinUser(): Promise<unknown>;
  getUser(uid: string): Promise<unknown>;
  updateCurrentUserDetails(user: SdkUser): Promise<unknown>;
  addLoginListener(id: string, listener: object): void;
  removeLoginListener(id: string): void;
  /** Undocumented: true while a `login` runs. */
  loginInProgress?: boolean;
  /** Undocumented. */
  getInstance(): { internalLogout(notify: boolean): Promise<unknown> };
}

export interface SdkUser {
  setName(name: string): void;
  setAvatar(avatar: string): void;
  setStatusMessage(statusMessage: string): void;
}

export interface SdkLoginCallbacks {
  loginSuccess(user: unknown): void;
  logoutSuccess(): void;
}

interface SdkSettingsBuilder {
  setRegion(region: string): this;
  autoEstablishSocketConnection(establish: boolean): this;
  subscribePresenceForAllUsers(): this;
  setStorageMode(mode: string): this;
  overrideClientHost(host: string): this;
  overrideAdminHost(host: string): this;
  build(): object;
}

export interface FoundSdk {
  readonly sdk: CometChatSdk;
  /** Whether the copy is the host's. */
  readonly shared: boolean;
}

export interface SdkQuery {
  readonly sdk: unknown;
  readonly appId: string;
}

/** How the editor's own copy is fetched; replaceable, so that tests can have a fresh copy each. */
export const sdkLoader: { load: () => Promise<unknown> } = {
  load: () => import('@cometchat/chat-sdk-javascript'),
};

/** The editor's copies, with the settings that each was initialised with. */
const ownCopies = new WeakMap<CometChatSdk, string>();
let loading: Promise<CometChatSdk> | undefined;

/** The host's copy where there is one for this app, else the editor's own, fetched on first use. */
export async function findSdk({ sdk, appId }: SdkQuery): Promise<FoundSdk> {
  if (sdk !== undefined && sdk !== null) {
    if (!isSdk(sdk)) throw new ProfileError('invalid-config', { subject: ['sdk'] });
    // A host's copy is the host's to initialise: storage and socket are its choice.
    if (!(await waitUntil(() => sdk.isInitialized()))) {
      throw new ProfileError('invalid-config', { subject: ['sdk'] });
    }
    return { sdk, shared: true };
  }
  const onPage = pageSdk();
  if (onPage && (await waitUntil(() => onPage.isInitialized(), limits.hostInit))) {
    if (appIdOf(onPage) === appId) return { sdk: onPage, shared: true };
  }
  const own = await loadSdk();
  const isHosts = own.isInitialized() && !ownCopies.has(own);
  return { sdk: own, shared: isHosts };
}

let initializing: Promise<void> | undefined;

/** Initialises a copy that nobody else uses, once for the same settings. */
export async function initOwnCopy(sdk: CometChatSdk, config: SessionConfig): Promise<void> {
  await initializing;
  const { appId, region, clientHost, adminHost, presence } = config;
  const settings = [region, clientHost, adminHost, presence].join();
  const isCorrected = ownCopies.get(sdk) !== settings && appIdOf(sdk) === appId;
  if (!sdk.isInitialized() || isCorrected) {
    ownCopies.set(sdk, settings);
    initializing ??= withDeadline(init(sdk, config))
      .catch((error: unknown) => {
        throw error instanceof ProfileError ? error : new ProfileError('sdk-unavailable');
      })
      .finally(() => (initializing = undefined));
    await initializing;
  }
  if (appIdOf(sdk) !== appId) {
    // A second `init` would wipe the session of the first app.
    throw new ProfileError('invalid-config', { subject: ['app-id'] });
  }
}

/** The app that a copy was initialised for. */
export function appIdOf(sdk: CometChatSdk): string {
  return String(sdk.getAppId());
}

/** The logged-in user as plain data. */
export interface StoredUser extends Profile {
  readonly authToken: string;
}

/** The user in what the SDK gave, as plain data; undefined where there is no usable uid. */
export function readSdkUser(user: unknown): StoredUser | undefined {
  if (typeof user !== 'object' || user === null) return undefined;
  const { uid, authToken, ...rest } = user as Record<string, unknown>;
  // The SDK puts the uid into a path as it is.
  if (typeof uid !== 'string' || !/^[\w.@~-]+$/.test(uid)) return undefined;
  return { uid, ...pickValues(rest), authToken: typeof authToken === 'string' ? authToken : '' };
}

/** The profile in what the SDK gave; rejects an answer about anybody else. */
export function readProfile(user: unknown, uid: string): Profile {
  const found = readSdkUser(user);
  if (found?.uid !== uid) throw new ProfileError('unknown');
  const { name, avatar, statusMessage } = found;
  return { uid, name, avatar, statusMessage };
}

function pageSdk(): CometChatSdk | undefined {
  const candidate = (globalThis as { CometChat?: unknown }).CometChat;
  return isSdk(candidate) && !ownCopies.has(candidate) ? candidate : undefined;
}

function isSdk(candidate: unknown): candidate is CometChatSdk {
  return typeof candidate === 'function' && 'isInitialized' in candidate;
}

async function loadSdk(): Promise<CometChatSdk> {
  checkStorage();
  loading ??= importSdk().catch((cause: unknown) => {
    loading = undefined;
    throw new ProfileError('sdk-unavailable', { cause });
  });
  return loading;
}

type SdkModule = { readonly CometChat?: unknown; readonly default?: SdkModule };

// A bundler gives the UMD file's class in one of two ways; unbundled, the file exports nothing and sets the global.
async function importSdk(): Promise<CometChatSdk> {
  const scope = globalThis as { CometChat?: unknown };
  const before = scope.CometChat;
  const loaded = (await sdkLoader.load()) as SdkModule;
  const sdk = loaded.CometChat ?? loaded.default?.CometChat ?? scope.CometChat;
  if (!isSdk(sdk)) throw new TypeError('The module has no CometChat class');
  if (scope.CometChat === sdk) scope.CometChat = before;
  return sdk;
}
