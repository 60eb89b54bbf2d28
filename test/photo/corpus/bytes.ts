/** A pixel as red, green, blue and alpha, 0 to 255. */
export type Pixel = readonly [number, number, number, number];

/** A picture as a function, so that writers of every format share it. */
export interface Drawing {
  width: number;
  height: number;
  at(x: number, y: number): Pixel;
}

export const red: Pixel = [255, 0, 0, 255];
export const green: Pixel = [0, 255, 0, 255];
export const blue: Pixel = [0, 0, 255, 255];
export const white: Pixel = [255, 255, 255, 255];
export const clear: Pixel = [0, 0, 0, 0];

/** Red, green over blue, white: shows every turn and mirroring. */
export function quarters(
  width: number,
  height: number,
  colours = [red, green, blue, white],
): Drawing {
  return {
    width,
    height,
    at: (x, y) => colours[(x * 2 >= width ? 1 : 0) + (y * 2 >= height ? 2 : 0)] ?? clear,
  };
}

export function plain(width: number, height: number, colour: Pixel): Drawing {
  return { width, height, at: () => colour };
}

export function joined(...parts: (ArrayLike<number> | string)[]): Uint8Array<ArrayBuffer> {
  const lists = parts.map((part) => (typeof part === 'string' ? ascii(part) : part));
  const bytes = new Uint8Array(lists.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of lists) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** One byte a character. */
export function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

export function big16(value: number): number[] {
  return [value >>> 8, value & 255];
}

export function big32(value: number): number[] {
  return [...big16(value >>> 16), ...big16(value & 0xffff)];
}

export function little16(value: number): number[] {
  return big16(value).reverse();
}

export function little24(value: number): number[] {
  return little32(value).slice(0, 3);
}

export function little32(value: number): number[] {
  return big32(value).reverse();
}

/** Deflates in the zlib format, as PNG wants it. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
