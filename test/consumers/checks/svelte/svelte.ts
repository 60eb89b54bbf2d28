import type { ProfileSavedEvent } from 'cometchat-profile-editor';
import type {} from 'cometchat-profile-editor/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Attributes = SvelteHTMLElements['cometchat-profile-editor'];

export const attributes: Attributes = {
  'app-id': 'app',
  class: 'wide',
  'onprofile-saved': ({ profile }: ProfileSavedEvent) => void profile.name,
};

// @ts-expect-error: there is no such value
export const wrong: Attributes = { 'on-other-session': 'ignore' };
