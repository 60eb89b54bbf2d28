// What the form can do without for its first moments, in one chunk.
export { PhotoPicker } from './controllers/photo-picker.js';
export { enExtras as texts } from './locales/en-us-extras.js';
export { Localizer } from './locales/localizer.js';
export { lazyStyles } from './views/lazy.styles.js';
export {
  describeProblem,
  renderConflict,
  renderFailure,
  renderNotice,
} from './views/notices-view.js';
export { renderPhotoButtons } from './views/photo-buttons-view.js';
export { renderPreview } from './views/preview-view.js';
export { renderCounter, renderPresets } from './views/status-view.js';
