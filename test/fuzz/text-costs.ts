import {
  checkName,
  checkPhotoUrl,
  checkStatusMessage,
  cleanPhotoUrl,
  cleanStatusMessage,
  cleanText,
  getInitials,
  textMaxLength,
} from '../../src/rules.js';
import { makeRandom, pick } from './random.js';

/** Characters in which cleaning and checking have most to decide. */
const telling = [
  ...' \t\n\u00A0\u3000\u200B\u200C\u200D\u200E\u2060\u2066\u2069\u202E\uFEFF\u00AD\u061C\u3164\uFFA0\u2800\uFE0F\0\u0085',
  ...'e\u0301\u0323\u0345\u1112\u1161\u11AB\u094D\u0958\u0915\u0627\u0E33\u{1D165}\u{1F468}\u{1F3FD}\u{1F1E9}\u{E0067}',
  '\uD800',
  '\uDC00',
];

/** What a run has found: what went wrong, and how long the slowest text took, in milliseconds. */
export interface TextFindings {
  readonly findings: readonly string[];
  readonly slowest: number;
}

/**
 * Cleans and checks random texts, mostly a piece repeated until no more is cleaned: that is where costs grow.
 *
 * @param maxCost Milliseconds that a text may take; without, only what comes of it is judged.
 */
export function fuzzTexts(runs: number, seed: number, maxCost = Infinity): TextFindings {
  const random = makeRandom(seed);
  const findings: string[] = [];
  let slowest = 0;
  for (let run = 0; run < runs; run += 1) {
    const piece = makePiece(random);
    const isLong = run % 8 === 0;
    const length = isLong ? textMaxLength : Math.floor(random() * 60);
    const text = `${pick(random, ['', 'x', '\u0627'])}${piece.repeat(length)}`.slice(0, length);
    const cost = costOf(text, maxCost);
    slowest = Math.max(slowest, cost);
    const problem = cost > maxCost ? `takes ${cost.toFixed(0)} ms` : judge(text);
    if (problem) findings.push(`${escape(piece)} × ${text.length}: ${problem}`);
  }
  return { findings, slowest };
}

/** What people write, where a character may be one that joins others, or be joined. */
const scripts = {
  English: 'The quick brown fox jumps over the lazy dog. ',
  Persian:
    '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u06A9\u062A\u0627\u0628\u200C\u0647\u0627 ',
  Hindi: '\u0915\u094D\u200D\u0937 \u0928\u092E\u0938\u094D\u0924\u0947 \u0906\u092A ',
  families: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}',
  emoji: '\u{1F600}\u{1F3FD}\u2764\uFE0F\u{1F1E9}\u{1F1EA}',
};

/** How costs compare, each as a multiple. */
export interface Ratios {
  /** What a script costs, to what English does. */
  readonly toEnglish: ReadonlyMap<string, number>;
  /** What a text costs, to what half of it does. */
  readonly toHalf: ReadonlyMap<string, number>;
}

/** For the longest texts that are cleaned. The fastest of many tries, in turns: the machine does other things, too. */
export function compareCosts(rounds: number): Ratios {
  const texts = Object.entries(scripts).map(([script, piece]) => {
    // Whole pieces: cleaning goes over a text again after it has dropped something.
    const write = (length: number): string =>
      piece.repeat(Math.floor(length / piece.length)).trim();
    const fastest = { all: Infinity, half: Infinity };
    return { script, all: write(textMaxLength), half: write(textMaxLength / 2), fastest };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const { all, half, fastest } of texts) {
      fastest.all = Math.min(fastest.all, timeOf(all));
      fastest.half = Math.min(fastest.half, timeOf(half));
    }
  }
  const english = texts[0]?.fastest.all ?? NaN;
  return {
    toEnglish: new Map(texts.map(({ script, fastest }) => [script, fastest.all / english])),
    toHalf: new Map(texts.map(({ script, fastest }) => [script, fastest.all / fastest.half])),
  };
}

function makePiece(random: () => number): string {
  const size = 1 + Math.floor(random() * 6);
  return Array.from({ length: size }, () =>
    random() < 0.8 ? pick(random, telling) : String.fromCodePoint(Math.floor(random() * 0x110000)),
  ).join('');
}

function costOf(text: string, maxCost: number): number {
  let fastest = Infinity;
  // Whatever else the machine does counts, too: the second try is for that.
  for (let attempt = 0; attempt < 3 && fastest > maxCost; attempt += 1) {
    fastest = Math.min(fastest, timeOf(text));
  }
  return fastest;
}

function timeOf(text: string): number {
  const start = performance.now();
  checkName(cleanText(text));
  checkStatusMessage(cleanStatusMessage(text, 'a\nb'), 150);
  checkPhotoUrl(cleanPhotoUrl(text), () => false);
  getInitials(text);
  return performance.now() - start;
}

function judge(text: string): string | undefined {
  const cleaned = cleanText(text);
  if (cleanText(cleaned) !== cleaned) return 'cleaning twice changes more';
  if (cleaned.length > text.normalize('NFC').length) return 'cleaning makes it longer';
  const status = cleanStatusMessage(text);
  if (cleanStatusMessage(status) !== status) return 'cleaning a status twice changes more';
  const lines = cleanStatusMessage(text, 'a\nb');
  if (cleanStatusMessage(lines, lines) !== lines) return 'cleaning lines twice changes more';
  if (status !== '' && checkName(status)?.code === 'nameInvisible') return 'a status shows nothing';
  return undefined;
}

function escape(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
