import type { PhotoUploader } from './photo/photo-uploader.js';
import './register.js';
import { sdkOrigin } from './session/sdk-origin.js';

export { CometChatProfileEditor } from './cometchat-profile-editor.js';
export { ProfileEditor } from './editor/profile-editor.js';
export { ProfileError } from './errors.js';
export {
  ProfileChangeEvent,
  ProfileConflictEvent,
  ProfileErrorEvent,
  ProfileLoadedEvent,
  ProfileSavedEvent,
  ProfileSaveEvent,
  ProfileSessionEndedEvent,
} from './events.js';
export { registerLanguage } from './locales/registry.js';
export { endSession } from './session/connect.js';

// The SDK in this build is a file beside it, which no app imports.
sdkOrigin.isPrivate = true;

type FormUploader = typeof import('./photo/form-uploader.js').formUploader;
type PresignedUploader = typeof import('./photo/presigned-uploader.js').presignedUploader;

/** Uploads to an endpoint of the site; its code is fetched with the first photo. */
export const formUploader: FormUploader =
  (...options): PhotoUploader =>
  async (...upload) => {
    const module = await import('./photo/form-uploader.js');
    return module.formUploader(...options)(...upload);
  };

/** Uploads to a store, to a place that the site has signed; its code is fetched with the first photo. */
export const presignedUploader: PresignedUploader =
  (...options): PhotoUploader =>
  async (...upload) => {
    const module = await import('./photo/presigned-uploader.js');
    return module.presignedUploader(...options)(...upload);
  };
