// What the form can do without for its first moments, in one chunk.
export { Localizer } from '../locales/localizer.js';
export { lazyStyles } from './lazy.styles.js';
export { PhotoPicker } from './photo-picker.js';
export { renderPreview } from './preview-view.js';
export { renderCounter, renderPresets } from './status-view.js';
export {
  describeProblem,
  renderConflict,
  renderFailure,
  renderNotice,
  texts,
} from './notices-view.js';
