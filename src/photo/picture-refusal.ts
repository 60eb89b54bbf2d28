/** Why a picture was refused, for words that help. */
export type PictureProblem =
  | 'empty'
  | 'svg'
  | 'heic'
  | 'not-an-image'
  | 'damaged'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'canvas-blocked';

/** Thrown for a file that is no usable picture. */
export class PictureRefusal extends Error {
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}
