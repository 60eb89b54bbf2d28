import {
  codeOf,
  colourTableLength,
  endOfSubBlocks,
  fourCharacters,
  gifEnd,
  pngEnd,
  viewOf,
} from './image-bytes.js';
import type { ImageType } from './image-header.js';

/**
 * Copies an animation without anything but its pixels and their timing: no EXIF, XMP, colour profile or comment, nor
 * bytes after the end. Works block by block on the encoded file, since no browser encodes animations.
 *
 * @param maxBytes - It stops once more than this is kept.
 * @returns `undefined` for a type that is not an animation, for a file that does not follow its format, and for one
 *   that keeps too much.
 */
export function cleanAnimation(
  bytes: Uint8Array,
  type: ImageType,
  maxBytes: number,
): Blob | undefined {
  const kept = new Kept(bytes, maxBytes);
  try {
    if (type === 'gif') cleanGif(kept, bytes, viewOf(bytes));
    else if (type === 'webp') cleanWebp(kept, bytes, viewOf(bytes));
    else if (type === 'png') cleanPng(kept, bytes, viewOf(bytes));
    else return undefined;
  } catch {
    // A RangeError: a block ends behind the file's end, or too much is kept.
    return undefined;
  }
  return new Blob(kept.parts, { type: `image/${type}` });
}

/** What is kept of a file. */
class Kept {
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  length = 0;
  readonly #bytes: Uint8Array;
  readonly #maxBytes: number;

  constructor(bytes: Uint8Array, maxBytes: number) {
    this.#bytes = bytes;
    this.#maxBytes = maxBytes;
  }

