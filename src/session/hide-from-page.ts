import type { CometChatSdk } from './sdk-types.js';

/**
 * Keeps `init` from replacing `window.CometChat`, which it does at a moment that depends on the storage mode. What a
 * host sets meanwhile is kept.
 */
export function hideFromPage(sdk: CometChatSdk): () => void {
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
