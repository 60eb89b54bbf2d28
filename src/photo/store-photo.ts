import { ProfileError, toProfileError } from '../errors.js';
import { unlessAborted } from '../abort.js';
import { checkPhotoUrl, cleanPhotoUrl, isLocalHost } from '../rules.js';
import { formUploader } from './form-uploader.js';
import type { LoadsAsImage } from './load-image.js';
import type { PhotoUploader, UploadContext } from './photo-uploader.js';
import { uploadError } from './upload-error.js';

/** How long to wait before the stored photo is looked for again, in milliseconds: stores take a moment to spread a file. */
const pauses = [0, 250, 500, 1_000, 2_000, 4_000];
/** When to give up whatever is still on its way, in milliseconds. */
const patience = 15_000;

/**
 * Uploads a picture and makes sure that its address may be used as a photo: by the rules for photo URLs, and since it
 * really loads.
 *
 * @param upload - The page's own uploader, or the address of an endpoint.
 * @param loadsAsImage - Whether an address loads as an image.
 * @throws ProfileError `upload-failed`, or another that is about a photo or the network; or the signal's reason.
 */
export async function storePhoto(
  upload: PhotoUploader | string,
  image: Blob,
  context: UploadContext,
  loadsAsImage: LoadsAsImage,
): Promise<string> {
  const { signal } = context;
  let answer: unknown;
  try {
    // A host's uploader may not heed the signal.
    const send = typeof upload === 'string' ? formUploader(upload) : upload;
    answer = await unlessAborted(signal, send(image, context));
  } catch (cause) {
    signal.throwIfAborted();
    throw toUploadError(cause);
  }
  signal.throwIfAborted();
  const url = typeof answer === 'string' ? cleanPhotoUrl(answer) : '';
  const isAllowed = url !== '' && !checkPhotoUrl(url, () => isLocalHost(location.hostname));
  const isStored = isAllowed && (await loadsSoon(() => loadsAsImage(url, signal), signal));
  signal.throwIfAborted();
  if (!isStored) throw uploadError('bad-answer');
  return url;
}

/** An uploader's error says nothing of the session, nor of the profile, whatever code the page gave it. */
function toUploadError(cause: unknown): ProfileError {
  const error = toProfileError(cause, 'upload-failed');
  if (/^(?:upload-failed|network|timeout|image-.+)$/.test(error.code)) return error;
  const { hostMessage, subject, retryAt } = error;
  return new ProfileError('upload-failed', { cause, hostMessage, subject, retryAt });
}

async function loadsSoon(load: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + patience;
  for (const pause of pauses) {
    if (performance.now() + pause > end) break;
    await unlessAborted(signal, new Promise((resolve) => setTimeout(resolve, pause)));
    if (await load()) return true;
  }
  return false;
}
