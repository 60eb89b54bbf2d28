import { ProfileError } from '../errors.js';
import type { UploadProblem } from './photo-uploader.js';

/** An upload that failed, with the reason as the first of `subject`. */
export function uploadError(...subject: [UploadProblem, ...string[]]): ProfileError {
  return new ProfileError('upload-failed', { subject });
}
