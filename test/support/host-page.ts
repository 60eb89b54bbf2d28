import { holdTime } from './clock.js';
import { stubSockets, type FakeSocket } from './fake-socket.js';
import {
  loadHostSdk,
  startHost,
  watchHost,
  type HostOptions,
  type HostSdk,
  type HostWatch,
} from './host-sdk.js';
import { openPage, type TestPage } from './page.js';
import type { TestSandbox } from './sandbox.js';

/** A chat app's page: its own SDK, loaded by a script tag. */
export interface HostPage {
  readonly page: TestPage;
  readonly host: HostSdk;
  readonly watch: HostWatch;
  readonly sockets: readonly FakeSocket[];
}

export interface HostPageOptions extends Partial<HostOptions> {
  /** Whether the page initialises its SDK by itself; default true. */
  readonly starts?: boolean;
}

/** Opens a chat app's page where alice is logged in, unless the options say otherwise; there is no editor yet. */
export async function openHost(
  sandbox: TestSandbox,
  options: HostPageOptions = {},
): Promise<HostPage> {
  const { starts = true, ...own } = options;
  let parts: Omit<HostPage, 'page'> | undefined;
  const page = await openPage('', {
    before: async (window) => {
      holdTime(window);
      const sockets = stubSockets(window);
      const host = await loadHostSdk(window);
      parts = { host, watch: watchHost(host), sockets };
      const { appId } = sandbox;
      if (starts) await startHost(host, { appId, token: sandbox.token('alice'), ...own });
    },
  });
  await sandbox.clearRequests();
  if (!parts) throw new Error('The page was not prepared');
  return { page, ...parts };
}

/** Forgets what the SDKs of a sandbox's pages have stored. */
export function clearStorage({ appId }: TestSandbox, page: Window = window): void {
  for (const storage of [page.localStorage, page.sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.includes(appId)) storage.removeItem(key);
  }
}

/** What was asked of the sandbox, as `PUT /me`, without the SDK's own reports. */
export async function askedOf(sandbox: TestSandbox): Promise<readonly string[]> {
  const requests = await sandbox.requests();
  return requests
    .filter(({ phase }) => phase !== 'other')
    .map(({ method, path }) => `${method} ${path}`);
}

/** The tag for a sandbox's app, as HTML; alice's token is its default attribute. */
export function tagFor(
  sandbox: TestSandbox,
  attributes = `auth-token="${sandbox.token('alice')}"`,
): string {
  return `<cometchat-profile-editor app-id="${sandbox.appId}" region="us" ${attributes}>
  </cometchat-profile-editor>`;
}
