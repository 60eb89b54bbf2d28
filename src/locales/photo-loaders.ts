import { enPhoto } from './en-us-photo.js';
import { matchLanguage } from './match.js';
import type { PhotoMessages } from './messages.js';

type Loader = () => Promise<{ readonly photoMessages: PhotoMessages }>;

const loaders: Readonly<Record<string, Loader>> = {
  'en-gb': () => import('./photo/en-gb.js'),
  ar: () => import('./photo/ar.js'),
  bn: () => import('./photo/bn.js'),
  cs: () => import('./photo/cs.js'),
  da: () => import('./photo/da.js'),
  de: () => import('./photo/de.js'),
  el: () => import('./photo/el.js'),
  es: () => import('./photo/es.js'),
  fa: () => import('./photo/fa.js'),
  fi: () => import('./photo/fi.js'),
  fr: () => import('./photo/fr.js'),
  he: () => import('./photo/he.js'),
  hi: () => import('./photo/hi.js'),
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
  ro: () => import('./photo/ro.js'),
  ru: () => import('./photo/ru.js'),
  sv: () => import('./photo/sv.js'),
  th: () => import('./photo/th.js'),
  tr: () => import('./photo/tr.js'),
  uk: () => import('./photo/uk.js'),
  ur: () => import('./photo/ur.js'),
  vi: () => import('./photo/vi.js'),
  zh: () => import('./photo/zh.js'),
  'zh-tw': () => import('./photo/zh-tw.js'),
};

/** The picture dialogs' texts in a language (BCP 47); English where there are none, or they cannot be fetched. */
export async function loadPhotoMessages(language: string): Promise<PhotoMessages> {
  const code = matchLanguage(language, Object.keys(loaders));
  try {
    return (await loaders[code ?? '']?.())?.photoMessages ?? enPhoto;
  } catch {
    return enPhoto;
  }
}
