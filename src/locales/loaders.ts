import type { Messages } from './messages.js';

/** Every language but English (US), by its code. */
export const languages: readonly string[] = [
  'en-gb',
  'ar',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'ms',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
  'zh-tw',
];

/**
 * Fetches the texts of a language; resolves to undefined for one that there is not. One function, not one for each
 * language: they would take 8 KB of memory, and a page needs one at most.
 */
export function loadLanguage(code: string): Promise<{ readonly messages: Messages }> | undefined {
  switch (code) {
    case 'en-gb':
      return import('./en-gb.js');
    case 'ar':
      return import('./ar.js');
    case 'bn':
      return import('./bn.js');
    case 'cs':
      return import('./cs.js');
    case 'da':
      return import('./da.js');
    case 'de':
      return import('./de.js');
    case 'el':
      return import('./el.js');
    case 'es':
      return import('./es.js');
    case 'fa':
      return import('./fa.js');
    case 'fi':
      return import('./fi.js');
    case 'fr':
      return import('./fr.js');
    case 'he':
      return import('./he.js');
    case 'hi':
      return import('./hi.js');
    case 'hu':
      return import('./hu.js');
    case 'id':
      return import('./id.js');
    case 'it':
      return import('./it.js');
    case 'ja':
      return import('./ja.js');
    case 'ko':
      return import('./ko.js');
    case 'lt':
      return import('./lt.js');
    case 'ms':
      return import('./ms.js');
    case 'nb':
      return import('./nb.js');
    case 'nl':
      return import('./nl.js');
    case 'pl':
      return import('./pl.js');
    case 'pt':
      return import('./pt.js');
    case 'ro':
      return import('./ro.js');
    case 'ru':
      return import('./ru.js');
    case 'sv':
      return import('./sv.js');
    case 'th':
      return import('./th.js');
    case 'tr':
      return import('./tr.js');
    case 'uk':
      return import('./uk.js');
    case 'ur':
      return import('./ur.js');
    case 'vi':
      return import('./vi.js');
    case 'zh':
      return import('./zh.js');
    case 'zh-tw':
      return import('./zh-tw.js');
    default:
      return undefined;
  }
}
