import { enEditing } from '../../src/locales/en-us-editing.js';
import { enExtras } from '../../src/locales/en-us-extras.js';
import { enOptional } from '../../src/locales/en-us-optional.js';
import { en } from '../../src/locales/en-us.js';
import type { Messages } from '../../src/locales/messages.js';

/** Every text that the user meets, in English. */
export const texts: Messages = { ...en, ...enExtras, ...enEditing, ...enOptional };
