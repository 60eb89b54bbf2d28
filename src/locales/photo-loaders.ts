import { enPhoto } from './en-us-photo.js';
import { matchLanguage } from './match.js';
import { ownText, type PhotoMessageKey, type PhotoMessages } from './messages.js';
import { findRegistered, registeredTexts } from './registry.js';

type Loader = () => Promise<{ readonly photoMessages: PhotoMessages }>;

const loaders: Readonly<Record<string, Loader>> = {
  'en-gb': () => import('./photo/en-gb.js'),
  ar: () => import('./photo/ar.js'),
  bg: () => import('./photo/bg.js'),
  bn: () => import('./photo/bn.js'),
  ca: () => import('./photo/ca.js'),
  cs: () => import('./photo/cs.js'),
  da: () => import('./photo/da.js'),
  de: () => import('./photo/de.js'),
  el: () => import('./photo/el.js'),
  es: () => import('./photo/es.js'),
  fa: () => import('./photo/fa.js'),
  fi: () => import('./photo/fi.js'),
  fil: () => import('./photo/fil.js'),
  fr: () => import('./photo/fr.js'),
  he: () => import('./photo/he.js'),
  hi: () => import('./photo/hi.js'),
  hr: () => import('./photo/hr.js'),
  hu: () => import('./photo/hu.js'),
  id: () => import('./photo/id.js'),
  it: () => import('./photo/it.js'),
  ja: () => import('./photo/ja.js'),
  ko: () => import('./photo/ko.js'),
  lt: () => import('./photo/lt.js'),
  ms: () => import('./photo/ms.js'),
  nb: () => import('./photo/nb.js'),
  nl: () => import('./photo/nl.js'),
  pl: () => import('./photo/pl.js'),
  pt: () => import('./photo/pt.js'),
  'pt-pt': () => import('./photo/pt-pt.js'),
  ro: () => import('./photo/ro.js'),
  ru: () => import('./photo/ru.js'),
  sk: () => import('./photo/sk.js'),
  sv: () => import('./photo/sv.js'),
  th: () => import('./photo/th.js'),
  tr: () => import('./photo/tr.js'),
  uk: () => import('./photo/uk.js'),
  ur: () => import('./photo/ur.js'),
  vi: () => import('./photo/vi.js'),
  zh: () => import('./photo/zh.js'),
  'zh-tw': () => import('./photo/zh-tw.js'),
};

/** The texts of the photo dialogs, and how they are to be read. */
export interface PhotoLanguage {
  readonly messages: PhotoMessages;
  /** Whether the language's own texts could not be fetched, so that they are English. */
  readonly isMissing: boolean;
}

/** The photo dialogs' texts in a language (BCP 47), completed from English; `own` are the page's texts, which come first. */
export async function loadPhotoMessages(language: string, own?: unknown): Promise<PhotoLanguage> {
  const code = matchLanguage(language, Object.keys(loaders));
  let fetched: PhotoMessages | undefined;
  let isMissing = false;
  try {
    fetched = (await loaders[code ?? '']?.())?.photoMessages;
  } catch {
    isMissing = true;
  }
  const texts: Partial<PhotoMessages> = {
    ...fetched,
    ...registeredTexts(findRegistered(language) ?? ''),
  };
  const keys = Object.keys(enPhoto) as PhotoMessageKey[];
  const messages = keys.map((key) => [key, ownText(own, key) ?? texts[key] ?? enPhoto[key]]);
  return { messages: Object.fromEntries(messages) as PhotoMessages, isMissing };
}
