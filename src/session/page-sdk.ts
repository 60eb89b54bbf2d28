import type { OwnSdk } from './own-sdk.js';
import { isSdk, type CometChatSdk } from './sdk-types.js';

/** The SDK that the page has as `CometChat`, unless that is the editor's own. */
export function pageSdkBeside(own: OwnSdk): CometChatSdk | undefined {
  const candidate = (globalThis as { CometChat?: unknown }).CometChat;
  return isSdk(candidate) && !own.has(candidate) ? candidate : undefined;
}

/** Whether an app has stored a login where the SDK stores one unless it is told otherwise. */
export function hasLogin(appId: string): boolean {
  try {
    return localStorage.getItem(`${appId}:common_store/user`) !== null;
  } catch {
    return false;
  }
}
