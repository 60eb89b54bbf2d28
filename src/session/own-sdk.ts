import type { CometChatSdk } from './find-sdk.js';
import type { SessionConfig } from './session.js';

/**
 * Initialises a copy that nobody else uses: session storage, so that it never meets a host's login, and no socket unless
 * `presence` asks for one.
 */
export async function init(sdk: CometChatSdk, config: SessionConfig): Promise<void> {
  const builder = new sdk.AppSettingsBuilder()
    .setRegion(config.region)
    .autoEstablishSocketConnection(config.presence)
    .setStorageMode('session');
  if (config.presence) builder.subscribePresenceForAllUsers();
  if (config.clientHost) builder.overrideClientHost(config.clientHost);
  if (config.adminHost) builder.overrideAdminHost(config.adminHost);
  const reveal = hideFromPage(sdk);
  try {
    await sdk.init(config.appId, builder.build());
  } finally {
    reveal();
  }
}

/**
 * Keeps `init` from replacing `window.CometChat`, which it does at a moment that depends on the storage mode. What a
 * host sets meanwhile is kept.
 */
function hideFromPage(sdk: CometChatSdk): () => void {
  const scope = globalThis as { CometChat?: unknown };
  const original = Object.getOwnPropertyDescriptor(scope, 'CometChat');
  const isAccessor = original !== undefined && !('value' in original);
  let value = scope.CometChat;
  try {
    Object.defineProperty(scope, 'CometChat', {
      configurable: true,
      enumerable: true,
      get: () => (isAccessor ? original.get?.call(scope) : value) as unknown,
      set: (next: unknown) => {
        if (next === sdk) return;
        if (isAccessor) original.set?.call(scope, next);
        else value = next;
      },
    });
  } catch {
    // Declared with `var` by a classic script, and so not configurable.
    return () => {
      if (scope.CometChat === sdk) scope.CometChat = value;
    };
  }
  return () => {
    delete scope.CometChat;
    if (isAccessor) Object.defineProperty(scope, 'CometChat', original);
    else if (value !== undefined) scope.CometChat = value;
  };
}
