import { ascii, big16, big32, joined, little16, little32, type Drawing } from './bytes.js';

export function writeBmp({ width, height, at }: Drawing): Uint8Array<ArrayBuffer> {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [r, g, b] = at(x, height - 1 - y);
      pixels.set([b, g, r], y * stride + x * 3);
    }
  }
  return joined(
    'BM',
    [...little32(54 + pixels.length), ...little32(0), ...little32(54)],
    [...little32(40), ...little32(width), ...little32(height), 1, 0, 24, 0, ...little32(0)],
    [...little32(pixels.length), ...little32(0), ...little32(0), ...little32(0), ...little32(0)],
    pixels,
  );
}

/** An uncompressed TIFF of 8-bit RGB. */
export function writeTiff({ width, height, at }: Drawing): Uint8Array<ArrayBuffer> {
  const entries: [number, number, number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 2],
    [273, 4, 8 + 2 + 9 * 12 + 4],
    [277, 3, 3],
    [278, 4, height],
    [279, 4, width * height * 3],
  ];
  const pixels: number[] = [];
  for (let place = 0; place < width * height; place += 1) {
    pixels.push(...at(place % width, Math.floor(place / width)).slice(0, 3));
  }
  return joined(
    [...ascii('II'), 42, 0, ...little32(8), ...little16(entries.length)],
    ...entries.map(([tag, type, value]) => [
      ...little16(tag),
      ...little16(type),
      ...little32(1),
      ...little32(value),
    ]),
    little32(0),
    pixels,
  );
}

/** The frame of a HEIC file with its size, without a picture that could be decoded. */
export function writeHeicShell(width: number, height: number): Uint8Array<ArrayBuffer> {
  const ispe = box('ispe', [0, 0, 0, 0, ...big32(width), ...big32(height)]);
  return joined(
    box('ftyp', ascii('heic\0\0\0\0mif1heic')),
    box('meta', joined([0, 0, 0, 0], box('iprp', box('ipco', ispe)))),
    box('mdat', new Uint8Array(100)),
  );
}

function box(name: string, body: ArrayLike<number>): Uint8Array {
  return joined(big32(body.length + 8), name, body);
}

/** A matrix profile whose red and green primaries are swapped: whoever ignores it shows the wrong colour. */
export function swappedProfile(): Uint8Array {
  const fixed = (value: number): number[] => big32(Math.round(value * 65536) >>> 0);
  const xyz = (x: number, y: number, z: number): number[] => [
    ...ascii('XYZ '),
    ...big32(0),
    ...fixed(x),
    ...fixed(y),
    ...fixed(z),
  ];
  // sRGB's primaries adapted to D50, as in every sRGB profile.
  const redXyz = xyz(0.43607, 0.22249, 0.01392);
  const greenXyz = xyz(0.38515, 0.71687, 0.09708);
  const blueXyz = xyz(0.14307, 0.06061, 0.7141);
  const gamma = [...ascii('curv'), ...big32(0), ...big32(1), ...big16(0x0233), 0, 0];
  const name = ascii('swapped\0');
  const text = [
    ...ascii('desc'),
    ...big32(0),
    ...big32(name.length),
    ...name,
    ...new Uint8Array(78),
  ];
  const copyright = [...ascii('text'), ...big32(0), ...ascii('none\0\0\0\0')];
  const tags: [string, number[]][] = [
    ['desc', [...text, ...new Uint8Array((4 - (text.length % 4)) % 4)]],
    ['cprt', copyright],
    ['wtpt', xyz(0.9642, 1, 0.82491)],
    ['rXYZ', greenXyz],
    ['gXYZ', redXyz],
    ['bXYZ', blueXyz],
    ['rTRC', gamma],
    ['gTRC', gamma],
    ['bTRC', gamma],
  ];
  let offset = 128 + 4 + tags.length * 12;
  const table = tags.flatMap(([tag, data]) => {
    const entry = [...ascii(tag), ...big32(offset), ...big32(data.length)];
    offset += data.length;
    return entry;
  });
  const header = new Uint8Array(128);
  header.set(big32(offset), 0);
  header.set(big32(0x02100000), 8);
  header.set(ascii('mntrRGB XYZ '), 12);
  header.set(ascii('acsp'), 36);
  header.set([...fixed(0.9642), ...fixed(1), ...fixed(0.82491)], 68);
  return joined(header, big32(tags.length), table, ...tags.map(([, data]) => data));
}

/** An AVIF made by libavif itself, since no browser writes one. */
export async function writeAvif(drawing: Drawing): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = drawing;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let place = 0; place < width * height; place += 1) {
    pixels.set(drawing.at(place % width, Math.floor(place / width)), place * 4);
  }
  const { default: encode } = await import('@jsquash/avif/encode.js');
  return new Uint8Array(await encode(new ImageData(pixels, width, height), { speed: 9 }));
}
