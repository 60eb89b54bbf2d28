import { isBuiltIn } from './built-in.js';
import { enPhoto } from './en-us-photo.js';
import { ownText } from './format.js';
import { importLanguages } from './import-languages.js';
import type { PhotoMessageKey, PhotoMessages } from './messages.js';

/** The texts of the photo dialogs, and how they are to be read. */
export interface PhotoLanguage {
  readonly messages: PhotoMessages;
  /** Whether the language's own texts could not be fetched, so that they are English. */
  readonly isMissing: boolean;
}

/** The photo dialogs' texts in a language (BCP 47), completed from English; `own` are the page's texts, which come first. */
export async function loadPhotoMessages(language: string, own?: unknown): Promise<PhotoLanguage> {
  let texts: Partial<PhotoMessages> = {};
  let isMissing = false;
  try {
    if (!isBuiltIn(language)) texts = await (await importLanguages()).loadPhotoTexts(language);
  } catch {
    isMissing = true;
  }
  const keys = Object.keys(enPhoto) as PhotoMessageKey[];
  const messages = keys.map((key) => [key, ownText(own, key) ?? texts[key] ?? enPhoto[key]]);
  return { messages: Object.fromEntries(messages) as PhotoMessages, isMissing };
}
