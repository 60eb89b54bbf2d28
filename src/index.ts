export * from './headless.js';
export { CometChatProfileEditor } from './cometchat-profile-editor.js';
export type { MessageKey, Messages } from './locales/messages.js';
