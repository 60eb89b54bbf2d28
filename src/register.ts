import { CometChatProfileEditor } from './cometchat-profile-editor.js';

const tag = 'cometchat-profile-editor';
if (!customElements.get(tag)) customElements.define(tag, CometChatProfileEditor);
