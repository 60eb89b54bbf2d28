import { ascii, joined, little16, little24, little32, type Drawing, type Pixel } from './bytes.js';

/** A GIF without compression, of at most 128 colours, 100 ms a frame, with a comment and XMP that hold `secret`. */
export function writeGif(frames: Drawing[], secret = ''): Uint8Array<ArrayBuffer> {
  const { width, height } = sizeOf(frames);
  const palette: Pixel[] = [];
  const indexOf = (pixel: Pixel): number => {
    const known = palette.findIndex((colour) => `${colour}` === `${pixel}`);
    return known < 0 ? palette.push(pixel) - 1 : known;
  };
  const pictures = frames.map((frame) =>
    joined(
      [0x21, 0xf9, 4, 0, ...little16(10), 0, 0],
      [0x2c, 0, 0, 0, 0, ...little16(width), ...little16(height), 0],
      [7],
      subBlocks(packGif(frame, indexOf)),
    ),
  );
  const table = new Uint8Array(128 * 3);
  palette.forEach((colour, index) => table.set(colour.slice(0, 3), index * 3));
  return joined(
    'GIF89a',
    [...little16(width), ...little16(height), 0xf6, 0, 0],
    table,
    [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    secret ? joined([0x21, 0xfe], subBlocks(joined(secret))) : [],
    secret ? joined([0x21, 0xff, 11, ...ascii('XMP DataXMP')], subBlocks(joined(secret))) : [],
    ...pictures,
    [0x3b],
  );
}

/** Eight-bit codes; a "clear" before the decoder's table would need a ninth bit. */
function packGif({ width, height, at }: Drawing, indexOf: (pixel: Pixel) => number): Uint8Array {
  const codes: number[] = [];
  for (let place = 0; place < width * height; place += 1) {
    if (place % 120 === 0) codes.push(128);
    codes.push(indexOf(at(place % width, Math.floor(place / width))));
  }
  return joined(codes, [129]);
}

function subBlocks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push(joined([part.length], part));
  }
  return joined(...parts, [0]);
}

/** A lossless WebP of one picture, or an animation of several, with EXIF and XMP that hold `secret`. */
export function writeWebp(frames: Drawing[], secret = ''): Uint8Array<ArrayBuffer> {
  const { width, height } = sizeOf(frames);
  const [first] = frames;
  const size = [...little24(width - 1), ...little24(height - 1)];
  const isAnimated = frames.length > 1;
  const flags = 16 | (isAnimated ? 2 : 0) | (secret ? 12 : 0);
  const pictures = isAnimated
    ? frames.map((frame) =>
        riffChunk('ANMF', joined([0, 0, 0, 0, 0, 0], size, little24(100), [2], vp8l(frame))),
      )
    : first
      ? [vp8l(first)]
      : [];
  const body = joined(
    'WEBP',
    riffChunk('VP8X', [flags, 0, 0, 0, ...size]),
    isAnimated ? riffChunk('ANIM', [0, 0, 0, 0, 0, 0]) : [],
    ...pictures,
    secret ? riffChunk('EXIF', ascii(`Exif\0\0${secret}`)) : [],
    secret ? riffChunk('XMP ', ascii(secret)) : [],
  );
  return joined('RIFF', little32(body.length), body);
}

function riffChunk(name: string, body: ArrayLike<number>): Uint8Array {
  return joined(name, little32(body.length), body, body.length % 2 ? [0] : []);
}

/** Each channel is 0 or 255, and its code one bit. */
function vp8l({ width, height, at }: Drawing): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  const put = (value: number, size: number): void => {
    for (let bit = 0; bit < size; bit += 1) {
      bits |= ((value >>> bit) & 1) << held;
      held += 1;
      if (held === 8) {
        bytes.push(bits);
        bits = held = 0;
      }
    }
  };
  put(0x2f, 8);
  put(width - 1, 14);
  put(height - 1, 14);
  put(1, 1);
  put(0, 3);
  // No transforms, no colour cache, no meta codes.
  put(0, 3);
  for (let channel = 0; channel < 4; channel += 1) {
    // A simple code of two symbols, 0 and 255.
    put(1, 1);
    put(1, 1);
    put(0, 1);
    put(0, 1);
    put(255, 8);
  }
  // The distance code, never used: one symbol, 0.
  put(1, 1);
  put(0, 3);
  for (let place = 0; place < width * height; place += 1) {
    const [r, g, b, a] = at(place % width, Math.floor(place / width));
    for (const value of [g, r, b, a]) {
      put(value ? 1 : 0, 1);
    }
  }
  put(0, 7);
  return riffChunk('VP8L', bytes);
}

function sizeOf(frames: Drawing[]): { width: number; height: number } {
  const [first] = frames;
  if (!first) throw new RangeError('no frames');
  return first;
}
