import type { Pixel } from './bytes.js';

/** A finished picture, decoded by the browser that made it. */
export interface Inspected {
  width: number;
  height: number;
  /** The pixels in the middle of the four quarters: top left, top right, bottom left, bottom right. */
  quarters: Pixel[];
}

export async function inspect(image: Blob): Promise<Inspected> {
  const bitmap = await createImageBitmap(image);
  const { width, height } = bitmap;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ];
  const quarters = places.map(([x = 0, y = 0]): Pixel => {
    const { data } = context.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1);
    return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0, data[3] ?? 0];
  });
  bitmap.close();
  return { width, height, quarters };
}

/** Whether two colours look the same after a lossy encoder was at them. */
export function isNear(one: Pixel, other: Pixel, tolerance = 24): boolean {
  return one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= tolerance);
}

/** Which metadata a file carries, read from its structure, and whether any of `words` is anywhere in its bytes. */
export async function findMetadata(image: Blob, words: string[] = []): Promise<string[]> {
  const bytes = new Uint8Array(await image.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const signs = [
    'Exif\0',
    'EXIF',
    'ns.adobe.com',
    'XMP ',
    'XMP Data',
    'Photoshop 3.0',
    'eXIf',
    'tEXt',
    'iTXt',
  ];
  return [...signs, ...words].filter((sign) => text.includes(sign));
}
