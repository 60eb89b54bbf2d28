export * from './headless.js';
export { CometChatProfileEditor } from './cometchat-profile-editor.js';
export type { AllMessages, MessageKey, Messages } from './locales/messages.js';
export { registerLanguage } from './locales/registry.js';
