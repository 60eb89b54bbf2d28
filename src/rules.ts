import type { ProfileField } from './profile.js';

/** CometChat's limit for a name, in code points (properties and constraints; utf8mb4 characters). */
export const nameMaxLength = 100;
/** CometChat's limit for an avatar URL, in characters (properties and constraints). */
export const photoUrlMaxLength = 3000;
/** Default limit for a status message, in graphemes; CometChat documents none. */
export const defaultStatusMaxLength = 150;
/** No longer text fits into a request to CometChat, which takes 10 KB; in code units. */
export const textMaxLength = 10_000;
/** From here on a photo URL is too long whatever its exact form; in code units. */
const photoUrlReadLimit = 20 * photoUrlMaxLength;
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

const pictograph = /^[\p{ExtPict}\p{EMod}]/u;
const nothingVisible = /^[\s\p{Cc}\p{DI}\u2800\u{1D159}]*$/u;
// U+FFFD is what Firefox makes of a lone surrogate when it normalizes.
const unsafe = /[\0-\x1F\x7F-\x9F\uFFFD\u202A-\u202E\u2066-\u2069]/;
// Copied text brings direction marks, isolates and invisible characters along, which nobody could see to remove.
const edge =
  /[\s\0-\x1F\x7F-\x9F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFFA0]/;
const blankEdge = /[\s\u200B\u2060]/;
// Hangul fillers are letters, but invisible.
const uncased = /(?![\u3164\uFFA0])[\p{Lo}\p{M}]/u;
const lineBreak = /\r\n?|[\n\u2028\u2029]/;

/**
 * NFC, invisible edges dropped, inner white space folded, stray joiners dropped. Cleaning twice changes nothing more.
 * A text that no limit allows is only trimmed.
 */
export function cleanText(value: string): string {
  if (value.length > textMaxLength) return value.trim();
  let cleaned = value;
  let before: string;
  do {
    before = cleaned;
    const folded = before
      .normalize('NFC')
      .replace(/[\u200C\u200D]/g, joinerKeeper())
      .replace(/\s+/g, ' ');
    // Where nothing else is left, what is there says better what is wrong than an empty text.
    cleaned = trimEdges(folded, edge) || trimEdges(folded, blankEdge);
  } while (cleaned !== before);
  return cleaned;
}

/**
 * Cleans a status message; one that shows nothing is empty. Where the stored one has several lines, so may its edit:
 * elsewhere line breaks are white space.
 */
export function cleanStatusMessage(value: string, stored = ''): string {
  const hasLines = lineBreak.test(stored) && value.length <= textMaxLength;
  const cleaned = hasLines
    ? value.split(lineBreak).map(cleanText).join('\n').trim()
    : cleanText(value);
  return nothingVisible.test(cleaned) ? '' : cleaned;
}

