import type { ProfileField } from './profile.js';

/** CometChat's limit for a name, in code points (properties and constraints; utf8mb4 characters). */
export const nameMaxLength = 100;
/** CometChat's limit for an avatar URL, in characters (properties and constraints). */
export const photoUrlMaxLength = 3000;
/** Default limit for a status message, in graphemes; CometChat documents none. */
export const defaultStatusMaxLength = 150;
/** What is wrong with a value; the words are in the message catalogue under the same key. */
export type FieldProblemCode =
  | 'nameRequired'
  | 'nameInvisible'
  | 'nameTooLong'
  | 'unsafeCharacters'
  | 'statusTooLong'
  | 'photoNotUrl'
  | 'photoNotHttps'
  | 'photoHasCredentials'
  | 'photoTooLong'
  | 'photoNotImage';

export interface FieldProblem {
  readonly code: FieldProblemCode;
  /** The limit that was passed, where there is one. */
  readonly limit?: number;
}

export interface RuleOptions {
  /** Graphemes that a status message may have. */
  readonly statusMaxLength: number;
  /** Whether `http:` photos are let through: only where the page itself is on localhost. Asked where it matters. */
  readonly allowHttp: () => boolean;
}

export type FieldProblems = Readonly<Partial<Record<ProfileField, FieldProblem>>>;

const pictograph = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const edges = /^[\u200B\u2060]+|[\u200B\u2060]+$/g;
const nothingVisible = /^[\s\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]*$/u;
// U+FFFD is what Firefox makes of a lone surrogate when it normalizes.
const unsafe = /[\p{Cc}\p{Cs}\uFFFD\u202A-\u202E\u2066-\u2069]/u;

/** NFC, trimmed, inner white space folded, stray joiners dropped. Cleaning twice changes nothing more. */
export function cleanText(value: string): string {
  let cleaned = value;
  let before: string;
  do {
    before = cleaned;
    cleaned = before
      .normalize('NFC')
      .replace(/[\u200C\u200D]/g, keepJoiner)
      .replace(/\s+/g, ' ')
      .replace(edges, '')
      .trim();
  } while (cleaned !== before);
  return cleaned;
}

// A joiner is kept inside an emoji and after letters of scripts without case (Arabic, Indic …), which need it; anywhere
// else it is invisible and only makes two names differ that look the same. No look-behind: WebKitGTK 2.50 gets it wrong.
function keepJoiner(joiner: string, at: number, text: string): string {
  const before = Array.from(text.slice(0, at)).at(-1) ?? '';
  const isInEmoji =
    joiner === '\u200D' && pictograph.test(before) && pictograph.test(text.slice(at + 1));
  return isInEmoji || /[\p{Lo}\p{M}]/u.test(before) ? joiner : '';
}

/** Brings a photo URL into the form a browser would request; what is no URL is only trimmed. */
export function cleanPhotoUrl(value: string): string {
  const trimmed = value.trim();
  return parseUrl(trimmed)?.href ?? trimmed;
}

/** Counts what a reader would call characters: a flag or a family is one. */
export function countGraphemes(value: string): number {
  return splitGraphemes(value).length;
}

/** Splits into graphemes. */
export function splitGraphemes(value: string): string[] {
  // Nothing here joins its neighbour. The browser's first segmenter loads tables, for longer than the form takes to draw.
  if (/^[ -\u02FF]*$/.test(value)) return [...value];
  return Array.from(new Intl.Segmenter().segment(value), ({ segment }) => segment);
}

/** Says what is wrong with a cleaned name, if anything. */
export function checkName(name: string): FieldProblem | undefined {
  if (name === '') return { code: 'nameRequired' };
  if (unsafe.test(name)) return { code: 'unsafeCharacters' };
  if (nothingVisible.test(name)) return { code: 'nameInvisible' };
  if ([...name].length > nameMaxLength) return { code: 'nameTooLong', limit: nameMaxLength };
  return undefined;
}

/** Says what is wrong with a cleaned status message, if anything; an empty one clears it. */
export function checkStatusMessage(status: string, maxLength: number): FieldProblem | undefined {
  if (unsafe.test(status)) return { code: 'unsafeCharacters' };
  if (countGraphemes(status) > maxLength) return { code: 'statusTooLong', limit: maxLength };
  return undefined;
}

/** Says what is wrong with a cleaned photo URL, if anything; an empty one removes the photo. */
export function checkPhotoUrl(value: string, allowHttp: () => boolean): FieldProblem | undefined {
  if (value === '') return undefined;
  const url = parseUrl(value);
  if (!url) return { code: 'photoNotUrl' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowHttp())) {
    return { code: 'photoNotHttps' };
  }
  if (url.username || url.password) return { code: 'photoHasCredentials' };
  if (url.href.length > photoUrlMaxLength) {
    return { code: 'photoTooLong', limit: photoUrlMaxLength };
  }
  return undefined;
}

/** Whether a host name is the visitor's own machine, where `http:` is a secure context. */
export function isLocalHost(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

// The browser takes long to compile the other expressions; most names do without.
const isPlain = /^[a-z\d]$/i;

/** First letters for a photo's place: of the first two words, or the first grapheme of one. */
export function getInitials(name: string): string {
  // Not yet there, while the form loads.
  if (!name) return '';
  const words = cleanText(name)
    .split(' ')
    .map((word) =>
      splitGraphemes(word).find(
        (grapheme) =>
          isPlain.test(grapheme) ||
          /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(
            grapheme,
          ),
      ),
    )
    .filter((grapheme) => grapheme !== undefined);
  const [first = '', second = ''] = words;
  const isAlone =
    !isPlain.test(first) &&
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}]/u.test(first);
  return (isAlone ? first : first + second).toLocaleUpperCase();
}

// An exception would cost the first rendering a few milliseconds: V8 parses the whole file again for its stack.
function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}
