import type { CropState } from './crop-geometry.js';
import type { PictureInfo, PictureLimits } from './picture.js';
import type { PictureProblem } from './picture-refusal.js';

/** What the page asks its worker; `picture` is a number of the page's choice. */
export type PictureRequest =
  | { ask: 'open'; picture: number; file: Blob; limits: PictureLimits }
  | { ask: 'render'; picture: number; crop: CropState }
  | { ask: 'close'; picture: number };

/** What the worker answers; `ready` comes first and unasked, a `close` is not answered. */
export type PictureAnswer =
  | { is: 'ready'; picture?: never }
  | { is: 'opened'; picture: number; info: PictureInfo }
  | { is: 'rendered'; picture: number; image: Blob }
  | { is: 'refused'; picture: number; problem: PictureProblem };
