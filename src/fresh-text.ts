import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';

/** A content that is made anew whenever its key is another. */
export const renewed = (key: unknown, content: unknown): DirectiveResult => keyed(key, content);

/**
 * A text that may change where it stands. Browsers that translate a page put an element in the place of its text, and Lit
 * would then write the next text into the one that is gone: it is made anew instead.
 */
export const freshText = (text: string): DirectiveResult => renewed(text, text);
