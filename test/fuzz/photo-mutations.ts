import { cleanAnimation } from '../../src/photo/clean-animation.js';
import { readImageHeader, type ImageType } from '../../src/photo/image-header.js';
import { writeGif, writeWebp } from '../photo/corpus/animations.js';
import { ascii, joined, plain, quarters, red } from '../photo/corpus/bytes.js';
import {
  commentSegment,
  exifSegment,
  iccSegment,
  writeJpeg,
  xmpSegment,
} from '../photo/corpus/jpeg.js';
import { swappedProfile, writeBmp, writeHeicShell, writeTiff } from '../photo/corpus/others.js';
import { chunk, textChunk, writeApng, writePng } from '../photo/corpus/png.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** Stands for what metadata hold. */
const secret = 'Home 48.8584N';
const maxBytes = 200_000;
export interface PhotoFindings {
  readonly findings: readonly string[];
  /** How many animations were kept. */
  readonly cleaned: number;
  /** Milliseconds. */
  readonly slowest: number;
  /** Bytes of the largest animation that was kept. */
  readonly largest: number;
}

/**
 * Puts mutations of small photos through the parser and the cleaning of animations.
 *
 * @param maxTime Milliseconds that one may take; without, only what comes of it is judged.
 */
export async function fuzzPhotos(
  runs: number,
  seed: number,
  maxTime = Infinity,
): Promise<PhotoFindings> {
  const files = await makeFiles();
  const findings: string[] = [];
  let cleaned = 0;
  let slowest = 0;
  let largest = 0;
  for (let run = 0; run < runs; run += 1) {
    const random = randomOf(seed + run);
    const bytes = mutate(files, random);
    const note = (what: string): void =>
      void findings.push(`--seed ${seed + run} --runs 1: ${what}`);
    const start = performance.now();
    try {
      const header = readImageHeader(bytes);
      // As a photo is judged: a still one is drawn anew.
      const isAnimation = header?.isAnimated && header.isComplete;
      const animation = isAnimation && cleanAnimation(bytes, header.type, maxBytes);
      const time = performance.now() - start;
      slowest = Math.max(slowest, time);
      if (time > maxTime) note(`took ${time.toFixed(0)} ms`);
      for (const part of header?.still ?? []) {
        if (!(part instanceof Uint8Array) && part[1] < 0) note('a range before the file');
      }
      if (!animation) continue;
      cleaned += 1;
      largest = Math.max(largest, animation.size);
      const kept = new Uint8Array(await animation.arrayBuffer());
      // Only an end may be added.
      if (kept.length > Math.min(maxBytes, bytes.length + 12)) note(`grew to ${kept.length} bytes`);
      if (textOf(withoutPixels(kept, header.type)).includes(secret)) note('kept a text');
      const again = cleanAnimation(kept, header.type, maxBytes);
      const same = again && new Uint8Array(await again.arrayBuffer());
      if (!same || textOf(same) !== textOf(kept)) note('cleans differently the second time');
    } catch (error) {
      note(String(error));
    }
  }
  return { findings, cleaned, slowest, largest };
}

async function makeFiles(): Promise<Bytes[]> {
  const square = quarters(16, 16);
  const frames = [square, plain(16, 16, red), square];
  const profile = swappedProfile();
  return [
    writeJpeg(square),
    writeJpeg(square, { isProgressive: true }),
    writeJpeg(square, { isCmyk: true, restartInterval: 2 }),
    writeJpeg(square, {
      segments: [
        exifSegment(6, secret),
        xmpSegment(secret),
        commentSegment(secret),
        iccSegment(profile),
      ],
    }),
    writeJpeg(square).slice(0, -2),
    await writePng(square, 'palette'),
    await writePng(square, 'rgba', [textChunk(secret), chunk('iCCP', ascii(secret))]),
    await writeApng(frames),
    joined(await writeApng(frames), secret),
    writeGif([square]),
    writeGif(frames, secret),
    joined(writeGif(frames), secret),
    writeWebp([square], secret),
    writeWebp(frames, secret),
    joined(writeWebp(frames), secret),
    writeBmp(square),
    writeTiff(square),
    writeHeicShell(64, 64),
  ];
}

type Random = (below: number) => number;

/** The generator "mulberry32": small, and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const extremes = [0, 1, 2, 7, 8, 12, 13, 255, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

function mutate(files: readonly Bytes[], random: Random): Bytes {
  const pick = (): Bytes => files[random(files.length)] ?? new Uint8Array();
  let bytes = pick().slice();
  for (let count = 1 + random(4); count > 0; count -= 1) {
    const at = random(bytes.length + 1);
    const length = random(random(2) ? 8 : 200);
    const head = bytes.slice(0, at);
    const kind = random(7);
    if (kind === 0) bytes = joined(head, bytes.slice(at + length));
    else if (kind === 1) bytes = joined(head, bytes.slice(at, at + length), bytes.slice(at));
    else if (kind === 2) bytes = joined(head, secret, bytes.slice(at));
    else if (kind === 3) {
      const other = pick();
      const from = random(other.length);
      bytes = joined(head, other.slice(from, from + length), bytes.slice(at));
    } else if (kind === 4 && random(4) === 0) bytes = head;
    else if (kind === 5 && at + 4 <= bytes.length) {
      new DataView(bytes.buffer).setUint32(at, extremes[random(extremes.length)] ?? 0, !random(2));
    } else if (at < bytes.length) bytes[at] = random(256);
  }
  return bytes;
}

const textOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Blanks out what only a decoder understands: a mutation may have put a text among the pixels or colours. */
function withoutPixels(bytes: Bytes, type: ImageType): Bytes {
  const blank = bytes.slice();
  const view = new DataView(bytes.buffer);
  if (type === 'gif') blankGif(bytes, blank);
  else if (type === 'png') {
    for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
      if (/IDAT|fdAT|PLTE|tRNS/.test(textOf(bytes.slice(at + 4, at + 8)))) {
        blank.fill(0, at + 8, at + 8 + view.getUint32(at));
      }
    }
  } else {
    for (let at = 12; at < bytes.length;) {
      const name = textOf(bytes.slice(at, at + 4));
      const length = view.getUint32(at + 4, true);
      if (/VP8 |VP8L|ALPH/.test(name)) blank.fill(0, at + 8, at + 8 + length);
      at += name === 'ANMF' ? 24 : 8 + length + (length % 2);
    }
  }
  return blank;
}

function blankGif(bytes: Bytes, blank: Bytes): void {
  const tableEnd = (start: number, flags = 0): number =>
    start + (flags & 128 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const first = tableEnd(13, bytes[10]);
  blank.fill(0, 13, first);
  for (let at = first; at < bytes.length && bytes[at] !== 0x3b;) {
    const isFrame = bytes[at] === 0x2c;
    const start = at;
    at = isFrame ? tableEnd(at + 10, bytes[at + 9]) + 1 : at + 2;
    while (bytes[at]) at += 1 + (bytes[at] ?? 0);
    at += 1;
    if (isFrame) blank.fill(0, start + 10, at);
  }
}
