import type { PhotoMessages } from '../locales/messages.js';
import { openCropDialog } from './crop-dialog.js';
import { centredCrop, type CropState } from './crop-geometry.js';
import type { DialogOptions } from './open-dialog.js';
import type { PhotoLimits } from './decoded-photo.js';
import { loadPhoto } from './load-photo.js';

export type { CropState } from './crop-geometry.js';

export interface PhotoEditorOptions extends DialogOptions, Partial<PhotoLimits> {
  readonly messages: PhotoMessages;
  /** To reopen a photo: `crop` of the result before. */
  readonly crop?: CropState | undefined;
  /** To reopen an animation: `isAnimated` of the result before. Without it animations are kept where they can be. */
  readonly keepAnimation?: boolean | undefined;
  /** Makes the worker; injected by tests. */
  readonly createWorker?: (() => Worker) | undefined;
}

/** A photo that is ready to be uploaded. */
export interface PhotoResult {
  /** A square, or an animation that is nearly one; free of metadata. */
  readonly image: Blob;
  /** `avatar` and an ending that fits the type; nothing of the original's name. */
  readonly fileName: string;
  /** To reopen the dialog as it was left. */
  readonly crop: CropState;
  readonly isAnimated: boolean;
  /** What was picked. */
  readonly source: Blob;
}

/**
 * Judges a picked file by its content, decodes it, lets the user crop it and makes the photo to upload.
 *
 * @returns `undefined` when the user cancels or the signal aborts.
 * @throws ProfileError `image-unreadable` or `image-too-large`, with a `PhotoProblem` as first `subject`, for which
 *   `describeProblem` has the words.
 */
export async function openPhotoEditor(
  source: Blob,
  options: PhotoEditorOptions,
): Promise<PhotoResult | undefined> {
  const { size = 512, maxBytes = 200_000, signal, createWorker } = options;
  const photo = await loadPhoto(source, {
    size,
    maxBytes,
    ...(createWorker && { createWorker }),
    signal,
  }).catch((error: unknown) => {
    if (signal?.aborted) return undefined;
    throw error;
  });
  if (!photo) return undefined;
  const { info } = photo;
  try {
    return await openCropDialog(
      { ...options, size, maxBytes, info },
      async ({ crop, keepsAnimation }) => {
        const isAnimated = keepsAnimation && !!info.animation;
        const image = isAnimated && info.animation ? info.animation : await photo.render(crop);
        const fileName = `avatar.${image.type.replace('image/', '').replace('jpeg', 'jpg')}`;
        return { image, fileName, crop: isAnimated ? centredCrop : crop, isAnimated, source };
      },
    );
  } finally {
    info.preview.close();
    photo.close();
  }
}
