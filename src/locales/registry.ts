import { canonicalTag } from './language-tag.js';
import type { AllMessages } from './messages.js';

const registered = new Map<string, Partial<AllMessages>>();
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
  const tag = canonicalTag(String(code));
  if (!tag) throw new TypeError(`registerLanguage: "${code}" is no language tag`);
  if (typeof messages !== 'object' || messages === null) {
    throw new TypeError(`registerLanguage: the messages of "${code}" are no object`);
  }
  const texts = Object.entries(messages).filter(([, text]) => typeof text === 'string');
  registered.set(tag.toLowerCase(), Object.fromEntries(texts));
  for (const listener of listeners) listener();
}

/** What was registered under a code. */
export function registeredTexts(code: string): Partial<AllMessages> | undefined {
  return registered.get(code);
}

/** Calls back when a language comes. The returned function ends that. */
export function onRegister(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
