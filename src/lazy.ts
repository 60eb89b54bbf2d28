// What the form can do without for its first moments, in one chunk.
import { guarded } from './views/guard.js';
import * as fieldNotices from './views/field-notices-view.js';
import * as notices from './views/notices-view.js';
import * as photoButtons from './views/photo-buttons-view.js';
import * as preview from './views/preview-view.js';
import * as status from './views/status-view.js';

export { PhotoPicker } from './controllers/photo-picker.js';
export { format } from './locales/format.js';
export { enExtras as texts } from './locales/en-us-extras.js';
export { Localizer } from './locales/localizer.js';
export { dress } from './dress.js';
export { lazyStyles } from './views/lazy.styles.js';
export { takeValue, takeValues } from './views/take-values.js';
export { watchForm } from './views/watch-form.js';

// Each draws what it can: one that throws leaves out its own piece, and the form and the alert stay.
export const wantsAddress = guarded(photoButtons.wantsAddress);
export const describeStoredPhoto = guarded(photoButtons.describeStoredPhoto);
export const renderAside = guarded(notices.renderAside);
export const renderClear = guarded(status.renderClear);
export const renderCounter = guarded(status.renderCounter);
export const renderBelow = fieldNotices.renderBelow;
export const renderFailure = guarded(notices.renderFailure);
export const renderNotice = guarded(notices.renderNotice);
export const renderPhotoButtons = guarded(photoButtons.renderPhotoButtons);
export const renderPresets = guarded(status.renderPresets);
export const renderPreview = guarded(preview.renderPreview);
export const renderProblem = guarded(fieldNotices.renderProblem);
