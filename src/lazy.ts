// What the form can do without for its first moments, in one chunk.
import { guarded } from './views/guard.js';
import * as fieldNotices from './views/field-notices-view.js';
import * as notices from './views/notices-view.js';
import * as photoButtons from './views/photo-buttons-view.js';
import * as status from './views/status-view.js';

export { FormParts } from './controllers/form-parts.js';
export { format } from './locales/format.js';
export { lazyStyles } from './views/lazy.styles.js';
export { takeValue, takeValues } from './views/take-values.js';

// Each draws what it can: one that throws leaves out its own piece, and the form and the alert stay.
export const renderStoredPhoto = guarded(photoButtons.renderStoredPhoto);
export const renderAside = guarded(notices.renderAside);
export const renderClear = guarded(status.renderClear);
export const renderCounter = guarded(status.renderCounter);
export const renderBelow = fieldNotices.renderBelow;
export const renderFailure = guarded(notices.renderFailure);
export const renderNotice = guarded(notices.renderNotice);
export const renderPhotoButtons = guarded(photoButtons.renderPhotoButtons);
export const renderPresets = guarded(status.renderPresets);
export const renderProblem = guarded(fieldNotices.renderProblem);
