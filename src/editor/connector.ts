import type { ProfilePhase } from '../errors.js';
import type { Profile } from '../profile.js';
import type { Connect, ProfileSession, SessionEvent, TokenReason } from '../session/session.js';
import { createTokenSource } from '../session/token.js';
import type { EditorConfig } from './editor-config.js';

/** How soon after one renewal an expiry is taken as final, in milliseconds: a server that refuses every token must not be asked in a loop. */
const renewalPause = 10_000;

/** A session and the profile that was read with it. */
export interface Opened {
  readonly session: ProfileSession;
  readonly profile: Profile;
}

/** Opens and closes the editor's session; the latest settings win. */
export class Connector {
  readonly #connect: Connect;
  readonly #listener: (event: SessionEvent) => void;
  readonly #onHostLogin: () => void;
  #config: EditorConfig | undefined;
  #key: readonly unknown[] = [];
  #run: AbortController | undefined;
  #session: ProfileSession | undefined;
  #phase: ProfilePhase = 'connect';
  #renewedAt = -Infinity;

  constructor(connect: Connect, listener: (event: SessionEvent) => void, onHostLogin: () => void) {
    this.#connect = connect;
    this.#listener = listener;
    this.#onHostLogin = onHostLogin;
  }

  get session(): ProfileSession | undefined {
    return this.#session;
  }

  /** How far the last attempt came: to the login, or to the reading of the profile. */
  get phase(): ProfilePhase {
    return this.#phase;
  }

  /** Whether the page has said anything about where to connect: the first six of the settings in the key. */
  get isConfigured(): boolean {
    return this.#key.slice(0, 6).some(Boolean);
  }

  /** Takes the settings over. Says whether they lead to another session. */
  setConfig(config: EditorConfig): boolean {
    const before = this.#key;
    this.#config = config;
    // A function that is made anew with every render is no other source.
    this.#key = [
      config.sdk,
      Boolean(config.getAuthToken),
      config.appId,
      config.region,
      config.authToken,
      config.authTokenUrl,
      config.clientHost,
      config.adminHost,
      config.presence,
      config.onOtherSession,
    ];
    return this.#key.some((value, index) => value !== before[index]);
  }

  /** Whether an expired login can and may be renewed now. */
  canRenew(now: number): boolean {
    const hasSource = this.#config?.getAuthToken || this.#config?.authTokenUrl;
    return Boolean(hasSource) && now - this.#renewedAt >= renewalPause;
  }

  /**
   * Opens a session and reads the profile. Resolves to undefined where another call, or `close`, came in between; rejects
   * with a `ProfileError`.
   */
  async open(
    reason: TokenReason,
    expectedUid: string | undefined,
    now: number,
  ): Promise<Opened | undefined> {
    this.close();
    const config = this.#config;
    if (!config) return undefined;
    const run = (this.#run = new AbortController());
    if (reason === 'expired') this.#renewedAt = now;
    this.#phase = 'connect';
    let session: ProfileSession | undefined;
    try {
      const { appId, region, clientHost, adminHost, presence, sdk, onOtherSession, noHostSync } =
        config;
      const sessionConfig = {
        appId: appId.trim(),
        region: region.trim(),
        clientHost,
        adminHost,
        presence,
        sdk,
        onOtherSession,
        noHostSync,
        token: createTokenSource(config),
        reason,
        expectedUid,
        onHostLogin: this.#onHostLogin,
        signal: run.signal,
      };
      session = await this.#connect(sessionConfig, (event) => {
        if (!run.signal.aborted) this.#listener(event);
      });
      if (run.signal.aborted) {
        session.release();
        return undefined;
      }
      this.#phase = 'load';
      this.#session = session;
      const profile = await session.read();
      // The session may have ended while it was read.
      return this.#session === session ? { session, profile } : undefined;
    } catch (error) {
      if (run.signal.aborted || this.#session !== session) return undefined;
      session?.release();
      this.#session = undefined;
      throw error;
    }
  }

  /** Gives the session up, and whatever is under way; logs nobody out. */
  close(): void {
    this.#run?.abort();
    this.drop();
  }

  /** Gives up a session that ended, and goes on listening for a login of the host. */
  drop(): void {
    this.#session?.release();
    this.#session = undefined;
  }
}
