import { ProfileError } from '../errors.js';
import { importAgain } from '../import-again.js';
import { importHost } from './import-host.js';
import { sdkOrigin } from './sdk-origin.js';
import type { Connect, ConnectConfig } from './session.js';

// The form is there without it: what talks to CometChat comes while the form is drawn.
const importSessions = importAgain(
  () => import('./cometchat-session.js'),
  (module) => 'endSession' in module,
  'session',
);

async function loadSessions() {
  try {
    return await importSessions();
  } catch (cause) {
    throw new ProfileError('sdk-unavailable', { cause });
  }
}

// Where it will be needed for certain, the SDK need not wait for the code that asks for it. Where something is to be shown
// first, it has to: its evaluation takes longer than all the rest.
function fetchSdk({ sdk, tokens, appId }: ConnectConfig): void {
  const mayHaveHost = !sdkOrigin.isPrivate || sdk || 'CometChat' in globalThis;
  if (mayHaveHost) importHost().catch(() => undefined);
  if (mayHaveHost || tokens.initialProfile) return;
  try {
    const isReturning = sessionStorage.getItem(`${appId}:common_store/user`);
    if (!isReturning) sdkOrigin.load().catch(() => undefined);
  } catch {
    // Without a storage nobody can log in: that is told later.
  }
}

/** Connects through the CometChat SDK: the host's copy, or the editor's own. */
export const connectCometChat: Connect = async (config, listener) => {
  fetchSdk(config);
  const sessions = await loadSessions();
  config.signal.throwIfAborted();
  return sessions.connectCometChat(config, listener);
};

/**
 * Forgets the login of an app that the editor made by itself, in this page and in the storage of this tab; to be called
 * when the site signs its user out. Editors that show it tell of `logged-out`. Unsaved edits are kept for the user's
 * return. Nothing is sent: the token stays valid until the site's backend revokes it. A host's own session is left alone.
 *
 * @throws ProfileError `sdk-unavailable` where the editor's code cannot be fetched
 */
export async function endSession(appId: string): Promise<void> {
  const sessions = await loadSessions();
  await sessions.endSession(appId);
}