// An expression that is anchored at the end would try every run of such characters inside the text.
function trimEdges(text: string, characters: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.test(text.charAt(start))) start += 1;
  while (end > start && characters.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

// A joiner is kept inside an emoji and after letters of scripts without case (Arabic, Indic …), which need it; anywhere
// else it is invisible and only makes two names differ that look the same. No look-behind: WebKitGTK 2.50 gets it wrong.
function joinerKeeper() {
  // To ask of each character what it is takes long, and most of them come again.
  const known = new Map<number, number>();
  const kindOf = (point = 0): number => {
    let kind = known.get(point);
    if (kind === undefined) {
      const character = String.fromCodePoint(point);
      kind = Number(pictograph.test(character)) + 2 * Number(uncased.test(character));
      known.set(point, kind);
    }
    return kind;
  };
  return (joiner: string, at: number, text: string): string => {
    const pair = text.codePointAt(at - 2) ?? 0;
    const before = kindOf(pair > 0xffff ? pair : text.codePointAt(at - 1));
    const isInEmoji = joiner === '\u200D' && before & kindOf(text.codePointAt(at + 1));
    return before > 1 || isInEmoji ? joiner : '';
  };
}

/** Brings a photo URL into the form a browser would request; what is no URL is only trimmed. */
export function cleanPhotoUrl(value: string): string {
  if (value.length > photoUrlReadLimit) return value.trim();
  const trimmed = trimEdges(value, edge);
  return parseUrl(trimmed)?.href ?? trimmed;
}

// Nothing here joins its neighbour. The browser's first segmenter loads tables, for longer than the form takes to draw.
const isUnjoined = /^[ -\u02FF]*$/;

let segmenter: Intl.Segmenter | undefined;

/** What a reader would call characters, one after the other: a flag or a family is one. */
export function* graphemesOf(value: string): Iterable<string> {
  if (isUnjoined.test(value)) yield* value;
  else {
    const segments = (segmenter ??= new Intl.Segmenter()).segment(value);
    for (const { segment } of segments) yield segment;
  }
}

/** Whether there are more graphemes than `limit`; looks no further than that. */
function hasMoreGraphemes(value: string, limit: number): boolean {
  // A grapheme has at least one code unit.
  if (value.length <= limit) return false;
  let count = 0;
  for (const _ of graphemesOf(value)) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}

/** How many code units for each grapheme say of most texts whether there are too many; a family has eleven. */
const telling = 12;

/** Says what is wrong with a cleaned name, if anything. */
export function checkName(name: string): FieldProblem | undefined {
  if (name === '') return { code: 'nameRequired' };
  const tooLong: FieldProblem = { code: 'nameTooLong', limit: nameMaxLength };
  if (name.length > textMaxLength) return tooLong;
  if (unsafe.test(name.toWellFormed())) return { code: 'unsafeCharacters' };
  if (nothingVisible.test(name)) return { code: 'nameInvisible' };
  return [...name].length > nameMaxLength ? tooLong : undefined;
}

/** Says what is wrong with a cleaned status message, if anything; an empty one clears it. */
export function checkStatusMessage(status: string, maxLength: number): FieldProblem | undefined {
  const tooLong: FieldProblem = { code: 'statusTooLong', limit: maxLength };
  if (status.length > textMaxLength) return tooLong;
  if (unsafe.test(status.replaceAll('\n', ' ').toWellFormed())) return { code: 'unsafeCharacters' };
  // Each step through a long text takes longer than one through its start, where the last grapheme may be half of one.
  const start = status.slice(0, telling * maxLength);
  if (hasMoreGraphemes(start, maxLength + 1)) return tooLong;
  return hasMoreGraphemes(status, maxLength) ? tooLong : undefined;
}

/** Says what is wrong with a cleaned photo URL, if anything; an empty one removes the photo. */
export function checkPhotoUrl(value: string, allowHttp: () => boolean): FieldProblem | undefined {
  if (value === '') return undefined;
  const isEndless = value.length > photoUrlReadLimit;
  const url = parseUrl(isEndless ? value.slice(0, photoUrlMaxLength) : value);
  if (!url) return { code: 'photoNotUrl' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowHttp())) {
    return { code: 'photoNotHttps' };
  }
  if (url.username || url.password) return { code: 'photoHasCredentials' };
  if (isEndless || url.href.length > photoUrlMaxLength) {
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
// No letter where nothing is seen.
const shown = /(?!\p{DI})[\p{L}\p{N}\p{ExtPict}\p{RI}]/u;
/** How much of a name is looked at for its first letters, in code units. */
const initialsReach = 10 * nameMaxLength;
/** How many of its words are looked at: some may be signs alone. */
const initialsWords = 10;

/** First letters for a photo's place: of the first two words, or the first grapheme of one. */
export function getInitials(name: string): string {
  // Not yet there, while the form loads.
  if (!name) return '';
  const [first = '', second = ''] = cleanText(name.slice(0, initialsReach))
    .split(' ', initialsWords)
    .map(findInitial)
    .filter(Boolean);
  const isAlone =
    !isPlain.test(first) && /[^\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{M}\p{N}]/u.test(first);
  return (isAlone ? first : first + second).toLocaleUpperCase();
}

function findInitial(word: string): string {
  for (const grapheme of graphemesOf(word)) {
    if (isPlain.test(grapheme) || shown.test(grapheme)) return grapheme;
  }
  return '';
}

// An exception would cost the first rendering a few milliseconds: V8 parses the whole file again for its stack.
function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}
