/** Languages under other names than the catalogue's: former codes, and Norwegian as a whole. */
const aliases: Readonly<Record<string, string>> = { iw: 'he', in: 'id', no: 'nb', nn: 'nb' };

const rightToLeft: readonly string[] = ['ar', 'fa', 'he', 'ur'];

/**
 * The catalogue's code for a BCP 47 tag, or undefined where there is none: `zh-Hant-HK` is `zh-tw`, `pt-BR` is `pt`. English
 * is `en-gb` where British spelling is at home, else `en-us`.
 */
export function matchLanguage(tag: string, codes: readonly string[]): string | undefined {
  const lower = tag.toLowerCase().replaceAll('_', '-');
  const [language = ''] = lower.split('-');
  if (language === 'en') return /-(gb|ie|au|nz|za)\b/.test(lower) ? 'en-gb' : 'en-us';
  if (language === 'zh') {
    const isTraditional = /-(hant|tw|hk|mo)\b/.test(lower) && !lower.includes('-hans');
    return isTraditional ? 'zh-tw' : 'zh';
  }
  const code = aliases[language] ?? language;
  return codes.includes(code) ? code : undefined;
}

/** Whether a catalogue's language is written from right to left. */
export function isRightToLeft(code: string): boolean {
  return rightToLeft.includes(code);
}
