import type { EditableUser } from '../../src/fields.js';
import type { CometChatSdk, SdkLoginCallbacks } from '../../src/session/sdk-types.js';

/** A user as the SDK holds one, secrets and all. */
export interface FakeSdkUser {
  uid: string;
  name: string;
  avatar?: string;
  statusMessage?: string;
  authToken?: string;
  role?: string;
}

type Replaceable = 'init' | 'login' | 'getLoggedinUser' | 'getUser' | 'updateCurrentUserDetails';

/** What stands in for a method until it is removed again. */
export type Replacements = Partial<Record<Replaceable, (argument: unknown) => Promise<unknown>>>;

/** A stand-in for the CometChat class, with the habits of 4.2.0 that the adapter has to live with. */
export interface FakeSdk {
  /** The class, as a host would hand it over. */
  readonly sdk: CometChatSdk;
  /** What was called, with the first argument. */
  readonly calls: (readonly [Replaceable, unknown])[];
  replace: Replacements;
  readonly listeners: Map<string, SdkLoginCallbacks>;
  /** The server's users by uid; the token `token-alice` is alice's. */
  readonly users: Map<string, FakeSdkUser>;
  /** The settings of the last `init`. */
  settings: Readonly<Record<string, unknown>> | undefined;
  /** Who is logged in, in this copy's memory and storage. */
  stored: FakeSdkUser | undefined;
  appId: string | undefined;
  /** The host logs somebody out, or in. */
  logOut(): void;
  logIn(uid: string, options?: { readonly silent: boolean }): void;
  takeCalls(): string[];
}

export interface FakeSdkOptions {
  /** The app that it is initialised for; none leaves it uninitialised. */
  readonly appId?: string;
  /** Who is logged in. */
  readonly uid?: string;
}

