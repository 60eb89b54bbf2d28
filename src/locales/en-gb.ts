import { enExtras } from './en-us-extras.js';
import { enOptional } from './en-us-optional.js';
import { en } from './en-us.js';
import type { Messages } from './messages.js';

/** The texts of the form in British English: American, but for what is spelled or said otherwise. */
export const messages = {
  ...en,
  ...enExtras,
  ...enOptional,
  presetHoliday: 'On holiday',
  conflict: 'Changed in another tab or on another device to ‘{theirs}’.',
} as const satisfies Messages;

/** The texts of the photo dialogs. */
export const loadPhotoMessages = () => import('./photo/en-gb.js');
