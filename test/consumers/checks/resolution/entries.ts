import 'cometchat-profile-editor/define.js';
import { ProfileError, type Profile } from 'cometchat-profile-editor';
import { messages } from 'cometchat-profile-editor/locales/de.js';
import type { CometChatProfileEditorProps } from 'cometchat-profile-editor/react.js';
import type { EditorAttributes } from 'cometchat-profile-editor/types/element';

const editor = document.createElement('cometchat-profile-editor');
let shown: Profile | undefined;
editor.addEventListener('profile-saved', ({ profile }) => (shown = profile));
// @ts-expect-error: the server alone says what the profile is
editor.profile = shown;

export const save: string = messages.save;
export const error = new ProfileError('network');
export const attributes: EditorAttributes = { 'on-other-session': 'switch' };
export const props: CometChatProfileEditorProps = { onProfileSaved: ({ profile }) => profile.uid };
// @ts-expect-error: there is no such value
export const wrong: EditorAttributes = { 'on-other-session': 'ignore' };
