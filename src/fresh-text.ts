import { keyed } from 'lit/directives/keyed.js';

/**
 * A text that may change where it stands. Browsers that translate a page put an element in the place of its text, and Lit
 * would then write the next text into the one that is gone: it is made anew instead.
 */
export const freshText = (text: string) => keyed(text, text);
