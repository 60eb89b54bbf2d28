import type { DialogMessages } from './dialog-messages.js';
import { openCropDialog } from './crop-dialog.js';
import { centredCrop } from './crop-geometry.js';
import type { CropState } from './crop-geometry.js';
import type { DialogOptions } from './open-dialog.js';
import type { PictureLimits } from './picture.js';
import { loadPicture } from './process-image.js';

export type { CropState } from './crop-geometry.js';

export interface PhotoEditorOptions extends DialogOptions, Partial<PictureLimits> {
  messages: DialogMessages;
  /** To reopen a picture: `crop` of the result before. */
  crop?: CropState | undefined;
  /** To reopen an animation: `isAnimated` of the result before. Without it animations are kept where they can be. */
  keepAnimation?: boolean | undefined;
  /** Makes the worker; injected by tests. */
  createWorker?: (() => Worker) | undefined;
}

/** A picture that is ready to be uploaded. */
export interface PhotoResult {
  /** A square, or an animation that is nearly one; free of metadata. */
  image: Blob;
  /** `avatar` and an ending that fits the type; nothing of the original's name. */
  fileName: string;
  /** To reopen the dialog as it was left. */
  crop: CropState;
  isAnimated: boolean;
  /** What was picked. */
  source: Blob;
}

/**
 * Judges a picked file by its content, decodes it, lets the user crop it and makes the picture to upload.
 *
 * @returns `undefined` when the user cancels or the signal aborts.
 * @throws ProfileError `image-unreadable` or `image-too-large`, with a `PictureProblem` as first `subject`, for which
 *   `messages.pictureProblems` has the words.
 */
export async function openPhotoEditor(
  source: Blob,
  options: PhotoEditorOptions,
): Promise<PhotoResult | undefined> {
  const { size = 512, maxBytes = 200_000, signal, createWorker } = options;
  const picture = await loadPicture(source, {
    size,
    maxBytes,
    ...(createWorker && { createWorker }),
    signal,
  }).catch((error: unknown) => {
    if (signal?.aborted) {
      return undefined;
    }
    throw error;
  });
  if (!picture) {
    return undefined;
  }
  const { info } = picture;
  try {
    return await openCropDialog(
      { ...options, size, maxBytes, info },
      async ({ crop, keepsAnimation }) => {
        const isAnimated = keepsAnimation && !!info.animation;
        const image = isAnimated && info.animation ? info.animation : await picture.render(crop);
        const fileName = `avatar.${image.type.replace('image/', '').replace('jpeg', 'jpg')}`;
        return { image, fileName, crop: isAnimated ? centredCrop : crop, isAnimated, source };
      },
    );
  } finally {
    info.preview.close();
    picture.close();
  }
}
