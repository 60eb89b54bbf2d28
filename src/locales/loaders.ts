import { importAgain } from '../import-again.js';
import type { Messages, PhotoMessages } from './messages.js';

interface Language {
  /** In British English, what is not as in American. */
  readonly messages: Partial<Messages>;
  /** Fetches the texts of the photo dialogs. */
  readonly loadPhotoMessages: () => Promise<{ readonly photoMessages: PhotoMessages }>;
}

/** Fetches a language. */
export type LanguageLoader = () => Promise<Language>;

/** Every language but English (US), which is built in, by its code. */
export const everyLoader = {
  'en-gb': () => import('./en-gb.js'),
  ar: () => import('./ar.js'),
  bg: () => import('./bg.js'),
  bn: () => import('./bn.js'),
  ca: () => import('./ca.js'),
  cs: () => import('./cs.js'),
  da: () => import('./da.js'),
  de: () => import('./de.js'),
  el: () => import('./el.js'),
  es: () => import('./es.js'),
  et: () => import('./et.js'),
  fa: () => import('./fa.js'),
  fi: () => import('./fi.js'),
  fil: () => import('./fil.js'),
  fr: () => import('./fr.js'),
  gu: () => import('./gu.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  hr: () => import('./hr.js'),
  hu: () => import('./hu.js'),
  id: () => import('./id.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  kn: () => import('./kn.js'),
  ko: () => import('./ko.js'),
  lt: () => import('./lt.js'),
  lv: () => import('./lv.js'),
  ml: () => import('./ml.js'),
  mr: () => import('./mr.js'),
  ms: () => import('./ms.js'),
  nb: () => import('./nb.js'),
  nl: () => import('./nl.js'),
  pa: () => import('./pa.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  'pt-pt': () => import('./pt-pt.js'),
  ro: () => import('./ro.js'),
  ru: () => import('./ru.js'),
  sk: () => import('./sk.js'),
  sl: () => import('./sl.js'),
  sr: () => import('./sr.js'),
  'sr-latn': () => import('./sr-latn.js'),
  sv: () => import('./sv.js'),
  sw: () => import('./sw.js'),
  ta: () => import('./ta.js'),
  te: () => import('./te.js'),
  th: () => import('./th.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  ur: () => import('./ur.js'),
  vi: () => import('./vi.js'),
  zh: () => import('./zh.js'),
  'zh-tw': () => import('./zh-tw.js'),
} as const satisfies Readonly<Record<string, LanguageLoader>>;

/** The same, for a code that may be none of them; what could not be fetched may be asked for again. */
export const loaders: Readonly<Record<string, LanguageLoader>> = Object.fromEntries(
  Object.entries<LanguageLoader>(everyLoader).map(([code, load]) => [
    code,
    importAgain(load, (language) => 'messages' in language, code),
  ]),
);

/** The codes of {@link loaders}. */
export const languages: readonly string[] = Object.keys(loaders);
