import type { enEditing } from './en-us-editing.js';
import type { enExtras } from './en-us-extras.js';
import type { enOptional } from './en-us-optional.js';
import type { enPhoto } from './en-us-photo.js';
import type { en } from './en-us.js';

type Catalogue = typeof en & typeof enExtras & typeof enEditing & typeof enOptional;

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

/** What a page may say in its own words: every text, and one that only the page knows. */
export interface PageMessages extends AllMessages {
  /** Below fields that cannot be edited, such as “Managed by your school”; nothing by default. */
  readonly readonlyHint: string;
}

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
