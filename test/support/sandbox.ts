import { startSandbox, type SandboxClient } from '../../demo/sandbox/client.js';
import { makeToken } from '../../demo/sandbox/worlds.js';
import type {
  FaultSpec,
  NewUser,
  RecordedRequest,
  ReleaseOptions,
  RequestFilter,
  SandboxUser,
  UserPatch,
} from '../../demo/sandbox/types.js';

/** The people of a test, unless it names its own. */
export const defaultUsers: readonly NewUser[] = [
  {
    uid: 'alice',
    name: 'Alice',
    avatar: 'https://photos.sandbox.cometchat.io/alice.png',
    statusMessage: 'Here',
  },
  { uid: 'bob', name: 'Bob' },
];

/** A world of its own for one test, behind the page's real `fetch`. */
export interface TestSandbox {
  readonly appId: string;
  readonly region: 'us';
  /** Where a page gets a token of the user by `POST`. */
  tokenUrl(uid: string): string;
  /** Where pictures are uploaded to. */
  readonly uploadUrl: string;
  /** The token that the user was given at the start. @throws {Error} for a user that the test did not ask for */
  token(uid: string): string;
  /** Makes a further token valid: a new one, or `token`. */
  issue(uid: string, token?: string): Promise<string>;
  revoke(token: string): Promise<void>;
  user(uid: string): Promise<SandboxUser | undefined>;
  /** Changes a user as another device or an admin would. */
  patchUser(uid: string, patch: UserPatch): Promise<SandboxUser>;
  /** Gives the id by which `clearFault` lifts it. */
  setFault(fault: FaultSpec): Promise<string>;
  clearFault(id: string, options?: ReleaseOptions): Promise<void>;
  clearFaults(options?: ReleaseOptions): Promise<void>;
  /** What was asked so far, oldest first. */
  requests(filter?: RequestFilter): Promise<readonly RecordedRequest[]>;
  clearRequests(): Promise<void>;
  /**
   * Resolves with the first request that fits, one that came already included. Each is looked at when it arrives
   * (`status` is `null`), when it is carried out (`applied`) and when it is answered (`status`).
   */
  waitForRequest(predicate: (request: RecordedRequest) => boolean): Promise<RecordedRequest>;
  /** Breaks what is still held, and forgets the world. @throws {Error} where a request carried a role */
  dispose(): Promise<void>;
}

/** Whether a body names a role, at any depth. No request of the editor ever does; every world of every test is checked. */
function hasRole(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return 'role' in body || Object.values(body).some(hasRole);
}

let started: Promise<SandboxClient> | undefined;

/** Makes a world with an app id that no other test has. The first call of a page starts the service worker. */
export async function createSandbox(
  options: { users?: readonly NewUser[] } = {},
): Promise<TestSandbox> {
  started ??= startSandbox();
  const client = await started;
  const users = options.users ?? defaultUsers;
  const appId = `t${crypto.randomUUID().replaceAll('-', '')}`;
  const tokens = new Map(users.map(({ uid }) => [uid, makeToken(uid, Date.now())]));
  await client.createWorld({
    appId,
    region: 'us',
    users,
    tokens: Object.fromEntries([...tokens].map(([uid, token]) => [token, uid])),
  });

  const checkRequests = async (): Promise<void> => {
    for (const { method, path, body } of await client.getRequests(appId)) {
      if (hasRole(body)) throw new Error(`${method} ${path} carries a role`);
    }
  };

  return {
    appId,
    region: 'us',
    tokenUrl: (uid) => `/sandbox/token?app=${appId}&user=${uid}`,
    uploadUrl: `/sandbox/upload?app=${appId}`,
    token(uid) {
      const token = tokens.get(uid);
      if (token === undefined) throw new Error(`This sandbox has no user "${uid}"`);
      return token;
    },
    issue: (uid, token) => client.issueToken(appId, uid, token),
    revoke: (token) => client.revokeToken(appId, token),
    user: (uid) => client.getUser(appId, uid),
    patchUser: (uid, patch) => client.patchUser(appId, uid, patch),
    setFault: (fault) => client.setFault(appId, fault),
    clearFault: (id, release) => client.clearFault(appId, id, release),
    clearFaults: (release) => client.clearFaults(appId, release),
    requests: (filter) => client.getRequests(appId, filter),
    async clearRequests() {
      await checkRequests();
      await client.clearRequests(appId);
    },
    async waitForRequest(predicate) {
      let stop = (): void => {};
      const coming = new Promise<RecordedRequest>((resolve) => {
        stop = client.onRequest(appId, (request) => {
          if (predicate(request)) resolve(request);
        });
      });
      try {
        const past = (await client.getRequests(appId)).find(predicate);
        return past ?? (await coming);
      } finally {
        stop();
      }
    },
    async dispose() {
      try {
        await checkRequests();
      } finally {
        await client.removeWorld(appId);
      }
    },
  };
}
