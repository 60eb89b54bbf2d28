import { enPhoto } from '../en-us-photo.js';
import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in British English: American, but for what is spelled otherwise. */
export const photoMessages = {
  ...enPhoto,
  cropPosition: 'Zoom {zoom}, centre {across} from the left, {down} from the top',
  photoSvg: 'SVG drawings can’t be used. Choose a JPEG, PNG or WebP photo.',
  photoUnknownType: 'This file isn’t a photo. Choose a JPEG, PNG, GIF or WebP file.',
} as const satisfies PhotoMessages;
