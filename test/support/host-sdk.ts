import { addScript, importInto, type PageWindow } from './page.js';

/** The part of the CometChat class that a chat app on the page uses in the tests. */
export interface HostSdk {
  readonly SDKHeader: { readonly sdkVersion: string };
  readonly AppSettingsBuilder: new () => HostSettings;
  readonly LoginListener: new (callbacks: Record<string, (user: HostUser) => unknown>) => object;
  init(appId: string, settings: object): Promise<boolean>;
  login(authToken: string): Promise<HostUser>;
  logout(): Promise<unknown>;
  isInitialized(): boolean;
  getLoggedinUser(): Promise<HostUser | null>;
  addLoginListener(id: string, listener: object): void;
  removeLoginListener(id: string): void;
  getConnectionStatus(): string;
  /** Undocumented: what the SDK holds in memory. */
  readonly appSettings: object;
  readonly authToken: string | undefined;
  readonly user: HostUser | undefined;
  loginInProgress?: boolean;
}

export interface HostUser {
  getUid(): string;
  getName(): string;
  getStatusMessage(): string | undefined;
  getAuthToken(): string;
}

interface HostSettings {
  setRegion(region: string): this;
  subscribePresenceForAllUsers(): this;
  autoEstablishSocketConnection(establish: boolean): this;
  build(): object;
}

/** Where the unmodified SDK is, as a page's script tag names it. */
const sdkAddress = '/node_modules/@cometchat/chat-sdk-javascript/CometChat.js';

/** The SDK as the editor imports it here, and as an app gets it that is bundled with the editor. */
const moduleAddress = `${sdkAddress}?module`;

/** Loads the SDK by a script tag, as a chat app does. */
export async function loadHostSdk(window: PageWindow): Promise<HostSdk> {
  await addScript(window, sdkAddress);
  return window.CometChat as unknown as HostSdk;
}

/** Imports the SDK, as an app does that is bundled with the editor: both get the same class. */
export async function importHostSdk(window: PageWindow): Promise<HostSdk> {
  const { CometChat } = await importInto<{ CometChat: HostSdk }>(window, moduleAddress);
  return CometChat;
}

export interface HostOptions {
  readonly appId: string;
  /** Nobody is logged in without. */
  readonly token?: string | undefined;
  /** Opens the SDK's socket; the page needs a stand-in for `WebSocket` then. */
  readonly socket?: boolean;
}

/** Initialises a page's SDK, and logs in where there is a token. */
export async function startHost(host: HostSdk, options: HostOptions): Promise<void> {
  const { appId, token, socket = false } = options;
  const settings = new host.AppSettingsBuilder()
    .setRegion('us')
    .subscribePresenceForAllUsers()
    .autoEstablishSocketConnection(socket);
  await host.init(appId, settings.build());
  if (token !== undefined) await host.login(token);
}

/** Notes whether a host's SDK was asked if it is initialised, which is how the editor sees it. */
export function watchLooks(host: HostSdk): { readonly looks: number } {
  const watch = { looks: 0 };
  const ask = host.isInitialized.bind(host);
  host.isInitialized = () => {
    watch.looks += 1;
    return ask();
  };
  return watch;
}

/** What a host sees of logins, and which listeners there are. */
export interface HostWatch {
  /** The ids of the login listeners. */
  readonly listeners: ReadonlySet<string>;
  /** What the host's own listener was told: `login alice`, `logout`. */
  readonly events: readonly string[];
  /** The names that came with the logins. */
  readonly names: readonly string[];
}

/** Listens like a chat app, and notes who else listens. */
export function watchHost(host: HostSdk): HostWatch {
  const listeners = new Set<string>();
  const events: string[] = [];
  const names: string[] = [];
  const add = host.addLoginListener.bind(host);
  const remove = host.removeLoginListener.bind(host);
  host.addLoginListener = (id, listener) => {
    listeners.add(id);
    add(id, listener);
  };
  host.removeLoginListener = (id) => {
    listeners.delete(id);
    remove(id);
  };
  const listener = new host.LoginListener({
    loginSuccess: (user) => {
      events.push(`login ${user.getUid()}`);
      names.push(user.getName());
    },
    logoutSuccess: () => events.push('logout'),
  });
  host.addLoginListener('host', listener);
  return { listeners, events, names };
}
