/** Languages under other names than the catalogue's: former codes, and Norwegian as a whole. */
const aliases: Readonly<Record<string, string>> = { iw: 'he', in: 'id', no: 'nb', nn: 'nb' };

/** Where English is spelled the British way. */
const british: readonly string[] = ['gb', 'ie', 'au', 'nz', 'za'];
/** Where Chinese is written in traditional characters, and the script itself. */
const traditional: readonly string[] = ['hant', 'tw', 'hk', 'mo'];

const rightToLeft: readonly string[] = ['ar', 'fa', 'he', 'ur'];

/**
 * The catalogue's code for a BCP 47 tag, or undefined where there is none: `zh-Hant-HK` is `zh-tw`, `pt-BR` is `pt`. English
 * is `en-gb` where British spelling is at home, else `en-us`.
 */
export function matchLanguage(bcp47: string, codes: readonly string[]): string | undefined {
  const lower = bcp47.toLowerCase().replaceAll('_', '-');
  const [language = '', ...subtags] = lower.split('-');
  const isIn = (places: readonly string[]): boolean => subtags.some((tag) => places.includes(tag));
  if (language === 'en') return isIn(british) ? 'en-gb' : 'en-us';
  if (language === 'zh') return isIn(traditional) && !subtags.includes('hans') ? 'zh-tw' : 'zh';
  const code = aliases[language] ?? language;
  return codes.includes(code) ? code : undefined;
}

/** Whether a catalogue's language is written from right to left. */
export function isRightToLeft(code: string): boolean {
  return rightToLeft.includes(code);
}
