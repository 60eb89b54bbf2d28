import {
  contextOf,
  encodeWithin,
  hasAlpha,
  isCanvasHonest,
  makeCanvas,
  release,
  scaleTo,
  shrink,
  type Canvas,
} from './canvas.js';
import { cleanAnimation } from './clean-animation.js';
import { cropSide, turnedSize, type CropState } from './crop-geometry.js';
import { detectImageType, readImageHeader, type ImageType } from './image-header.js';
import { PhotoRefusal } from './photo-refusal.js';

export { PhotoRefusal };

/** What the finished photo may be. */
export interface PhotoLimits {
  /** Longest side in pixels. */
  readonly size: number;
  /** Largest file in bytes. */
  readonly maxBytes: number;
}

/** Why an animation is not kept. */
export type AnimationProblem = 'animation-too-large' | 'animation-not-square';

/** What is known once a file is decoded. */
export interface PhotoInfo {
  /** The photo the right way up, in pixels of the copy that is cropped. */
  readonly width: number;
  readonly height: number;
  /** The same photo, small enough for a screen. */
  readonly preview: ImageBitmap;
  /** The whole animation without its metadata, where it may be kept as it is. */
  readonly animation?: Blob;
  readonly animationProblem?: AnimationProblem;
}

/** Larger files are no photos of a person, and have to fit in memory. */
const maxSourceBytes = 100_000_000;
/** 480 MB decoded: above what phones save by default (12 to 50 million), far below 30,000 × 30,000. */
const maxSourcePixels = 120_000_000;
/** The copy that is cropped: sharp at 512 pixels up to eightfold zoom, 45 MB for a photo. */
const workingSide = 4096;
const previewSide = 2048;

/** A decoded photo, the right way up. Runs in a worker as well as in the page. */
export class DecodedPhoto {
  readonly #source: ImageBitmap | Canvas;
  readonly #limits: PhotoLimits;
  readonly #isOpaque: boolean;

  private constructor(source: ImageBitmap | Canvas, limits: PhotoLimits, isOpaque: boolean) {
    this.#source = source;
    this.#limits = limits;
    this.#isOpaque = isOpaque;
  }

  /**
   * Judges a file by its content and decodes it.
   *
   * @throws PhotoRefusal for everything that is not a photo within reason, or the signal's reason.
   */
  static async open(
    file: Blob,
    limits: PhotoLimits,
    signal?: AbortSignal,
  ): Promise<{ photo: DecodedPhoto; info: PhotoInfo }> {
    const { type, photo, animation, animationProblem } = await judge(file, limits, signal);
    const decoded = await decode(photo, type === 'heic');
    if (signal?.aborted) decoded.close();
    signal?.throwIfAborted();
    // A header may be silent about the size, or lie.
    if (decoded.width * decoded.height > maxSourcePixels) {
      decoded.close();
      throw new PhotoRefusal('too-many-pixels');
    }
    const source = shrink(decoded, workingSide);
    if (source !== decoded) release(decoded);
    const info: PhotoInfo = {
      width: source.width,
      height: source.height,
      preview: await createImageBitmap(shrink(source, previewSide)),
      ...(animation && { animation }),
      ...(animationProblem && { animationProblem }),
    };
    return { photo: new DecodedPhoto(source, limits, type === 'jpeg'), info };
  }

