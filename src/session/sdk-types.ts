import { ProfileError } from '../errors.js';
import type { EditableUser } from '../fields.js';
import { pickValues, type Profile } from '../profile.js';
import { isSameUid } from './same-uid.js';

/** The part of the CometChat class (SDK 4.2.0) that the editor uses. */
export interface CometChatSdk {
  readonly SDKHeader?: { readonly sdkVersion?: string };
  readonly AppSettingsBuilder: new () => SdkSettingsBuilder;
  readonly User: new (uid: string) => EditableUser;
  readonly LoginListener: new (callbacks: SdkLoginCallbacks) => object;
  /** Undocumented: what the last `init` was given. */
  readonly appSettings?: unknown;
  isInitialized(): boolean;
  getAppId(): string;
  init(appId: string, settings: object): Promise<unknown>;
  login(authToken: string): Promise<unknown>;
  getLoggedinUser(): Promise<unknown>;
  getUser(uid: string): Promise<unknown>;
  updateCurrentUserDetails(user: EditableUser): Promise<unknown>;
  addLoginListener(id: string, listener: object): void;
  removeLoginListener(id: string): void;
  /** Undocumented: true while a `login` runs. */
  loginInProgress?: boolean;
  /** Undocumented. */
  getInstance(): { internalLogout(notify: boolean): Promise<unknown> };
}

export interface SdkLoginCallbacks {
  loginSuccess(user: unknown): void;
  logoutSuccess(): void;
}

export interface SdkSettingsBuilder {
  setRegion(region: string): this;
  autoEstablishSocketConnection(establish: boolean): this;
  subscribePresenceForAllUsers(): this;
  /** From SDK 4.1.3 on. */
  setStorageMode?(mode: string): this;
  overrideClientHost(host: string): this;
  overrideAdminHost(host: string): this;
  build(): object;
}

/** The logged-in user as plain data. */
export interface StoredUser extends Profile {
  readonly authToken: string;
}

export function isSdk(candidate: unknown): candidate is CometChatSdk {
  return typeof candidate === 'function' && 'isInitialized' in candidate;
}

/** The app that a copy was initialised for. */
export function appIdOf(sdk: CometChatSdk): string {
  return String(sdk.getAppId());
}

/** The user in what the SDK gave, as plain data; undefined where it holds no usable uid. */
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
  if (!found || !isSameUid(found.uid, uid)) throw new ProfileError('unknown');
  const { name, avatar, statusMessage } = found;
  return { uid, name, avatar, statusMessage };
}
