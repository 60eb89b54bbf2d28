import { ascii, big16, big32, deflate, joined, type Drawing, type Pixel } from './bytes.js';

export type PngKind = 'rgba' | 'rgb16' | 'palette';

/** A PNG; `chunks` are put before the pixels. */
export async function writePng(
  drawing: Drawing,
  kind: PngKind = 'rgba',
  chunks: Uint8Array[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const palette: Pixel[] = [];
  const sample = (pixel: Pixel): number[] => {
    if (kind === 'rgba') return [...pixel];
    if (kind === 'rgb16') return pixel.slice(0, 3).flatMap((value) => [value, value]);
    const known = palette.findIndex((colour) => `${colour}` === `${pixel}`);
    return [known < 0 ? palette.push(pixel) - 1 : known];
  };
  const data = await deflate(rows(drawing, sample));
  const depth = kind === 'rgb16' ? 16 : 8;
  const type = { rgba: 6, rgb16: 2, palette: 3 }[kind];
  return joined(
    pngStart(drawing.width, drawing.height, depth, type),
    ...chunks,
    ...(kind === 'palette'
      ? [
          chunk(
            'PLTE',
            palette.flatMap((colour) => colour.slice(0, 3)),
          ),
          chunk(
            'tRNS',
            palette.map((colour) => colour[3]),
          ),
        ]
      : []),
    chunk('IDAT', data),
    chunk('IEND', []),
  );
}

function rows(
  { width, height, at }: Drawing,
  sample: (pixel: Pixel) => number[],
): Uint8Array<ArrayBuffer> {
  const length = sample(at(0, 0)).length;
  const bytes = new Uint8Array(height * (width * length + 1));
  for (let y = 0, offset = 0; y < height; y += 1) {
    offset += 1;
    for (let x = 0; x < width; x += 1, offset += length) {
      bytes.set(sample(at(x, y)), offset);
    }
  }
  return bytes;
}

export function pngStart(width: number, height: number, depth: number, type: number): Uint8Array {
  return joined(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', [...big32(width), ...big32(height), depth, type, 0, 0, 0]),
  );
}

/** An animated PNG of whole frames, 100 ms each. */
export async function writeApng(frames: Drawing[]): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = frames;
  if (!first) throw new RangeError('no frames');
  const { width, height } = first;
  const parts = [
    pngStart(width, height, 8, 6),
    chunk('acTL', [...big32(frames.length), ...big32(0)]),
  ];
  let sequence = 0;
  for (const [index, frame] of frames.entries()) {
    const data = await deflate(rows(frame, (pixel) => [...pixel]));
    const place = [...big32(width), ...big32(height), ...big32(0), ...big32(0)];
    parts.push(chunk('fcTL', [...big32(sequence++), ...place, ...big16(1), ...big16(10), 0, 0]));
    parts.push(index ? chunk('fdAT', joined(big32(sequence++), data)) : chunk('IDAT', data));
  }
  return joined(...parts, chunk('IEND', []));
}

/** A picture whose header promises far more pixels than the file could hold. */
export async function writePngBomb(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const data = await deflate(new Uint8Array(2_000_000));
  return joined(pngStart(side, side, 1, 0), chunk('IDAT', data), chunk('IEND', []));
}

export function chunk(name: string, body: ArrayLike<number>): Uint8Array {
  const checked = joined(name, body);
  return joined(big32(body.length), checked, big32(crc32(checked)));
}

export function textChunk(text: string): Uint8Array {
  return chunk('tEXt', ascii(`Comment\0${text}`));
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return ~crc >>> 0;
}