export function createFakeSdk({ appId, uid }: FakeSdkOptions = {}): FakeSdk {
  const fake: FakeSdk = {
    get sdk() {
      return CometChat as unknown as CometChatSdk;
    },
    calls: [],
    replace: {},
    listeners: new Map(),
    users: new Map([
      ['alice', { uid: 'alice', name: 'Alice', statusMessage: 'Here', role: 'admin' }],
      ['bob', { uid: 'bob', name: 'Bob' }],
    ]),
    settings: undefined,
    stored: undefined,
    appId,
    logOut: () => {
      fake.stored = undefined;
      for (const listener of fake.listeners.values()) listener.logoutSuccess();
    },
    logIn: (id, { silent } = { silent: false }) => {
      fake.stored = { ...userOf(id), authToken: `token-${id}` };
      if (silent) return;
      for (const listener of fake.listeners.values()) listener.loginSuccess(fake.stored);
    },
    takeCalls: () => fake.calls.splice(0).map(([name]) => name),
  };
  const userOf = (id: string): FakeSdkUser => {
    const user = fake.users.get(id);
    if (!user) throw { code: 'ERR_UID_NOT_FOUND', message: `token-${id} is secret` };
    return user;
  };
  const call = async (
    name: Replaceable,
    argument: unknown,
    usual: () => unknown,
  ): Promise<unknown> => {
    fake.calls.push([name, argument]);
    const replacement = fake.replace[name];
    return replacement ? replacement(argument) : usual();
  };

  class User implements EditableUser {
    readonly uid: string;
    declare name?: string;
    declare avatar?: string;
    declare statusMessage?: string;
    constructor(id: string) {
      this.uid = id;
    }
    setName(name: string): void {
      if (name) this.name = name;
    }
    setAvatar(avatar: string): void {
      this.avatar = avatar;
    }
    setStatusMessage(statusMessage: string): void {
      this.statusMessage = statusMessage;
    }
  }

  class AppSettingsBuilder {
    readonly #settings: Record<string, unknown> = {};
    setRegion(region: string): this {
      return this.#set('region', region);
    }
    autoEstablishSocketConnection(establish: boolean): this {
      return this.#set('socket', establish);
    }
    subscribePresenceForAllUsers(): this {
      return this.#set('presence', true);
    }
    setStorageMode(mode: string): this {
      return this.#set('storage', mode);
    }
    overrideClientHost(host: string): this {
      return this.#set('clientHost', host);
    }
    overrideAdminHost(host: string): this {
      return this.#set('adminHost', host);
    }
    build(): object {
      return this.#settings;
    }
    #set(key: string, value: unknown): this {
      this.#settings[key] = value;
      return this;
    }
  }

  // oxlint-disable-next-line typescript/no-extraneous-class -- as the SDK has it
  class LoginListener {
    constructor(callbacks: SdkLoginCallbacks) {
      Object.assign(this, callbacks);
    }
  }

  // oxlint-disable-next-line typescript/no-extraneous-class -- as the SDK has it
  class CometChat {
    static readonly User = User;
    static readonly AppSettingsBuilder = AppSettingsBuilder;
    static readonly LoginListener = LoginListener;
    static loginInProgress = false;

    static isInitialized(): boolean {
      return fake.appId !== undefined;
    }
    static getAppId(): string {
      return fake.appId ?? '';
    }
    static init(id: string, settings: Record<string, unknown>): Promise<unknown> {
      return call('init', id, async () => {
        await Promise.resolve();
        (globalThis as { CometChat?: unknown }).CometChat = CometChat;
        fake.settings = settings;
        fake.appId = id;
        // Kept even over a logout; `login` reads it.
        const storage = settings['storage'] === 'session' ? sessionStorage : localStorage;
        storage.setItem(`${id}:common_store/appId`, id);
        return true;
      });
    }
    static login(token: string): Promise<unknown> {
      return call('login', token, () => {
        if (CometChat.loginInProgress) throw { code: -1, name: 'LOGIN_IN_PROGRESS' };
        const isNoted = [sessionStorage, localStorage].some(
          (storage) => storage.getItem(`${fake.appId}:common_store/appId`) !== null,
        );
        if (fake.settings && !isNoted)
          throw { code: '-1', name: 'COMETCHAT_INITIALIZATION_NOT_DONE' };
        const id = token.replace(/^token-|_[0-9a-f]{40}$/g, '');
        if (!fake.users.has(id)) {
          fake.logOut();
          throw { code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND', message: `The token ${token} is unknown` };
        }
        fake.logIn(id);
        return fake.stored;
      });
    }
    static getLoggedinUser(): Promise<unknown> {
      return call('getLoggedinUser', undefined, () => fake.stored ?? null);
    }
    static getUser(id: string): Promise<unknown> {
      return call('getUser', id, () => ({ ...userOf(id) }));
    }
    static updateCurrentUserDetails(user: User): Promise<unknown> {
      // It answers for whoever was logged in when it was called, and makes that user the logged-in one again.
      const before = fake.stored;
      return call('updateCurrentUserDetails', { ...user }, () => before).then((answer) => {
        if (answer !== before || !before) return answer;
        const { name, avatar, statusMessage } = user;
        const changes = JSON.parse(JSON.stringify({ name, avatar, statusMessage })) as object;
        const server = { ...userOf(before.uid), ...changes };
        fake.users.set(before.uid, server);
        fake.stored = { ...server, authToken: before.authToken ?? '' };
        return fake.stored;
      });
    }
    static addLoginListener(id: string, listener: SdkLoginCallbacks): void {
      fake.listeners.set(id, listener);
    }
    static removeLoginListener(id: string): void {
      fake.listeners.delete(id);
    }
    static getInstance(): { internalLogout(notify: boolean): Promise<unknown> } {
      return {
        internalLogout: async (notify) => {
          if (notify) fake.logOut();
          fake.stored = undefined;
          return undefined;
        },
      };
    }
  }
  if (uid !== undefined) fake.logIn(uid);
  return fake;
}
