import { ProfileError } from '../errors.js';
import { limits, waitUntil } from './deadline.js';
import type { OwnSdk } from './own-sdk.js';
import { appIdOf, isSdk, type CometChatSdk } from './sdk-types.js';

export interface FoundSdk {
  readonly sdk: CometChatSdk;
  /** Whether the copy is the host's. */
  readonly shared: boolean;
}

export interface SdkQuery {
  readonly sdk: unknown;
  readonly appId: string;
}

/** The host's copy where the page has one for this app, else the editor's own, fetched on first use. */
export async function findSdk({ sdk, appId }: SdkQuery, own: OwnSdk): Promise<FoundSdk> {
  if (sdk !== undefined && sdk !== null) {
    if (!isSdk(sdk)) throw new ProfileError('invalid-config', { subject: ['sdk'] });
    // A host's copy is the host's to initialise: storage and socket are its choice.
    if (!(await waitUntil(() => sdk.isInitialized()))) {
      throw new ProfileError('invalid-config', { subject: ['sdk'] });
    }
    return { sdk, shared: true };
  }
  const onPage = pageSdk(own);
  if (onPage && (await waitUntil(() => onPage.isInitialized(), limits.hostInit))) {
    if (appIdOf(onPage) === appId) return { sdk: onPage, shared: true };
  }
  const loaded = await own.load();
  const isHosts = loaded.isInitialized() && !own.has(loaded);
  return { sdk: loaded, shared: isHosts };
}

function pageSdk(own: OwnSdk): CometChatSdk | undefined {
  const candidate = (globalThis as { CometChat?: unknown }).CometChat;
  return isSdk(candidate) && !own.has(candidate) ? candidate : undefined;
}
