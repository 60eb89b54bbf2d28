import { ProfileError } from '../errors.js';
import { checkPhotoUrl, cleanPhotoUrl, isLocalHost } from '../rules.js';
import type { AvatarUploader, UploadContext } from './avatar-uploader.js';
import { uploadError } from './send-upload.js';

/** How long the stored picture may take to load, in milliseconds. */
const loadLimit = 15_000;

/**
 * Uploads a picture and makes sure that its address may be used as a photo: by the rules for photo URLs, and since it
 * really loads.
 *
 * @throws ProfileError `upload-failed`, or the signal's reason.
 */
export async function storePicture(
  upload: AvatarUploader,
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
  const isAllowed = url !== '' && !checkPhotoUrl(url, isLocalHost(location.hostname));
  if (!isAllowed || !(await loads(url, signal))) throw uploadError('bad-answer');
  signal.throwIfAborted();
  return url;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

function loads(url: string, signal: AbortSignal): Promise<boolean> {
  const timeout = AbortSignal.timeout(loadLimit);
  return new Promise((resolve) => {
    const image = new Image();
    image.referrerPolicy = 'no-referrer';
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    for (const end of [signal, timeout]) end.addEventListener('abort', () => resolve(false));
    image.src = url;
  });
}
