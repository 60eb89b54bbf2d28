// All that is fetched when a picture is picked.
export { loadPhotoMessages } from '../locales/photo-loaders.js';
export { openAvatarEditor, type AvatarResult } from './avatar-editor.js';
export { createAvatarMessages } from './avatar-messages.js';
export { takePhoto } from './camera-dialog.js';
export { useLit } from './lit.js';
export { formUploader } from './form-uploader.js';
export { storePicture } from './store-picture.js';
