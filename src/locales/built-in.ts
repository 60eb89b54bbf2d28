import { findRegistered } from './registry.js';

/** Whether a language tag means American English, and a page has no texts of its own for that. */
export function isBuiltIn(tag: string): boolean {
  return /^en(?:-us)?$/i.test(tag) && findRegistered(tag) === undefined;
}
