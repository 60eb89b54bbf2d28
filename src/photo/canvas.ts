import { PhotoRefusal } from './photo-refusal.js';

export type Canvas = OffscreenCanvas | HTMLCanvasElement;

export function makeCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export function contextOf(canvas: Canvas): Context {
  // Read back at once, so a copy in the graphics memory would only cost.
  const context: Context | null = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    // Out of canvas memory, as on older iPhones.
    throw new PhotoRefusal('too-many-pixels');
  }
  context.imageSmoothingQuality = 'high';
  return context;
}

/** Gives the memory back at once; a collector may take its time. */
export function release(source: ImageBitmap | Canvas): void {
  if ('close' in source) source.close();
  else source.width = 0;
}

/** In steps of at most a half: Firefox and WebKit alias when they scale down by more at once. */
export function shrink(source: ImageBitmap | Canvas, longest: number): ImageBitmap | Canvas {
  let photo = source;
  for (let side = longestSide(photo); side > longest; side = longestSide(photo)) {
    const scale = Math.max(0.5, longest / side);
    const width = Math.max(1, Math.round(photo.width * scale));
    const height = Math.max(1, Math.round(photo.height * scale));
    const smaller = makeCanvas(width, height);
    contextOf(smaller).drawImage(photo, 0, 0, width, height);
    if (photo !== source) release(photo);
    photo = smaller;
  }
  return photo;
}

function longestSide({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height);
}

/** A square canvas of another side, in steps of at most a half. */
export function scaleTo(canvas: Canvas, side: number): Canvas {
  while (canvas.width > side) {
    const next = Math.max(side, Math.ceil(canvas.width / 2));
    const smaller = makeCanvas(next, next);
    contextOf(smaller).drawImage(canvas, 0, 0, next, next);
    canvas = smaller;
  }
  return canvas;
}

/** Whether anything shines through. */
export function hasAlpha(canvas: Canvas): boolean {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] !== 255) return true;
  }
  return false;
}

/** False where a browser answers with made-up pixels, as some do against fingerprinting. */
export function isCanvasHonest(): boolean {
  const context = contextOf(makeCanvas(4, 4));
  context.fillStyle = '#08f';
  context.fillRect(0, 0, 4, 4);
  const [red = 0, green = 0, blue = 0] = context.getImageData(1, 1, 1, 1).data;
  return red < 16 && Math.abs(green - 136) < 16 && blue > 239;
}

/** The best that fits, as WebP where the browser writes it; `undefined` when nothing does at this size. */
export async function encodeWithin(
  canvas: Canvas,
  isOpaque: boolean,
  maxBytes: number,
): Promise<Blob | undefined> {
  let type = 'image/webp';
  let blob = await encode(canvas, type, 0.9);
  if (blob.type !== type) {
    // Safari and WebKitGTK answer with a PNG, as the standard demands for a type without an encoder.
    type = isOpaque ? 'image/jpeg' : 'image/png';
    blob = isOpaque ? await encode(canvas, type, 0.9) : blob;
  }
  if (blob.size <= maxBytes || type === 'image/png') {
    return blob.size <= maxBytes ? blob : undefined;
  }
  let best: Blob | undefined;
  for (let low = 0.4, high = 0.9, tries = 4; tries > 0; tries -= 1) {
    const quality = (low + high) / 2;
    blob = await encode(canvas, type, quality);
    if (blob.size <= maxBytes) {
      best = blob;
      low = quality;
    } else {
      high = quality;
    }
  }
  return best;
}

async function encode(canvas: Canvas, type: string, quality: number): Promise<Blob> {
  if ('convertToBlob' in canvas) {
    return canvas.convertToBlob({ type, quality });
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new PhotoRefusal('canvas-blocked'))),
      type,
      quality,
    );
  });
}
