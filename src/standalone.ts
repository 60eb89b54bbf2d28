import { sdkOrigin } from './session/sdk-origin.js';

export * from './define.js';

// The SDK in this build is a file beside it, which no app imports.
sdkOrigin.isPrivate = true;
