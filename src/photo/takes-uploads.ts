import type { PhotoUploader } from './photo-uploader.js';

/** The settings that say where a photo is uploaded to. */
interface UploadSettings {
  readonly avatarUploadUrl: string;
  readonly uploadAvatar: PhotoUploader | undefined;
}

/** Whether the page takes photos that are uploaded. */
export const takesUploads = ({ avatarUploadUrl, uploadAvatar }: UploadSettings): boolean =>
  Boolean(avatarUploadUrl || uploadAvatar);
