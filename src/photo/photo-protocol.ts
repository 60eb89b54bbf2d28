import type { CropState } from './crop-geometry.js';
import type { PhotoInfo, PhotoLimits } from './decoded-photo.js';
import type { PhotoProblem } from './photo-refusal.js';

/** What the page asks its worker; `photo` is a number of the page's choice. */
export type PhotoRequest =
  | { ask: 'open'; photo: number; file: Blob; limits: PhotoLimits }
  | { ask: 'render'; photo: number; crop: CropState }
  | { ask: 'close'; photo: number };

/** What the worker answers; `ready` comes first and unasked. A `close` is not answered; it also gives up an `open`, which is then refused. */
export type PhotoAnswer =
  | { is: 'ready'; photo?: never }
  | { is: 'opened'; photo: number; info: PhotoInfo }
  | { is: 'rendered'; photo: number; image: Blob }
  | { is: 'refused'; photo: number; problem: PhotoProblem };
