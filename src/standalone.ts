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

/** An uploader whose code is fetched with the first photo. */
const fetched =
  <Options extends unknown[]>(fetch: () => Promise<(...options: Options) => PhotoUploader>) =>
  (...options: Options): PhotoUploader =>
  async (...upload) =>
    (await fetch())(...options)(...upload);

/** Uploads to an endpoint of the site. */
export const formUploader: FormUploader = fetched(
  async () => (await import('./photo/form-uploader.js')).formUploader,
);

/** Uploads to a store, to a place that the site has signed. */
export const presignedUploader: PresignedUploader = fetched(
  async () => (await import('./photo/presigned-uploader.js')).presignedUploader,
);
