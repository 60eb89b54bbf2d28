/** Which square of a photo is wanted, free of any scale, so that it fits every copy of the photo. */
export interface CropState {
  /** Centre of the square as a part (0 to 1) of the photo's width as turned and mirrored. */
  readonly x: number;
  /** Centre of the square as a part (0 to 1) of the photo's height as turned and mirrored. */
  readonly y: number;
  /** 1 is the largest square that fits. */
  readonly zoom: number;
  /** Quarter turns clockwise, 0 to 3. */
  readonly turns: number;
  /** Mirrored left to right, before it is turned. */
  readonly isFlipped: boolean;
}

/** A width and a height in whatever unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest square, in the middle. */
export const centredCrop: CropState = { x: 0.5, y: 0.5, zoom: 1, turns: 0, isFlipped: false };

/** The size of the photo as turned. */
export function turnedSize({ width, height }: Size, turns: number): Size {
  return turns % 2 ? { width: height, height: width } : { width, height };
}

/** The side of the wanted square, in the photo's pixels. */
export function cropSide({ width, height }: Size, zoom: number): number {
  return Math.min(width, height) / zoom;
}

/** The nearest state whose square lies within the photo. */
export function clampCrop(crop: CropState, size: Size, maxZoom: number): CropState {
  const zoom = clamp(crop.zoom, 1, maxZoom);
  const turned = turnedSize(size, crop.turns);
  const half = cropSide(size, zoom) / 2;
  const x = half / turned.width;
  const y = half / turned.height;
  return { ...crop, zoom, x: clamp(crop.x, x, 1 - x), y: clamp(crop.y, y, 1 - y) };
}

/** Turns what is seen by a quarter, clockwise (1) or back (-1), around the middle of the square. */
export function turnCrop(crop: CropState, direction: 1 | -1): CropState {
  const turns = (crop.turns + direction + 4) % 4;
  return direction > 0
    ? { ...crop, turns, x: 1 - crop.y, y: crop.x }
    : { ...crop, turns, x: crop.y, y: 1 - crop.x };
}

/** Mirrors what is seen left to right. */
export function flipCrop(crop: CropState): CropState {
  return { ...crop, turns: (4 - crop.turns) % 4, isFlipped: !crop.isFlipped, x: 1 - crop.x };
}

/**
 * Moves the photo under the square.
 *
 * @param right - How far, in sides of the square.
 * @param down - How far, in sides of the square.
 */
export function moveCrop(crop: CropState, size: Size, right: number, down: number): CropState {
  const turned = turnedSize(size, crop.turns);
  const side = cropSide(size, crop.zoom);
  return {
    ...crop,
    x: crop.x - (right * side) / turned.width,
    y: crop.y - (down * side) / turned.height,
  };
}

/**
 * Zooms so that the point under the fingers stays there.
 *
 * @param right - The point, in sides of the square from its middle.
 * @param down - The point, in sides of the square from its middle.
 */
export function zoomCrop(
  crop: CropState,
  size: Size,
  zoom: number,
  maxZoom: number,
  right = 0,
  down = 0,
): CropState {
  const wanted = clamp(zoom, 1, maxZoom);
  const there = moveCrop(crop, size, -right, -down);
  return moveCrop({ ...there, zoom: wanted }, size, right, down);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
