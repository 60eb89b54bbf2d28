/** Languages under other names than the catalogue's: former codes, close relatives, and macrolanguages. */
const aliases: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  no: 'nb',
  nn: 'nb',
  mo: 'ro',
  prs: 'fa',
  tl: 'fil',
  arb: 'ar',
  sh: 'sr-latn',
  cnr: 'sr-latn',
  // Bosnian has the vowels of Croatian, and most of its words: “promjene”, not “promene”.
  bs: 'hr',
};

/** Where English is spelled the American way; everywhere else it is nearer to the British. */
const american: readonly string[] = ['us', 'ca', 'ph', 'pr', 'gu', 'vi', 'as', 'mp', 'um', 'lr'];
/** Where Portuguese is written as in Portugal. */
const european: readonly string[] = ['pt', 'ao', 'mz', 'cv', 'gw', 'st', 'tl'];
const chinese: readonly string[] = ['zh', 'cmn', 'yue'];
/** Where Chinese is written in traditional characters, and the script itself. */
const traditional: readonly string[] = ['hant', 'tw', 'hk', 'mo'];

/** Where Serbian is written in Latin letters, and the script itself. */
const latin: readonly string[] = ['latn', 'me'];

const rightToLeft: readonly string[] = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'];

/**
 * The catalogue's code for a language tag, or undefined where there is none: `zh-Hant-HK` is `zh-tw`, `pt-AO` is `pt-pt`.
 * English is `en-us` in America and where no region is given, else `en-gb`.
 */
export function matchLanguage(tag: string, codes: readonly string[]): string | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  // From a single letter on, a tag says something else: `en-US-u-va-posix` is not about the Vatican.
  const end = rest.findIndex((subtag) => subtag.length === 1);
  const subtags = end === -1 ? rest : rest.slice(0, end);
  const isIn = (places: readonly string[]): boolean =>
    subtags.some((each) => places.includes(each));
  if (language === 'en') {
    const region = subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
    return !region || american.includes(region) ? 'en-us' : 'en-gb';
  }
  if (chinese.includes(language)) {
    if (isIn(['hans'])) return 'zh';
    const isTraditional = isIn(traditional) || (language === 'yue' && !isIn(['cn']));
    return isTraditional ? 'zh-tw' : 'zh';
  }
  if (language === 'pt') return isIn(european) ? 'pt-pt' : 'pt';
  if (language === 'sr') return isIn(latin) && !isIn(['cyrl']) ? 'sr-latn' : 'sr';
  // Who reads Punjabi in Arabic letters, as in Pakistan, need not read it in Gurmukhi.
  if (language === 'pa' && isIn(['arab', 'pk'])) return undefined;
  const code = aliases[language] ?? language;
  return codes.includes(code) ? code : undefined;
}

/** Whether a language is written from right to left. */
export function isRightToLeft(code: string): boolean {
  return rightToLeft.includes(new Intl.Locale(code).maximize().script ?? '');
}
