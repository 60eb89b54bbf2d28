import {
  codeOf,
  colourTableLength,
  endOfSubBlocks,
  fourCharacters,
  gifEnd,
  pngEnd,
  viewOf,
} from './image-bytes.js';
import type { FilePart, ImageFacts } from './image-facts.js';
import { readJpeg } from './read-jpeg.js';

/** What the first bytes of a file say it is. Browsers differ in which of these they can decode. */
export type ImageType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'bmp' | 'tiff';

/** What can be told about an image without decoding it. */
export interface ImageHeader extends ImageFacts {
  readonly type: ImageType;
}

/**
 * Reads type and size from the content, never from a name or a MIME type, so that a photo of 30,000 × 30,000 pixels
 * is known before a decoder allocates it.
 *
 * @returns `undefined` for whatever is not a raster image that some browser shows; SVG is such a thing on purpose.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const type = detectImageType(bytes);
  if (!type) return undefined;
  try {
    return { type, ...readers[type](bytes, viewOf(bytes)) };
  } catch {
    // A RangeError of DataView: the file ends within its header.
    return { type, width: 0, height: 0, isAnimated: false, isComplete: false };
  }
}

/** Tells the type from the first 40 bytes. */
export function detectImageType(bytes: Uint8Array): ImageType | undefined {
  const start = fourCharacters(bytes, 0);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start === '\x89PNG') return 'png';
  if (start === 'GIF8') return 'gif';
  if (start === 'RIFF' && fourCharacters(bytes, 8) === 'WEBP') return 'webp';
  if (fourCharacters(bytes, 4) === 'ftyp') {
    const brands = String.fromCharCode(...bytes.subarray(8, 40));
    if (/avi[fs]/.test(brands)) return 'avif';
    return /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(brands) ? 'heic' : undefined;
  }
  if (start === 'II*\0' || start === 'MM\0*') return 'tiff';
  return start.startsWith('BM') && [40, 108, 124].includes(bytes[14] ?? 0) ? 'bmp' : undefined;
}

const readers: Readonly<Record<ImageType, (bytes: Uint8Array, view: DataView) => ImageFacts>> = {
  jpeg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
  avif: readIsoMedia,
  heic: readIsoMedia,
  bmp: readBmp,
  tiff: readTiff,
};

const png = {
  acTL: codeOf('acTL'),
  fcTL: codeOf('fcTL'),
  IDAT: codeOf('IDAT'),
  IEND: codeOf('IEND'),
};

function readPng(bytes: Uint8Array, view: DataView): ImageFacts {
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const still: FilePart[] = [];
  let isAnimated = false;
  let isComplete = false;
  let from = 0;
  let end = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = view.getUint32(at + 4);
    const next = at + 12 + view.getUint32(at);
    if (name === png.IEND && !isAnimated) return { ...size, isAnimated, isComplete };
    if (name === png.IEND) break;
    if (name === png.IDAT) {
      isComplete = next <= bytes.length;
      end = next;
    }
    if (name === png.fcTL) includeFrame(size, view.getUint32(at + 12), view.getUint32(at + 16));
    // These two, before the pixels, make an animation of a PNG.
    if ((name === png.acTL && !isAnimated) || (name === png.fcTL && !end && still.length === 1)) {
      isAnimated = true;
      still.push([from, at]);
      from = next;
    }
    if (next > bytes.length) isAnimated = false;
    at = next;
  }
  return { ...size, isAnimated, isComplete, still: [...still, [from, end], pngEnd] };
}

/** A frame may be larger than the image says to be, and a decoder may make room for it. */
function includeFrame(
  size: { width: number; height: number },
  width: number,
  height: number,
): void {
  size.width = Math.max(size.width, width);
  size.height = Math.max(size.height, height);
}

function readGif(bytes: Uint8Array, view: DataView): ImageFacts {
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const start = 13 + colourTableLength(view.getUint8(10));
  const still: FilePart[] = [[0, start]];
  let frames = 0;
  let isWhole = true;
  try {
    for (let at = start, next = at; at < bytes.length; at = next) {
      if (bytes[at] === 0x2c) {
        const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
        includeFrame(size, right, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
        next = endOfSubBlocks(view, at + 11 + colourTableLength(view.getUint8(at + 9)));
        frames += 1;
        if (frames === 1) still.push([at, next], gifEnd);
      } else if (bytes[at] === 0x21) {
        next = endOfSubBlocks(view, at + 2);
        // Says which colour is transparent in the frame that follows.
        if (frames === 0 && bytes[at + 1] === 0xf9) still[1] = [at, next];
      } else break;
    }
  } catch {
    // The file ends within a block; the frames before it can be shown.
    isWhole = false;
  }
  return { ...size, isAnimated: frames > 1 && isWhole, isComplete: frames > 0, still };
}

const anmf = codeOf('ANMF');
/** What a decoder needs of an animation, in the order of the format. */
const firstChunks = [codeOf('ICCP'), codeOf('ANIM'), anmf];

function readWebp(bytes: Uint8Array, view: DataView): ImageFacts {
  const isComplete = view.getUint32(4, true) + 8 <= bytes.length;
  const kind = fourCharacters(bytes, 12);
  if (kind === 'VP8X') return { ...readExtendedWebp(bytes, view), isComplete };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    const height = ((bits >>> 14) & 0x3fff) + 1;
    return { width: (bits & 0x3fff) + 1, height, isAnimated: false, isComplete };
  }
  const width = view.getUint16(26, true) & 0x3fff;
  return { width, height: view.getUint16(28, true) & 0x3fff, isAnimated: false, isComplete };
}

