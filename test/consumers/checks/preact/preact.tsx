import type { ProfileSavedEvent } from 'cometchat-profile-editor';
import type {} from 'cometchat-profile-editor/types/preact';

const show = ({ profile }: ProfileSavedEvent) => void profile.name;

export const tag = <cometchat-profile-editor app-id="app" class="wide" onprofile-saved={show} />;

// @ts-expect-error: there is no such value
export const wrong = <cometchat-profile-editor on-other-session="ignore" />;
