import { registrations } from './registry.js';

/** The catalogue that needs nobody to fetch it. */
export const builtIn = 'en-us';

/** Whether a language tag means American English, and a page has no texts of its own, which may be for that. */
export function isBuiltIn(tag: string): boolean {
  return /^en(?:-us)?$/i.test(tag) && registrations().length === 0;
}
