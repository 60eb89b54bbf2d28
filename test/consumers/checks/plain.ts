import { ProfileEditor, ProfileError, type Profile } from 'cometchat-profile-editor';

const editor = document.createElement('cometchat-profile-editor');
editor.addEventListener('profile-error', ({ error, phase }) => [error.code, phase]);
// @ts-expect-error: only the server changes the profile
editor.profile = undefined;

export const profile: Profile | undefined = editor.profile;
export const parts = [ProfileEditor, ProfileError];
