import { importAgain } from '../import-again.js';
import { findRegistered, registeredTexts } from './find-registered.js';
import { canonicalTag } from './language-tag.js';
import { languages, loaders } from './loaders.js';
import { isRightToLeft, matchLanguage } from './match.js';
import type { Messages, PhotoMessages } from './messages.js';

// What a page in another language than American English fetches to find its own, in one chunk.

/** A catalogue, and the language that it is shown in. */
export interface ChosenLanguage {
  readonly code: string;
  /** BCP 47. */
  readonly language: string;
  /** The direction that the language is written in. */
  readonly dir: 'ltr' | 'rtl';
}

/** The catalogue for a page's tag; where that names no language, for the first of the browser's that has one. */
export function chooseLanguage(page: string): ChosenLanguage {
  const own = canonicalTag(page);
  const tags = own ? [own] : navigator.languages.map((each) => canonicalTag(each) ?? '');
  const codeFor = (tag: string): string | undefined =>
    findRegistered(tag) ?? matchLanguage(tag, languages);
  const tag = tags.find((each) => codeFor(each)) ?? 'en';
  const code = codeFor(tag) ?? 'en-us';
  // A relative's texts are not in the language of the tag: `nn` is shown Bokmål.
  const isSame = tag.split('-')[0] === code.split('-')[0];
  const language = isSame ? tag : (canonicalTag(code) ?? 'en');
  return { code, language, dir: isRightToLeft(code) ? 'rtl' : 'ltr' };
}

/** The form's texts. Rejects where they cannot be fetched. */
export async function loadTexts({ code, language }: ChosenLanguage): Promise<Partial<Messages>> {
  // What the page only corrects is completed from what is there for the country, or the script: `pt` from `pt-pt` in Portugal.
  const base = await loaders[codeOf(language)]?.();
  return { ...base?.messages, ...registeredTexts(code) };
}

const photoLoaders = new Map<string, () => Promise<{ readonly photoMessages: PhotoMessages }>>();

/** The texts of the photo dialogs, but for what is built in. Rejects where they cannot be fetched. */
export async function loadPhotoTexts(language: string): Promise<Partial<PhotoMessages>> {
  return {
    ...(await loadPhotoCatalogue(language)),
    ...registeredTexts(findRegistered(language) ?? ''),
  };
}

async function loadPhotoCatalogue(language: string): Promise<PhotoMessages | undefined> {
  const code = codeOf(language);
  const base = await loaders[code]?.();
  if (!base) return undefined;
  const load =
    photoLoaders.get(code) ??
    importAgain(base.loadPhotoMessages, (module) => 'photoMessages' in module, `photo-${code}`);
  photoLoaders.set(code, load);
  return (await load()).photoMessages;
}

const codeOf = (language: string): string => matchLanguage(language, languages) ?? '';
