import type { Checked, CheckedPhoto } from '../../src/locales/messages.js';

type Forms = {
  ar: typeof import('../../src/locales/ar.js');
  bg: typeof import('../../src/locales/bg.js');
  bn: typeof import('../../src/locales/bn.js');
  ca: typeof import('../../src/locales/ca.js');
  cs: typeof import('../../src/locales/cs.js');
  da: typeof import('../../src/locales/da.js');
  de: typeof import('../../src/locales/de.js');
  el: typeof import('../../src/locales/el.js');
  'en-gb': typeof import('../../src/locales/en-gb.js');
  es: typeof import('../../src/locales/es.js');
  fa: typeof import('../../src/locales/fa.js');
  fi: typeof import('../../src/locales/fi.js');
  fil: typeof import('../../src/locales/fil.js');
  fr: typeof import('../../src/locales/fr.js');
  he: typeof import('../../src/locales/he.js');
  hi: typeof import('../../src/locales/hi.js');
  hr: typeof import('../../src/locales/hr.js');
  hu: typeof import('../../src/locales/hu.js');
  id: typeof import('../../src/locales/id.js');
  it: typeof import('../../src/locales/it.js');
  ja: typeof import('../../src/locales/ja.js');
  ko: typeof import('../../src/locales/ko.js');
  lt: typeof import('../../src/locales/lt.js');
  ms: typeof import('../../src/locales/ms.js');
  nb: typeof import('../../src/locales/nb.js');
  nl: typeof import('../../src/locales/nl.js');
  pl: typeof import('../../src/locales/pl.js');
  pt: typeof import('../../src/locales/pt.js');
  'pt-pt': typeof import('../../src/locales/pt-pt.js');
  ro: typeof import('../../src/locales/ro.js');
  ru: typeof import('../../src/locales/ru.js');
  sk: typeof import('../../src/locales/sk.js');
  sv: typeof import('../../src/locales/sv.js');
  th: typeof import('../../src/locales/th.js');
  tr: typeof import('../../src/locales/tr.js');
  uk: typeof import('../../src/locales/uk.js');
  ur: typeof import('../../src/locales/ur.js');
  vi: typeof import('../../src/locales/vi.js');
  zh: typeof import('../../src/locales/zh.js');
  'zh-tw': typeof import('../../src/locales/zh-tw.js');
};

type Dialogs = {
  ar: typeof import('../../src/locales/photo/ar.js');
  bg: typeof import('../../src/locales/photo/bg.js');
  bn: typeof import('../../src/locales/photo/bn.js');
  ca: typeof import('../../src/locales/photo/ca.js');
  cs: typeof import('../../src/locales/photo/cs.js');
  da: typeof import('../../src/locales/photo/da.js');
  de: typeof import('../../src/locales/photo/de.js');
  el: typeof import('../../src/locales/photo/el.js');
  'en-gb': typeof import('../../src/locales/photo/en-gb.js');
  es: typeof import('../../src/locales/photo/es.js');
  fa: typeof import('../../src/locales/photo/fa.js');
  fi: typeof import('../../src/locales/photo/fi.js');
  fil: typeof import('../../src/locales/photo/fil.js');
  fr: typeof import('../../src/locales/photo/fr.js');
  he: typeof import('../../src/locales/photo/he.js');
  hi: typeof import('../../src/locales/photo/hi.js');
  hr: typeof import('../../src/locales/photo/hr.js');
  hu: typeof import('../../src/locales/photo/hu.js');
  id: typeof import('../../src/locales/photo/id.js');
  it: typeof import('../../src/locales/photo/it.js');
  ja: typeof import('../../src/locales/photo/ja.js');
  ko: typeof import('../../src/locales/photo/ko.js');
  lt: typeof import('../../src/locales/photo/lt.js');
  ms: typeof import('../../src/locales/photo/ms.js');
  nb: typeof import('../../src/locales/photo/nb.js');
  nl: typeof import('../../src/locales/photo/nl.js');
  pl: typeof import('../../src/locales/photo/pl.js');
  pt: typeof import('../../src/locales/photo/pt.js');
  'pt-pt': typeof import('../../src/locales/photo/pt-pt.js');
  ro: typeof import('../../src/locales/photo/ro.js');
  ru: typeof import('../../src/locales/photo/ru.js');
  sk: typeof import('../../src/locales/photo/sk.js');
  sv: typeof import('../../src/locales/photo/sv.js');
  th: typeof import('../../src/locales/photo/th.js');
  tr: typeof import('../../src/locales/photo/tr.js');
  uk: typeof import('../../src/locales/photo/uk.js');
  ur: typeof import('../../src/locales/photo/ur.js');
  vi: typeof import('../../src/locales/photo/vi.js');
  zh: typeof import('../../src/locales/photo/zh.js');
  'zh-tw': typeof import('../../src/locales/photo/zh-tw.js');
};

type FormChecks = {
  [Code in keyof Forms]: Forms[Code] extends { messages: infer Texts } ? Checked<Texts> : never;
};

type DialogChecks = {
  [Code in keyof Dialogs]: Dialogs[Code] extends { photoMessages: infer Texts }
    ? CheckedPhoto<Texts>
    : never;
};

const whole = {
  ar: true,
  bg: true,
  bn: true,
  ca: true,
  cs: true,
  da: true,
  de: true,
  el: true,
  'en-gb': true,
  es: true,
  fa: true,
  fi: true,
  fil: true,
  fr: true,
  he: true,
  hi: true,
  hr: true,
  hu: true,
  id: true,
  it: true,
  ja: true,
  ko: true,
  lt: true,
  ms: true,
  nb: true,
  nl: true,
  pl: true,
  pt: true,
  'pt-pt': true,
  ro: true,
  ru: true,
  sk: true,
  sv: true,
  th: true,
  tr: true,
  uk: true,
  ur: true,
  vi: true,
  zh: true,
  'zh-tw': true,
} as const;

/** Does not compile where a language lacks a key, has one too many or a wrong placeholder: the error names the key. */
export const checkedForms: FormChecks = whole;

/** The same for the picture dialogs. */
export const checkedDialogs: DialogChecks = whole;
