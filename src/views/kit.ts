import { freshText, renewed } from '../fresh-text.js';
import { focusAfter } from './focus-after.js';
import { attempt, guarded } from './guard.js';
import { icons } from './icons.js';
import type { EditorView } from './view.js';
import { renderWithAlert } from './with-alert.js';

/**
 * What the views of `editing.ts` draw with. They are given it: a file that imports another can't be had any more once that
 * other was lost, whatever was fetched in its place.
 */
export const kit = { attempt, focusAfter, freshText, guarded, icons, renderWithAlert, renewed };

/** What the views of `editing.ts` show. */
export type EditingView = EditorView & { readonly kit: typeof kit };
