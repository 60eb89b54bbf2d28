/** A range of the file, or bytes that it lacks. */
export type FilePart = readonly [from: number, to: number] | Uint8Array<ArrayBuffer>;

/** What the reader of each format finds out. */
export interface ImageFacts {
  /** Pixels as stored, before any EXIF orientation, of the largest frame; 0 where the header does not say. */
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
  /** False for a file that lacks pixels for sure. */
  readonly isComplete: boolean;
  /**
   * What to decode in place of the whole file. Of an animation the first frame, since decoders keep a record of every
   * frame, of which a file may have millions; and an end for a file that has none, which some decoders need.
   */
  readonly still?: readonly FilePart[];
}
