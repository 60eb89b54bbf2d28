/** What the first bytes of a file say it is. Browsers differ in which of these they can decode. */
export type ImageType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'bmp' | 'tiff';

/** What can be told about an image without decoding it. */
export interface ImageHeader {
  readonly type: ImageType;
  /** Pixels as stored, before any EXIF orientation; 0 where the header does not say. */
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
  /** False for a file that ends before its format says so. */
  readonly isComplete: boolean;
}

type Facts = Omit<ImageHeader, 'type'>;

/** The four characters at `at`, as most formats use them to name their parts. */
export function fourCharacters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** A view over exactly these bytes, wherever in a buffer they lie. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads type and size from the content, never from a name or a MIME type, so that a photo of 30,000 × 30,000 pixels
 * is known before a decoder allocates it.
 *
 * @returns `undefined` for whatever is not a raster image that some browser shows; SVG is such a thing on purpose.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const [type, read] = readerFor(bytes) ?? [];
  if (!type || !read) return undefined;
  try {
    return { type, ...read(bytes, viewOf(bytes)) };
  } catch {
    // A RangeError of DataView: the file ends within its header.
    return { type, width: 0, height: 0, isAnimated: false, isComplete: false };
  }
}

type Reader = (bytes: Uint8Array, view: DataView) => Facts;

function readerFor(bytes: Uint8Array): [ImageType, Reader] | undefined {
  const start = fourCharacters(bytes, 0);
  if (start.startsWith('\xff\xd8\xff')) return ['jpeg', readJpeg];
  if (start === '\x89PNG') return ['png', readPng];
  if (start === 'GIF8') return ['gif', readGif];
  if (start === 'RIFF' && fourCharacters(bytes, 8) === 'WEBP') return ['webp', readWebp];
  if (fourCharacters(bytes, 4) === 'ftyp') {
    const brands = String.fromCharCode(...bytes.subarray(8, 40));
    return /avi[fs]/.test(brands)
      ? ['avif', readIsoMedia]
      : /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(brands)
        ? ['heic', readIsoMedia]
        : undefined;
  }
  if (start === 'II*\0' || start === 'MM\0*') return ['tiff', readTiff];
  return start.startsWith('BM') && [40, 108, 124].includes(bytes[14] ?? 0)
    ? ['bmp', readBmp]
    : undefined;
}

function readJpeg(bytes: Uint8Array, view: DataView): Facts {
  const facts = { width: 0, height: 0, isAnimated: false, isComplete: false };
  for (let at = 2; at < bytes.length;) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![4, 8, 12].includes(marker & 15);
    if (isFrame) {
      facts.height = view.getUint16(at + 5);
      facts.width = view.getUint16(at + 7);
    }
    if (marker < 0xffc0) break;
    if (marker === 0xffda) {
      facts.isComplete = hasEndOfJpeg(bytes, at);
      break;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return facts;
}

/** Looks from the end, since phones append megabytes (depth maps, clips) after the photo. */
function hasEndOfJpeg(bytes: Uint8Array, scanStart: number): boolean {
  for (let at = bytes.lastIndexOf(0xd9); at > scanStart; at = bytes.lastIndexOf(0xd9, at - 1)) {
    if (bytes[at - 1] === 0xff) return true;
  }
  return false;
}

function readPng(bytes: Uint8Array, view: DataView): Facts {
  const facts = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    isAnimated: false,
    isComplete: false,
  };
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = fourCharacters(bytes, at + 4);
    facts.isAnimated ||= name === 'acTL';
    facts.isComplete ||= name === 'IEND';
  }
  return facts;
}

/** Where the sub-blocks that start at `at` end. */
export function endOfSubBlocks(view: DataView, at: number): number {
  for (let length = view.getUint8(at); length; length = view.getUint8(at)) {
    at += 1 + length;
  }
  return at + 1;
}

/** The length of a GIF's colour table, from the byte that holds its flags. */
export function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

function readGif(bytes: Uint8Array, view: DataView): Facts {
  let frames = 0;
  let at = 13 + colourTableLength(view.getUint8(10));
  try {
    while (at < bytes.length && bytes[at] !== 0x3b) {
      if (bytes[at] === 0x2c) {
        at = endOfSubBlocks(view, at + 11 + colourTableLength(view.getUint8(at + 9)));
        frames += 1;
      } else if (bytes[at] === 0x21) {
        at = endOfSubBlocks(view, at + 2);
      } else {
        break;
      }
    }
  } catch {
    frames = 0;
  }
  return {
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    isAnimated: frames > 1,
    isComplete: frames > 0,
  };
}

function readWebp(bytes: Uint8Array, view: DataView): Facts {
  const facts = {
    width: 0,
    height: 0,
    isAnimated: false,
    isComplete: view.getUint32(4, true) + 8 <= bytes.length,
  };
  const kind = fourCharacters(bytes, 12);
  if (kind === 'VP8X') {
    facts.isAnimated = (view.getUint8(20) & 2) > 0;
    facts.width = (view.getUint32(24, true) & 0xffffff) + 1;
    facts.height = (view.getUint32(26, true) >>> 8) + 1;
  } else if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    facts.width = (bits & 0x3fff) + 1;
    facts.height = ((bits >>> 14) & 0x3fff) + 1;
  } else {
    facts.width = view.getUint16(26, true) & 0x3fff;
    facts.height = view.getUint16(28, true) & 0x3fff;
  }
  return facts;
}

/** AVIF and HEIC: the largest `ispe` property is the photo; grids, thumbnails and alpha planes have smaller ones. */
function readIsoMedia(bytes: Uint8Array, view: DataView): Facts {
  const facts = { width: 0, height: 0, isAnimated: false, isComplete: false };
  const properties = bytes.subarray(0, 1 << 20);
  for (
    let at = 4;
    (at = properties.indexOf(0x69, at)) > 0 && at + 16 <= properties.length;
    at += 1
  ) {
    if (fourCharacters(bytes, at) === 'ispe') {
      facts.width = Math.max(facts.width, view.getUint32(at + 8));
      facts.height = Math.max(facts.height, view.getUint32(at + 12));
    }
  }
  let end = 0;
  while (end < bytes.length) {
    const size = view.getUint32(end);
    const step = size === 1 ? Number(view.getBigUint64(end + 8)) : size || bytes.length - end;
    end += Math.max(step, 8);
  }
  facts.isComplete = end === bytes.length;
  return facts;
}

function readTiff(bytes: Uint8Array, view: DataView): Facts {
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

function readBmp(bytes: Uint8Array, view: DataView): Facts {
  return {
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
    isAnimated: false,
    isComplete: view.getUint32(2, true) <= bytes.length,
  };
}
