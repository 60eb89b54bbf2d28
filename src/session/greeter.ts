import type { SdkFinder } from './find-sdk.js';
import { lastVisit } from './last-visit.js';
import { ownerOf } from './login.js';
import { painted } from './painted.js';
import type { OwnSdk } from './own-sdk.js';
import { readProfile } from './sdk-types.js';
import type { SessionConfig, SessionEvent } from './session.js';
import { isSameUid } from './same-uid.js';

/**
 * Tells an editor whose session it is going to be as soon as a token says so, and what the tab still knows of that person:
 * for those who return, before the SDK has come. On a copy that a host may have, only the host's login says who it is.
 */
export class Greeter {
  readonly #own: OwnSdk;
  readonly #finder: SdkFinder;
  /** Tokens that were asked for ahead of the SDK, by their sources. */
  readonly #asked = new Map<unknown, Promise<string>>();

  constructor(own: OwnSdk, finder: SdkFinder) {
    this.#own = own;
    this.#finder = finder;
  }

  /** Returns the settings to go on with: their source of tokens is asked once for each attempt. */
  greet(config: SessionConfig, listener: (event: SessionEvent) => void): SessionConfig {
    const { appId, token, reason, noDraft } = config;
    if (!token || this.#finder.mayMeetHost(config)) return config;
    const tell = (text: string): Promise<void> | undefined => {
      const uid = ownerOf(text);
      // Looked at only now: the page may have signed its user out while the token was fetched.
      const login = noDraft ? undefined : lastVisit.read(appId);
      const isTheirs = login && (login.authToken === text || isSameUid(login.uid, uid));
      if (isTheirs) {
        listener({ type: 'known', appId, user: readProfile(login, login.uid) });
        return painted();
      }
      if (uid !== undefined) listener({ type: 'known', appId, user: { uid } });
      return config.shown;
    };
    if (token.fixed !== undefined) return { ...config, shown: tell(token.fixed) };
    const asked = reason === 'connect' ? this.#ask(config) : undefined;
    // The SDK may well come while the token does.
    asked?.then(tell, () => undefined);
    const get = async (): Promise<string> => {
      if (asked) return asked;
      const text = await token.get(reason);
      void tell(text);
      return text;
    };
    return { ...config, token: { ...token, get } };
  }

  /** To be called when an attempt is over: the next one asks again. */
  forget({ token }: SessionConfig): void {
    this.#asked.delete(token?.key);
  }

  /** The token, where there is somebody to be shown ahead of the SDK if it is theirs. */
  #ask({ appId, token, noDraft }: SessionConfig): Promise<string> | undefined {
    const asked = this.#asked.get(token?.key);
    if (asked || !token || noDraft || this.#own.sdk || !lastVisit.read(appId)) return asked;
    const asking = token.get('connect');
    this.#asked.set(token.key, asking);
    return asking;
  }
}
