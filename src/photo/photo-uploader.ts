/** What an uploader is told besides the picture. */
export interface UploadContext {
  /** Whose picture it is. */
  uid: string;
  /** A name without anything of the original file's, such as `avatar.webp`. */
  fileName: string;
  /** Aborted when the user cancels or the element goes away. */
  signal: AbortSignal;
  /** To be called with bytes sent and bytes in all. */
  onProgress: (loaded: number, total: number) => void;
}

/**
 * Stores a picture and resolves with its public `https:` URL. Best a new one each time: for a URL that was used before,
 * browsers show the picture that they have kept, and CometChat has nothing to tell to others.
 */
export type PhotoUploader = (image: Blob, context: UploadContext) => Promise<string>;

/**
 * Why an upload failed, as the `subject` of a `ProfileError('upload-failed')`.
 *
 * `stalled`: no progress for too long · `network`: refused or dropped connection, or CORS · `refused`: an HTTP status
 * other than success, which follows as the second entry · `too-large`: status 413 · `bad-answer`: no URL in the answer.
 */
export type UploadProblem = 'stalled' | 'network' | 'refused' | 'too-large' | 'bad-answer';