function readExtendedWebp(bytes: Uint8Array, view: DataView): Omit<ImageFacts, 'isComplete'> {
  const size = {
    width: (view.getUint32(24, true) & 0xffffff) + 1,
    height: (view.getUint32(26, true) >>> 8) + 1,
  };
  const isAnimated = (view.getUint8(20) & 2) > 0;
  if (!isAnimated) return { ...size, isAnimated };
  const first = new Map<number, readonly [number, number]>();
  const end = Math.min(view.getUint32(4, true) + 8, bytes.length);
  for (let at = 20 + view.getUint32(16, true); at + 24 <= end;) {
    const name = view.getUint32(at);
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (name === anmf) {
      const width = (view.getUint32(at + 14, true) & 0xffffff) + 1;
      includeFrame(size, width, (view.getUint32(at + 16, true) >>> 8) + 1);
    }
    if (firstChunks.includes(name) && !first.has(name)) first.set(name, [at, next]);
    at = next;
  }
  const chunks = firstChunks.flatMap((name) => {
    const chunk = first.get(name);
    return chunk ? [chunk] : [];
  });
  const header = bytes.slice(0, 30);
  // Without the flags for the EXIF (8) and XMP (4) that follow the frames.
  header.set([10, 0, 0, 0, view.getUint8(20) & ~12], 16);
  const length = chunks.reduce((sum, [from, to]) => sum + to - from, header.length);
  viewOf(header).setUint32(4, length - 8, true);
  return { ...size, isAnimated, still: [header, ...chunks] };
}

const ispe = codeOf('ispe');
const isoBoxes = ['ftyp', 'meta', 'mdat', 'moov', 'moof', 'free', 'skip', 'uuid'].map(codeOf);

/** AVIF and HEIC: the largest `ispe` property is the photo; grids, thumbnails and alpha planes have smaller ones. */
function readIsoMedia(bytes: Uint8Array, view: DataView): ImageFacts {
  const size = { width: 0, height: 0 };
  const properties = bytes.subarray(0, 1 << 20);
  for (
    let at = properties.indexOf(0x69, 4);
    at > 0 && at + 16 <= properties.length;
    at = properties.indexOf(0x69, at + 1)
  ) {
    if (view.getUint32(at) === ispe) {
      includeFrame(size, view.getUint32(at + 8), view.getUint32(at + 12));
    }
  }
  let end = 0;
  // What follows the last box is none of the photo's.
  while (end + 8 <= bytes.length && isoBoxes.includes(view.getUint32(end + 4))) {
    const length = view.getUint32(end);
    const step = length === 1 ? Number(view.getBigUint64(end + 8)) : length || bytes.length - end;
    end += Math.max(step, 8);
  }
  return { ...size, isAnimated: false, isComplete: end <= bytes.length };
}

function readTiff(bytes: Uint8Array, view: DataView): ImageFacts {
  const isLittle = bytes[0] === 0x49;
  const start = view.getUint32(4, isLittle);
  const facts = { width: 0, height: 0, isAnimated: false, isComplete: true };
  for (let entry = view.getUint16(start, isLittle); entry > 0; entry -= 1) {
    const at = start + entry * 12 - 10;
    const tag = view.getUint16(at, isLittle);
    const isShort = view.getUint16(at + 2, isLittle) === 3;
    const value = isShort ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle);
    if (tag === 256) {
      facts.width = value;
    } else if (tag === 257) {
      facts.height = value;
    }
  }
  return facts;
}

function readBmp(bytes: Uint8Array, view: DataView): ImageFacts {
  const width = Math.abs(view.getInt32(18, true));
  const height = Math.abs(view.getInt32(22, true));
  const row = Math.ceil((width * view.getUint16(28, true)) / 32) * 4;
  // Compressed rows have any length.
  const isPlain = [0, 3].includes(view.getUint32(30, true));
  const length = view.getUint32(10, true) + (isPlain ? row * height : 1);
  return { width, height, isAnimated: false, isComplete: length <= bytes.length };
}
