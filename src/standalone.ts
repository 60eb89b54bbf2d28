import './define.js';

export { CometChatProfileEditor } from './cometchat-profile-editor.js';
export { ProfileError } from './errors.js';
