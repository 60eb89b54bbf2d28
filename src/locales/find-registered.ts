import { canonicalTag } from './language-tag.js';
import type { AllMessages } from './messages.js';
import { registrations } from './registry.js';

/** What was registered under a code. */
export function registeredTexts(code: string): Partial<AllMessages> | undefined {
  let texts: Partial<AllMessages> | undefined;
  for (const [given, messages] of registrations()) {
    const isIt = canonicalTag(String(given))?.toLowerCase() === code;
    if (isIt) texts = messages;
  }
  const sound = texts && Object.entries(texts).filter(([, text]) => typeof text === 'string');
  return sound && Object.fromEntries(sound);
}

/** The code under which the texts for a language tag were registered; undefined where none were. */
export function findRegistered(tag: string): string | undefined {
  const subtags = tag.toLowerCase().split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const code = subtags.join('-');
    if (registeredTexts(code)) return code;
  }
  return undefined;
}
