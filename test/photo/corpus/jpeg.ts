import { ascii, big16, big32, joined, type Drawing, type Pixel } from './bytes.js';

export interface JpegOptions {
  isProgressive?: boolean;
  isCmyk?: boolean;
  /** Blocks between two restart markers; none by default. */
  restartInterval?: number;
  /** Ready-made segments, put behind the start. */
  segments?: Uint8Array[];
}

/** The DC table of the standard's annex K: how many codes of each length, then the categories. */
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const dcCodes = dcValues.map((value) => {
  let code = 0;
  for (let length = 1, at = 0; length <= 16; length += 1, code <<= 1) {
    for (let count = dcCounts[length - 1] ?? 0; count > 0; count -= 1, at += 1, code += 1) {
      if (at === value) {
        return { code, length };
      }
    }
  }
  throw new RangeError(`${value}`);
});

/** A JPEG of one flat colour for each 8 × 8 block, the top left pixel's. Small and quick up to 50 million pixels. */
export function writeJpeg(drawing: Drawing, options: JpegOptions = {}): Uint8Array<ArrayBuffer> {
  const { isProgressive = false, isCmyk = false, restartInterval = 0, segments = [] } = options;
  const { width, height } = drawing;
  const components = isCmyk ? [1, 2, 3, 4] : [1, 2, 3];
  const frame = [8, ...big16(height), ...big16(width), components.length];
  const scan = [components.length, ...components.flatMap((id) => [id, 0])];
  return joined(
    [0xff, 0xd8],
    ...segments,
    // Adobe's marker: four inverted inks without a transform.
    isCmyk ? segment(0xee, ascii('Adobe'), [0, 100, 0, 0, 0, 0, 0]) : [],
    restartInterval ? segment(0xdd, big16(restartInterval)) : [],
    // All eights: a DC coefficient is then the colour less 128.
    segment(0xdb, [0], new Uint8Array(64).fill(8)),
    segment(
      isProgressive ? 0xc2 : 0xc0,
      frame,
      components.flatMap((id) => [id, 0x11, 0]),
    ),
    segment(0xc4, [0x00], dcCounts, dcValues),
    // One AC code, "end of block".
    segment(0xc4, [0x10, 1], new Uint8Array(15), [0]),
    segment(0xda, scan, isProgressive ? [0, 0, 0] : [0, 63, 0]),
    writeScan(drawing, isCmyk ? inks : luma, components.length, !isProgressive, restartInterval),
    [0xff, 0xd9],
  );
}

function luma([r, g, b]: Pixel): number[] {
  return [
    0.299 * r + 0.587 * g + 0.114 * b,
    128 - 0.168736 * r - 0.331264 * g + 0.5 * b,
    128 + 0.5 * r - 0.418688 * g - 0.081312 * b,
  ];
}

function inks([r, g, b]: Pixel): number[] {
  return [r, g, b, 255];
}

function writeScan(
  { width, height, at }: Drawing,
  convert: (pixel: Pixel) => number[],
  count: number,
  hasEndOfBlock: boolean,
  restartInterval: number,
): Uint8Array {
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  let bytes = new Uint8Array(columns * rows * count * 2 + 64);
  let length = 0;
  let bits = 0;
  let held = 0;
  const put = (value: number, size: number): void => {
    bits = (bits << size) | value;
    for (held += size; held >= 8; held -= 8) {
      const byte = (bits >>> (held - 8)) & 255;
      bytes[length++] = byte;
      if (byte === 255) bytes[length++] = 0;
    }
    bits &= 255;
    if (length + 8 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
  };
  const last = new Array<number>(count).fill(0);
  const restart = (unit: number): void => {
    put(127, 7);
    held = bits = 0;
    bytes[length++] = 0xff;
    bytes[length++] = 0xd0 + ((unit / restartInterval - 1) % 8);
    last.fill(0);
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const unit = row * columns + column;
      if (restartInterval && unit && unit % restartInterval === 0) restart(unit);
      const values = convert(at(column * 8, row * 8));
      for (let index = 0; index < count; index += 1) {
        const value = Math.round((values[index] ?? 0) - 128);
        const difference = value - (last[index] ?? 0);
        last[index] = value;
        const category = difference ? 32 - Math.clz32(Math.abs(difference)) : 0;
        const { code = 0, length: size = 0 } = dcCodes[category] ?? {};
        put(code, size);
        put(difference < 0 ? difference + 2 ** category - 1 : difference, category);
        if (hasEndOfBlock) put(0, 1);
      }
    }
  }
  put(127, 7);
  return bytes.subarray(0, length);
}

/** A segment with its marker and length. */
export function segment(marker: number, ...parts: ArrayLike<number>[]): Uint8Array {
  const body = joined(...parts);
  return joined([0xff, marker], big16(body.length + 2), body);
}

/** EXIF with an orientation and, in a GPS directory, the words that must never get out. */
export function exifSegment(orientation: number, secret?: string): Uint8Array {
  return segment(0xe1, ascii('Exif\0\0'), exifBody(orientation, secret));
}

export function exifBody(orientation: number, secret = ''): Uint8Array {
  const text = `${secret}\0`;
  return joined(
    [...ascii('MM'), 0, 42, ...big32(8), ...big16(2)],
    [...big16(0x0112), ...big16(3), ...big32(1), ...big16(orientation), 0, 0],
    [...big16(0x8825), ...big16(4), ...big32(1), ...big32(38)],
    big32(0),
    // The GPS directory: its area information, a text.
    [...big16(1), ...big16(0x001c), ...big16(2), ...big32(text.length), ...big32(56)],
    big32(0),
    ascii(text),
  );
}

export function xmpSegment(secret: string): Uint8Array {
  return segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${xmp(secret)}`));
}

export function xmp(secret: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${secret}</rdf:RDF></x:xmpmeta>`;
}

export function iccSegment(profile: Uint8Array): Uint8Array {
  return segment(0xe2, ascii('ICC_PROFILE\0'), [1, 1], profile);
}

export function commentSegment(text: string): Uint8Array {
  return segment(0xfe, ascii(text));
}
