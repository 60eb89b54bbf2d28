import {
  colourTableLength,
  endOfSubBlocks,
  fourCharacters,
  viewOf,
  type ImageType,
} from './image-header.js';

/**
 * Copies an animation without anything but pictures, timing and colour profile: no EXIF, XMP, comments, nor bytes
 * after the end. Works block by block on the encoded file, since no browser encodes animations.
 *
 * @returns `undefined` for a type that is not an animation, or a file that does not follow its format to the end.
 */
export function cleanAnimation(bytes: Uint8Array, type: ImageType): Blob | undefined {
  const clean = { gif: cleanGif, webp: cleanWebp, png: cleanPng }[type as 'gif'];
  try {
    const parts = clean?.(bytes, viewOf(bytes));
    return parts && new Blob(parts as BlobPart[], { type: `image/${type}` });
  } catch {
    return undefined;
  }
}

function cleanGif(bytes: Uint8Array, view: DataView): Uint8Array[] | undefined {
  let at = 13 + colourTableLength(view.getUint8(10));
  const parts = [bytes.subarray(0, at)];
  for (;;) {
    const start = at;
    const kind = view.getUint8(at);
    if (kind === 0x3b) {
      parts.push(bytes.subarray(at, at + 1));
      return parts;
    }
    if (kind === 0x2c) {
      at = endOfSubBlocks(view, at + 11 + colourTableLength(view.getUint8(at + 9)));
      parts.push(bytes.subarray(start, at));
    } else if (kind === 0x21) {
      at = endOfSubBlocks(view, at + 2);
      const label = bytes[start + 1];
      const isTiming = label === 0xf9 && at - start === 8;
      // The loop count of Netscape's extension, and nothing else that may hide behind its name.
      const isLoop =
        label === 0xff && at - start === 19 && fourCharacters(bytes, start + 3) === 'NETS';
      if (isTiming || isLoop) parts.push(bytes.subarray(start, at));
    } else {
      return undefined;
    }
  }
}

const animationChunks = ['ANIM', 'ANMF', 'ICCP'];
const frameChunks = ['ALPH', 'VP8 ', 'VP8L'];

function cleanWebp(bytes: Uint8Array, view: DataView): Uint8Array[] {
  const header = bytes.slice(0, 30);
  // Clears the flags for EXIF (8) and XMP (4).
  header[20] = view.getUint8(20) & ~12;
  const parts = [
    header,
    ...keepChunks(bytes, 30, Math.min(bytes.length, view.getUint32(4, true) + 8), animationChunks),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  viewOf(header).setUint32(4, length - 8, true);
  return parts;
}

/** The chunks of these names, and of an animation's frames only the pixels. */
function keepChunks(bytes: Uint8Array, from: number, to: number, names: string[]): Uint8Array[] {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  for (let at = from; at < to;) {
    const name = fourCharacters(bytes, at);
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length & 1);
    if (end > to) throw new RangeError(name);
    if (name === 'ANMF' && names.includes(name)) {
      const head = bytes.slice(at, at + 24);
      const parts = keepChunks(bytes, at + 24, end, frameChunks);
      viewOf(head).setUint32(
        4,
        parts.reduce((sum, part) => sum + part.length, 16),
        true,
      );
      kept.push(head, ...parts);
    } else if (names.includes(name)) {
      kept.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return kept;
}

const pngChunks = /^(IHDR|PLTE|tRNS|IDAT|IEND|acTL|fcTL|fdAT|gAMA|cHRM|sRGB|iCCP|cICP)$/;

function cleanPng(bytes: Uint8Array, view: DataView): Uint8Array[] {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; ;) {
    const name = fourCharacters(bytes, at + 4);
    const end = at + 12 + view.getUint32(at);
    if (pngChunks.test(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return parts;
    at = end;
  }
}
