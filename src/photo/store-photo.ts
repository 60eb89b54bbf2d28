import { ProfileError } from '../errors.js';
import { checkPhotoUrl, cleanPhotoUrl, isLocalHost } from '../rules.js';
import type { PhotoUploader, UploadContext } from './photo-uploader.js';
import { uploadError } from './send-upload.js';

/** How long the stored picture may take to load, in milliseconds. */
const loadLimit = 15_000;

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
    answer = await Promise.race([upload(image, context), whenAborted(signal)]);
  } catch (cause) {
    signal.throwIfAborted();
    if ((cause as Error | undefined)?.name === 'ProfileError') throw cause;
    throw new ProfileError('upload-failed', { cause });
  }
  signal.throwIfAborted();
  const url = typeof answer === 'string' ? cleanPhotoUrl(answer) : '';
  const isAllowed = url !== '' && !checkPhotoUrl(url, () => isLocalHost(location.hostname));
  const isStored = isAllowed && (await loads(url, signal));
  signal.throwIfAborted();
  if (!isStored) throw uploadError('bad-answer');
  return url;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

function loads(url: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    const settle = (isLoaded: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      image.onload = image.onerror = null;
      // Ends the loading of a picture that nobody waits for any more.
      if (!isLoaded) image.src = '';
      resolve(isLoaded);
    };
    const stop = (): void => settle(false);
    const timer = setTimeout(stop, loadLimit);
    image.referrerPolicy = 'no-referrer';
    image.onload = () => settle(true);
    image.onerror = stop;
    signal.addEventListener('abort', stop);
    image.src = url;
  });
}
