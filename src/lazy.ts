// What the form can do without for its first moments, in one chunk.
import * as aside from './views/aside-view.js';
import { guarded } from './views/guard.js';
import * as photoButtons from './views/photo-buttons-view.js';
import * as status from './views/status-view.js';

export { FormParts } from './controllers/form-parts.js';
export { format } from './locales/format.js';
export { lazyStyles } from './views/lazy.styles.js';
export { takeValue, takeValues } from './views/take-values.js';

// Each draws what it can: one that throws leaves out its own piece, and the form and the alert stay.
export const renderAside = guarded(aside.renderAside);
export const renderClear = guarded(status.renderClear);
export const renderCounter = guarded(status.renderCounter);
export const renderPhotoButtons = guarded(photoButtons.renderPhotoButtons);
export const renderPresets = guarded(status.renderPresets);
