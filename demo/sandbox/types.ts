/** A part of an edit: the login, the reading of the profile, the writing of it. */
export type EditPhase = 'connect' | 'load' | 'save';

/** What a request is for. */
export type RequestPhase = EditPhase | 'upload' | 'token' | 'other';

/** Which requests a fault meets. */
export type FaultPhase = RequestPhase | 'all';

/** The name of a fault. */
export type FaultKind =
  | 'delay'
  | 'hang'
  | 'offline'
  | 'html-502'
  | 'message-json'
  | 'empty-json'
  | 'rate-limited'
  | 'error-500'
  | 'data-500'
  | 'lost-answer'
  | 'dropped-answer'
  | 'expired-token'
  | 'silent-denial'
  | 'permission-denied'
  | 'details-denied'
  | 'no-access'
  | 'quota-exceeded'
  | 'bad-request'
  | 'no-auth-token'
  | 'clear-ignored'
  | 'repeated-token';

/**
 * How a fault bends what it lets through. `deny`: answer a save without storing it; `keep-cleared`: clearing a field
 * changes nothing; `repeat-token`: the site hands out its last token again, valid or not.
 */
export type Quirk = 'deny' | 'keep-cleared' | 'repeat-token';

/** What the sandbox tells about one of its faults. */
export interface FaultDescription {
  kind: FaultKind;
  /** For people, in plain English. */
  label: string;
  /** The phases in which it makes a difference; in others it lets requests pass. */
  phases: readonly RequestPhase[];
  /** Whether a save that meets it is stored all the same. */
  stores: boolean;
  /** What comes back: what would come anyway, nothing, an error object, or something the SDK cannot read. */
  answers: 'normally' | 'never' | 'error' | 'unreadable';
}

/** A user as the sandbox stores it. Times are seconds since 1970, as CometChat counts them. */
export interface SandboxUser {
  /** In lower case, as CometChat stores it. */
  uid: string;
  name: string;
  avatar?: string;
  statusMessage?: string;
  link?: string;
  metadata?: unknown;
  tags?: readonly string[];
  role: string;
  status: 'online' | 'offline';
  createdAt: number;
  updatedAt?: number;
  /** A deactivated user is answered as if there were none. */
  deactivatedAt?: number;
}

/** What a new user needs; the rest gets plain defaults. The uid may be written in any case, here and elsewhere. */
export type NewUser = Pick<SandboxUser, 'uid' | 'name'> & Partial<SandboxUser>;

/** Changes made behind the API's back, as another device or an admin would; `undefined` removes a field. */
export type UserPatch = {
  [Key in Exclude<keyof SandboxUser, 'uid'>]?: SandboxUser[Key] | undefined;
};

/** A fault to switch on. */
export interface FaultSpec {
  kind: FaultKind;
  /** Which requests it meets; default `all`. */
  phase?: FaultPhase;
  /** How many requests it meets before it lifts itself; default: until it is cleared. */
  times?: number;
  /** Milliseconds, for `delay` only; default 2000. */
  ms?: number;
}

/** A fault that is switched on. */
export interface ActiveFault {
  id: string;
  kind: FaultKind;
  phase: FaultPhase;
  ms: number;
  /** Requests that it will still meet; `null` when there is no limit. */
  remaining: number | null;
}

/** What to tell the requests that a lifted fault was still holding. */
export interface ReleaseOptions {
  /** `true`: they get the answer they would have got without the fault; `false` (default): their connection breaks. */
  answer?: boolean;
}

/** The facts of a file that came in a multipart body. */
export interface RecordedFile {
  name: string;
  type: string;
  size: number;
}

/** One request that the sandbox saw. */
export interface RecordedRequest {
  /** Counts up within a world, with gaps. */
  id: number;
  /** Milliseconds since 1970. */
  time: number;
  method: string;
  url: string;
  /** The path without the API version: `/me` for `/v3.0/me`. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON or multipart fields (files as {@link RecordedFile}), the text where it is neither, `null` without a body. */
  body: unknown;
  phase: RequestPhase;
  /** The last fault that met it. */
  fault: FaultKind | null;
  /** Whether the sandbox carried it out (for a save: whether the new values were stored). */
  applied: boolean;
  /** `null` while unanswered, 0 for a broken connection, else the HTTP status. */
  status: number | null;
}

/** Which recorded requests to give; every part given must match. */
export interface RequestFilter {
  method?: string;
  path?: string;
  phase?: RequestPhase;
}

/** A picture that was uploaded. */
export interface StoredPicture {
  type: string;
  bytes: ArrayBuffer;
}

/** Everything the sandbox knows of one app id. Plain data, so that it can be cloned into a database. */
export interface World {
  appId: string;
  region: string;
  /** Whether it outlives the sandbox's process. */
  persistent: boolean;
  users: Record<string, SandboxUser>;
  /** Token to uid. */
  tokens: Record<string, string>;
  /** The token that the site last handed out, by uid. */
  lastTokens?: Record<string, string>;
  faults: ActiveFault[];
  requests: RecordedRequest[];
  pictures: Record<string, StoredPicture>;
  /** Source of ids within this world. */
  counter: number;
}

/** A world to make. */
export interface NewWorld {
  appId: string;
  /** Default `us`. */
  region?: string;
  users?: readonly NewUser[];
  /** Token to uid; a user without one gets a token from `issueToken`. */
  tokens?: Readonly<Record<string, string>>;
  /** Default `false`: kept in memory only. */
  persistent?: boolean;
}

/** Where worlds are kept beyond memory. */
export interface WorldStore {
  load(appId: string): Promise<World | undefined>;
  save(world: World): Promise<void>;
  remove(appId: string): Promise<void>;
}

/**
 * What tests and the playground can ask of a sandbox, in the same words in process and through the service worker.
 * Every method but `createWorld` and `removeWorld` rejects with an `Error` when there is no such world.
 */
export interface SandboxControl {
  /** Makes a world, in place of one with the same app id. */
  createWorld(world: NewWorld): Promise<void>;
  /** Forgets a world; the requests that it still held break. */
  removeWorld(appId: string): Promise<void>;
  getUser(appId: string, uid: string): Promise<SandboxUser | undefined>;
  patchUser(appId: string, uid: string, patch: UserPatch): Promise<SandboxUser>;
  /** A valid token of the user: `token` if given, else a new one. */
  issueToken(appId: string, uid: string, token?: string): Promise<string>;
  revokeToken(appId: string, token: string): Promise<void>;
  /** Gives the id by which `clearFault` lifts it. */
  setFault(appId: string, fault: FaultSpec): Promise<string>;
  clearFault(appId: string, id: string, options?: ReleaseOptions): Promise<void>;
  clearFaults(appId: string, options?: ReleaseOptions): Promise<void>;
  /** The faults that are on. */
  getFaults(appId: string): Promise<readonly ActiveFault[]>;
  getRequests(appId: string, filter?: RequestFilter): Promise<readonly RecordedRequest[]>;
  clearRequests(appId: string): Promise<void>;
}
