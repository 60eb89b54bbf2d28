import type { AllMessages } from './messages.js';

/** The forms that a text has for a number, such as `[one: character | other: characters]`. */
const forms = /\[((?:zero|one|two|few|many|other): [^\]]*)\]/g;

/**
 * Fills `{name}` placeholders. Of forms in square brackets the one for `values.plural` is taken, a category of
 * `Intl.PluralRules`; the last where there is none for it.
 */
export function format(text: string, values: Readonly<Record<string, string>>): string {
  // Most texts have none, and do without the expression.
  if (!text.includes('{')) return text;
  const chosen = text.replace(forms, (_, all: string) => {
    const each = all.split(' | ').map((form) => form.split(': ', 2));
    return (each.find(([category]) => category === values['plural']) ?? each.at(-1))?.[1] ?? '';
  });
  return chosen.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** One of the page's own texts, where it is one: a page may put anything there. */
export function ownText(messages: unknown, key: keyof AllMessages): string | undefined {
  try {
    const text = (messages as Partial<Record<string, unknown>> | null | undefined)?.[key];
    return typeof text === 'string' ? text : undefined;
  } catch {
    // A getter that throws.
    return undefined;
  }
}
