import type { SessionEndReason } from '../events.js';
import type { Profile, ProfileChanges } from '../profile.js';

/** What to do where a shared SDK copy is logged in and the given token is not that user's. */
export type OtherSession = 'stop' | 'use' | 'switch';

/** Why a token is asked for. */
export type TokenReason = 'connect' | 'expired';

/** The three ways in which a page can hand over a token. */
export interface TokenOptions {
  readonly getAuthToken: ((reason: TokenReason) => Promise<string>) | undefined;
  readonly authTokenUrl: string;
  readonly authToken: string;
}

/** What a page's settings say beside where to connect. */
export interface PageOptions extends TokenOptions {
  /** Whether what is known of a person may be neither kept nor shown before the server says it. */
  readonly noDraft: boolean;
  /** What the page knows of the person, and the form shows already. */
  readonly initialProfile?: unknown;
}

/** Where tokens come from. */
export interface TokenSource {
  /** Tells sources apart, so that editors with the same one share a login. */
  readonly key: unknown;
  /** A token that the page gave as such; it cannot be renewed. */
  readonly fixed: string | undefined;
  /** Asks for a token; rejects with a `ProfileError`. */
  get(reason: TokenReason): Promise<string>;
}

/** What the editor asks of a session: a copy of its settings, checked before use and the same until the end. */
export interface SessionConfig {
  readonly appId: string;
  readonly region: string;
  readonly clientHost: string;
  readonly adminHost: string;
  readonly presence: boolean;
  /** The host's own CometChat class. */
  readonly sdk: unknown;
  readonly onOtherSession: OtherSession;
  readonly noHostSync: boolean;
  readonly noDraft: boolean;
  readonly token: TokenSource | undefined;
  readonly reason: TokenReason;
  /** The uid that the page knows the user by, if it does. */
  readonly expectedUid: string | undefined;
  /**
   * Called once where connecting again would help: the connection failed for want of a login and the host has logged in
   * since, or a host's copy has come that can be joined.
   */
  readonly onHostLogin: () => void;
  /** Settles once what is shown already is painted, which the evaluation of the SDK would hold up. */
  readonly shown?: Promise<void> | undefined;
  readonly signal: AbortSignal;
}

/** Whose session it is, and maybe the values that the server last gave for them. */
export type KnownUser = Pick<Profile, 'uid'> & Partial<Profile>;

/** Something that happened to the session without this editor's doing. */
export type SessionEvent =
  /** What is known of the person before the first reading; it may be told several times, the last one counts. */
  | { readonly type: 'known'; readonly appId: string; readonly user: KnownUser }
  | { readonly type: 'ended'; readonly reason: SessionEndReason }
  | { readonly type: 'saved'; readonly profile: Profile }
  | { readonly type: 'changed-elsewhere' };

/** A logged-in user. All calls end within their timeout and reject only with a `ProfileError`. */
export interface ProfileSession {
  readonly uid: string;
  /** The app of the SDK copy that it lives in. */
  readonly appId: string;
  /** Whether the SDK copy is the host's. */
  readonly shared: boolean;
  /** Asks the server for the profile. Concurrent calls of several editors share one request. */
  read(): Promise<Profile>;
  /**
   * Sends the changed fields in one request and resolves to what the server answered, whether or not that has the
   * changes. Saves of all editors of a page go one after another.
   */
  save(changes: ProfileChanges): Promise<Profile>;
  /** Ends this editor's part; logs nobody out. */
  release(): void;
}

/** What the editor asks of a session, with the ways to a token as the page gave them. */
export interface ConnectConfig extends Omit<SessionConfig, 'token' | 'noDraft' | 'shown'> {
  readonly tokens: PageOptions;
}

/** Logs in, or joins the session that is there. Rejects with a `ProfileError`. */
export type Connect = (
  config: ConnectConfig,
  listener: (event: SessionEvent) => void,
) => Promise<ProfileSession>;
