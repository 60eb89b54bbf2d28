import { ProfileError } from '../errors.js';
import type { LoadsAsImage } from '../photo/load-image.js';
import type { UploadContext } from '../photo/photo-uploader.js';
import { storePhoto } from '../photo/store-photo.js';
import type { PickedPhoto } from './draft-types.js';
import type { SaveRun } from './save-run.js';
import type { ProfileEditorSettings } from './settings.js';

/** Uploads a picked photo for a user, and shows how far it is. Gives its final address. */
export async function uploadPhoto(
  { blob, fileName }: PickedPhoto,
  uid: string,
  run: SaveRun,
  { uploadAvatar, avatarUploadUrl }: ProfileEditorSettings,
  loadsAsImage: LoadsAsImage,
): Promise<string> {
  const upload = uploadAvatar ?? avatarUploadUrl;
  // The page may have taken it away since the photo was picked.
  if (!upload) throw new ProfileError('upload-failed');
  const context: UploadContext = {
    uid,
    fileName,
    signal: run.signal,
    onProgress: (loaded, total) => {
      const share = Number(loaded) / Number(total);
      const progress = share >= 0 ? Math.min(1, share) : 0;
      if (run.wait?.for === 'upload') run.setWait({ for: 'upload', progress });
    },
  };
  return storePhoto(upload, blob, context, loadsAsImage);
}