  copy(from: number, to: number): void {
    if (to > this.#bytes.length || this.length + to - from > this.#maxBytes) throw new RangeError();
    this.add(this.#bytes.slice(from, to));
  }

  add(part: Uint8Array<ArrayBuffer>): void {
    this.length += part.length;
    if (this.length > this.#maxBytes) throw new RangeError();
    this.parts.push(part);
  }
}

const loopNames = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

function cleanGif(kept: Kept, bytes: Uint8Array, view: DataView): void {
  let at = 13 + colourTableLength(view.getUint8(10));
  kept.copy(0, at);
  let hasLoop = false;
  let timing: number | undefined;
  while (at < bytes.length) {
    const start = at;
    if (bytes[at] === 0x2c) {
      at = endOfSubBlocks(view, at + 11 + colourTableLength(view.getUint8(at + 9)));
      // Each belongs to one frame; more of them could spell something.
      if (timing !== undefined) kept.copy(timing, timing + 8);
      timing = undefined;
      kept.copy(start, at);
    } else if (bytes[at] === 0x21) {
      at = endOfSubBlocks(view, at + 2);
      const length = at - start;
      const label = bytes[start + 1];
      if (label === 0xf9 && length === 8) timing = start;
      else if (label === 0xff && length === 19 && !hasLoop) {
        const name = String.fromCharCode(...bytes.subarray(start + 3, start + 14));
        if (!loopNames.test(name) || bytes[start + 14] !== 3) continue;
        hasLoop = true;
        kept.copy(start, at);
      }
    } else break;
  }
  kept.add(gifEnd);
}

const webp = {
  ALPH: codeOf('ALPH'),
  ANIM: codeOf('ANIM'),
  ANMF: codeOf('ANMF'),
  VP8: codeOf('VP8 '),
  VP8L: codeOf('VP8L'),
};

function cleanWebp(kept: Kept, bytes: Uint8Array, view: DataView): void {
  if (fourCharacters(bytes, 12) !== 'VP8X') throw new RangeError();
  const end = Math.min(bytes.length, view.getUint32(4, true) + 8);
  const header = bytes.slice(0, 30);
  // Of the flags only those for transparency (16) and animation (2), and the size.
  header.set([10, 0, 0, 0, view.getUint8(20) & 18, 0, 0, 0], 16);
  kept.add(header);
  let hasAnim = false;
  for (let at = 20 + even(view.getUint32(16, true)); at < end;) {
    const name = view.getUint32(at);
    const next = endOfChunk(view, at, end);
    if (name === webp.ANIM && !hasAnim && next - at === 14) {
      hasAnim = true;
      kept.copy(at, next);
    } else if (name === webp.ANMF) keepFrame(kept, bytes, at, next);
    at = next;
  }
  viewOf(header).setUint32(4, kept.length - 8, true);
}

/** Of a frame the pixels alone, which are one chunk, or two with transparency. */
function keepFrame(kept: Kept, bytes: Uint8Array, from: number, to: number): void {
  const view = viewOf(bytes);
  // Refused is what is no frame within the picture: whatever else stands there may be a text.
  const endOf = (side: number): number =>
    2 * little24(view, from + 8 + side) + little24(view, from + 14 + side);
  if (endOf(0) > little24(view, 24) || endOf(3) > little24(view, 27)) throw new RangeError();
  const head = bytes.slice(from, from + 24);
  // How it is blended and disposed of; the rest of the byte is reserved.
  head[23] = (head[23] ?? 0) & 3;
  kept.add(head);
  const start = kept.length;
  let hasAlpha = false;
  for (let at = from + 24, isDone = false; at < to && !isDone; at = endOfChunk(view, at, to)) {
    const name = view.getUint32(at);
    isDone = name === webp.VP8 || name === webp.VP8L;
    if (!isDone && (name !== webp.ALPH || hasAlpha)) continue;
    hasAlpha = true;
    const length = view.getUint32(at + 4, true);
    kept.copy(at, at + 8 + length);
    if (length % 2) kept.add(new Uint8Array(1));
  }
  viewOf(head).setUint32(4, 16 + kept.length - start, true);
}

function endOfChunk(view: DataView, at: number, limit: number): number {
  const end = at + 8 + even(view.getUint32(at + 4, true));
  if (end > limit) throw new RangeError();
  return end;
}

const little24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;

const even = (length: number): number => length + (length % 2);

/** The chunks that may stand once, and how long they are at most. */
const pngChunks = new Map(
  Object.entries({
    IHDR: 13,
    acTL: 8,
    PLTE: 768,
    tRNS: 256,
    gAMA: 4,

    sRGB: 1,
    cICP: 4,
  }).map(([name, length]) => [codeOf(name), length]),
);
const pngFrame = codeOf('fcTL');
const pngPixels = [codeOf('IDAT'), codeOf('fdAT')];
const pngLast = codeOf('IEND');

/** As in a WebP, whatever is no frame within the picture may be a text. */
function checkPngFrame(view: DataView, at: number): void {
  const right = view.getUint32(at + 12) + view.getUint32(at + 20);
  const bottom = view.getUint32(at + 16) + view.getUint32(at + 24);
  const isWithin = right <= view.getUint32(16) && bottom <= view.getUint32(20);
  if (view.getUint32(at) !== 26 || !isWithin) throw new RangeError();
  if (view.getUint8(at + 32) > 2 || view.getUint8(at + 33) > 1) throw new RangeError();
}

function cleanPng(kept: Kept, bytes: Uint8Array, view: DataView): void {
  if (view.getUint32(8) !== 13 || fourCharacters(bytes, 12) !== 'IHDR') throw new RangeError();
  kept.copy(0, 8);
  const once = new Map(pngChunks);
  let frame: number | undefined;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = view.getUint32(at + 4);
    const next = at + 12 + length;
    if (name === pngLast) break;
    if (name === pngFrame) frame = at;
    else if (pngPixels.includes(name)) {
      // Each belongs to the pixels that follow; more of them could spell something.
      if (frame !== undefined) {
        checkPngFrame(view, frame);
        kept.copy(frame, frame + 38);
      }
      frame = undefined;
      kept.copy(at, next);
    } else if (length <= (once.get(name) ?? -1)) {
      once.delete(name);
      kept.copy(at, next);
    }
    at = next;
  }
  kept.add(pngEnd);
}
