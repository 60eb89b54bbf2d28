import type { AllMessages } from './messages.js';

const registered: (readonly [code: string, messages: Partial<AllMessages>])[] = [];
const listeners = new Set<() => void>();

/**
 * Adds a language that the editor does not have, or replaces texts of one that it has. Missing texts stay as they were, in
 * the end English. Editors that are already shown follow.
 *
 * @param code a language tag, such as `af` or `pt-AO`
 * @param messages the texts of the form and of the photo dialogs, by the keys of the type
 * @throws TypeError where the code is no language tag, or the messages are no object
 */
export function registerLanguage(code: string, messages: Partial<AllMessages>): void {
  // What else is wrong with a tag is mended where a page's own are.
  if (!/^(?!und|mul|mis|zxx|root|posix)[a-z]{2,8}(?![^-_.@\s])/i.test(String(code).trim())) {
    throw new TypeError(`registerLanguage: "${code}" is no language tag`);
  }
  if (typeof messages !== 'object' || messages === null) {
    throw new TypeError(`registerLanguage: the messages of "${code}" are no object`);
  }
  registered.push([code, { ...messages }]);
  for (const listener of listeners) listener();
}

/** What was registered, by the codes as they were given; the last counts. */
export const registrations = (): typeof registered => registered;

/** Calls back when a language comes. The returned function ends that. */
export function onRegister(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