  /** Frees the memory. */
  close(): void {
    release(this.#source);
  }

  /**
   * Crops, scales down and encodes. Nothing of the file but its pixels gets into the result.
   *
   * @throws PhotoRefusal where the browser hands out made-up pixels, as some do against fingerprinting.
   */
  async render(crop: CropState): Promise<Blob> {
    if (!isCanvasHonest()) throw new PhotoRefusal('canvas-blocked');
    const { size, maxBytes } = this.#limits;
    const square = cutSquare(this.#source, crop, size);
    const isOpaque = this.#isOpaque || !hasAlpha(square);
    for (let side = square.width; ; side = Math.floor(side * 0.75)) {
      const blob = await encodeWithin(scaleTo(square, side), isOpaque, maxBytes);
      if (blob) return blob;
      if (side < 2) throw new PhotoRefusal('too-many-bytes');
    }
  }
}

/** What is read before the rest: enough to tell a photo from anything else. */
const headBytes = 4096;
/** How much is read at a time, so that reading can be given up in between. */
const stepBytes = 4_000_000;

async function readBytes(file: Blob, signal?: AbortSignal): Promise<Uint8Array> {
  if (file.size > maxSourceBytes) throw new PhotoRefusal('too-many-bytes');
  if (!file.size) throw new PhotoRefusal('empty');
  const head = await readPart(file, 0, headBytes, signal);
  if (!detectImageType(head)) {
    const isSvg = /<svg[\s:>]/i.test(new TextDecoder().decode(head));
    throw new PhotoRefusal(isSvg ? 'svg' : 'not-an-image');
  }
  const bytes = new Uint8Array(file.size);
  bytes.set(head);
  for (let at = head.length; at < bytes.length; at += stepBytes) {
    bytes.set(await readPart(file, at, at + stepBytes, signal), at);
  }
  return bytes;
}

async function readPart(
  file: Blob,
  from: number,
  to: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (cause) {
    // A file that was moved, or that lies in a cloud drive and cannot be had now.
    throw new PhotoRefusal('damaged', { cause });
  } finally {
    signal?.throwIfAborted();
  }
}

interface Verdict extends Pick<PhotoInfo, 'animation' | 'animationProblem'> {
  readonly type: ImageType;
  /** What to decode. */
  readonly photo: Blob;
}

/** Reads the bytes and lets go of them, which matters before tens of megabytes are decoded. */
async function judge(file: Blob, limits: PhotoLimits, signal?: AbortSignal): Promise<Verdict> {
  const bytes = await readBytes(file, signal);
  const header = readImageHeader(bytes);
  if (!header) throw new PhotoRefusal('not-an-image');
  const { type, width, height, isComplete, isAnimated, still } = header;
  if (width * height > maxSourcePixels) throw new PhotoRefusal('too-many-pixels');
  // Whether a HEIC is whole is its decoder's matter: most browsers have none, and say so in other words.
  if (type !== 'heic' && !(isComplete && width && height)) throw new PhotoRefusal('damaged');
  // Said to be what it is, since a decoder may go by the type; parts of the file itself, so that no bytes are copied.
  const parts = (still ?? [[0, file.size] as const]).map((part) =>
    part instanceof Uint8Array ? part : file.slice(...part),
  );
  const photo = new Blob(parts, { type: `image/${type}` });
  if (!isAnimated) return { type, photo };
  const problem = judgeAnimation(header, limits);
  if (problem) return { type, photo, animationProblem: problem };
  const animation = cleanAnimation(bytes, type, limits.maxBytes);
  return animation
    ? { type, photo, animation }
    : { type, photo, animationProblem: 'animation-too-large' };
}

async function decode(photo: Blob, isHeic: boolean): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(photo);
  } catch (cause) {
    throw new PhotoRefusal(isHeic ? 'heic' : 'damaged', { cause });
  }
}

function judgeAnimation(
  { width, height }: { width: number; height: number },
  { size }: PhotoLimits,
): AnimationProblem | undefined {
  if (Math.max(width, height) > size) return 'animation-too-large';
  return Math.max(width, height) > 1.1 * Math.min(width, height)
    ? 'animation-not-square'
    : undefined;
}

function cutSquare(source: ImageBitmap | Canvas, crop: CropState, size: number): Canvas {
  const side = cropSide(source, crop.zoom);
  const turned = turnedSize(source, crop.turns);
  const target = Math.max(1, Math.min(size, Math.round(side)));
  const first = Math.max(target, Math.ceil(side / 2));
  const canvas = makeCanvas(first, first);
  const context = contextOf(canvas);
  const scale = first / side;
  context.scale(scale, scale);
  context.translate(
    side / 2 + (0.5 - crop.x) * turned.width,
    side / 2 + (0.5 - crop.y) * turned.height,
  );
  context.rotate((crop.turns * Math.PI) / 2);
  context.scale(crop.isFlipped ? -1 : 1, 1);
  context.drawImage(source, -source.width / 2, -source.height / 2);
  return scaleTo(canvas, target);
}
