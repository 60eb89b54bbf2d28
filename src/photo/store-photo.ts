import { toProfileError } from '../errors.js';
import { unlessAborted } from '../abort.js';
import { checkPhotoUrl, cleanPhotoUrl, isLocalHost } from '../rules.js';
import { loadsAsImage } from './load-image.js';
import type { PhotoUploader, UploadContext } from './photo-uploader.js';
import { uploadError } from './upload-error.js';

/**
 * Uploads a picture and makes sure that its address may be used as a photo: by the rules for photo URLs, and since it
 * really loads.
 *
 * @throws ProfileError `upload-failed`, or the signal's reason.
 */
export async function storePhoto(
  upload: PhotoUploader,
  image: Blob,
  context: UploadContext,
): Promise<string> {
  const { signal } = context;
  let answer: unknown;
  try {
    // A host's uploader may not heed the signal.
    answer = await unlessAborted(signal, upload(image, context));
  } catch (cause) {
    signal.throwIfAborted();
    throw toProfileError(cause, 'upload-failed');
  }
  signal.throwIfAborted();
  const url = typeof answer === 'string' ? cleanPhotoUrl(answer) : '';
  const isAllowed = url !== '' && !checkPhotoUrl(url, () => isLocalHost(location.hostname));
  const isStored = isAllowed && (await loadsAsImage(url, signal));
  signal.throwIfAborted();
  if (!isStored) throw uploadError('bad-answer');
  return url;
}
