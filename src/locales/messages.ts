import type { enExtras } from './en-us-extras.js';
import type { enPhoto } from './en-us-photo.js';
import type { en } from './en-us.js';

type Catalogue = typeof en & typeof enExtras;

/** The keys of the message catalogue. */
export type MessageKey = keyof Catalogue;

/** Every text of the form, by key; `{placeholders}` are filled in when it is shown. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** Looks a text up in the current language and fills its placeholders. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

/** The keys of the photo dialogs' texts. */
export type PhotoMessageKey = keyof typeof enPhoto;

/** Every text of the photo dialogs, which are fetched when a photo is picked. */
export type PhotoMessages = Readonly<Record<PhotoMessageKey, string>>;

/** The texts of the form and of the photo dialogs together. */
export type AllMessages = Messages & PhotoMessages;

type PlaceholdersOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

/** The keys of `Translation` whose placeholders are not those of the English text. */
type Misplaced<English, Translation> = {
  [Key in keyof English]: Key extends keyof Translation
    ? [PlaceholdersOf<English[Key]>] extends [PlaceholdersOf<Translation[Key]>]
      ? [PlaceholdersOf<Translation[Key]>] extends [PlaceholdersOf<English[Key]>]
        ? never
        : Key
      : Key
    : Key;
}[keyof English];

/** `true` where a language has every key, none besides, and the right placeholders; else the keys that are wrong. */
export type Checked<Translation> =
  Misplaced<Catalogue, Translation> | Exclude<keyof Translation, MessageKey> extends never
  ? true
  : Misplaced<Catalogue, Translation> | Exclude<keyof Translation, MessageKey>;

/** The same for the photo dialogs' texts. */
export type CheckedPhoto<Translation> =
  Misplaced<typeof enPhoto, Translation> | Exclude<keyof Translation, PhotoMessageKey> extends never
  ? true
  : Misplaced<typeof enPhoto, Translation> | Exclude<keyof Translation, PhotoMessageKey>;

/** The forms that a text has for a number, such as `[one: character | other: characters]`. */
const forms = /\[((?:zero|one|two|few|many|other): [^\]]*)\]/g;

/**
 * Fills `{name}` placeholders. Of forms in square brackets the one for `values.plural` is taken, a category of
 * `Intl.PluralRules`; the last where there is none for it.
 */
export function format(text: string, values: Readonly<Record<string, string>>): string {
  // Most texts have none, and do without the expression.
  if (!text.includes('{')) return text;
  const chosen = text.replace(forms, (_, all: string) => {
    const each = all.split(' | ').map((form) => form.split(': ', 2));
    return (each.find(([category]) => category === values['plural']) ?? each.at(-1))?.[1] ?? '';
  });
  return chosen.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Keeps what people or servers wrote from turning the sentence around it: first strong isolate … pop. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** One of the page's own texts, where it is one: a page may put anything there. */
export function ownText(messages: unknown, key: keyof AllMessages): string | undefined {
  try {
    const text = (messages as Partial<Record<string, unknown>> | null | undefined)?.[key];
    return typeof text === 'string' ? text : undefined;
  } catch {
    // A getter that throws.
    return undefined;
  }
}
