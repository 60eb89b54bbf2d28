/** Why a photo was refused, for words that help. */
export type PhotoProblem =
  | 'empty'
  | 'svg'
  | 'heic'
  | 'not-an-image'
  | 'damaged'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'canvas-blocked';

/** Thrown for a file that is no usable photo. */
export class PhotoRefusal extends Error {
  readonly problem: PhotoProblem;

  constructor(problem: PhotoProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}
