import type { Messages } from './messages.js';

/** The texts of the form that British English spells or says otherwise; for the rest the American ones stand. */
export const messages = {
  presetHoliday: 'On holiday',
  conflict: 'Changed in another tab or on another device to ‘{theirs}’.',
} as const satisfies Partial<Messages>;

/** The texts of the photo dialogs. */
export const loadPhotoMessages = () => import('./photo/en-gb.js');
