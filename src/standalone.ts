import { ownSdk } from './session/cometchat-session.js';

export * from './define.js';

// The SDK in this build is a file beside it, which no app imports.
ownSdk.isPrivate = true;
