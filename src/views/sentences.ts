import type { EditorView } from './view.js';

/** A text about something that has a name. French puts a space before a colon; Chinese and Japanese have one as wide as a letter. */
export function withLabel({ language }: EditorView, name: string, text: string): string {
  const colons: Readonly<Record<string, string>> = { fr: '\u00a0: ', ja: '：', zh: '：' };
  return `${name}${colons[language.slice(0, 2)] ?? ': '}${text}`;
}

/** Several sentences. Chinese and Japanese put no space between them. */
export function join(language: string, ...sentences: readonly (string | false)[]): string {
  return sentences.filter(Boolean).join(/^(zh|ja)/i.test(language) ? '' : ' ');
}
