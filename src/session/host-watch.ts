import { limits } from './deadline.js';
import { mayJoinOthers } from './login.js';
import { appIdOf, readSdkUser, type CometChatSdk } from './sdk-types.js';
import type { SessionConfig } from './session.js';
import type { SharedSdk } from './shared-sdk.js';
import { isSameUid } from './same-uid.js';

/** What an editor works with until a host's copy comes. */
export interface Meanwhile {
  /** A session in the editor's own copy, which only a host's session of the same user is to replace. */
  readonly session?: { readonly uid: string; readonly shared: SharedSdk };
  /** A class that a host may come to initialise; undefined where none is known yet. */
  candidate(): CometChatSdk | undefined;
}

/** Looks for a host's copy that was not there in time, until it can be joined or the signal aborts. */
export async function watchForHost(config: SessionConfig, meanwhile: Meanwhile): Promise<void> {
  const { signal, onHostLogin } = config;
  while (!signal.aborted) {
    const sdk = meanwhile.candidate();
    if (sdk && (await isToBeJoined(sdk, config, meanwhile))) {
      if (!signal.aborted) onHostLogin();
      return;
    }
    await pause(limits.hostLook, signal);
  }
}

/** Waits so many milliseconds, or until the signal aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  let stop = (): void => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    stop = resolve;
    timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', stop);
  });
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
}

async function isToBeJoined(
  sdk: CometChatSdk,
  config: SessionConfig,
  { session }: Meanwhile,
): Promise<boolean> {
  try {
    if (!sdk.isInitialized() || (config.appId && appIdOf(sdk) !== config.appId)) return false;
    if (!session) return true;
    if (session.shared.saves > 0) return false;
    const user = readSdkUser(await sdk.getLoggedinUser());
    return isSameUid(user?.uid, session.uid) && user !== undefined && mayJoinOthers(user, config);
  } catch {
    // A host's session that is not to be joined.
    return false;
  }
}
