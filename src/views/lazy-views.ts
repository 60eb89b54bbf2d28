// What the form can do without for its first moments, in one chunk. It imports nothing that the entry has but types: that
// would tie the chunk to the entry's address, and an entry that a page loads as `…?v=2` would be evaluated twice.
export { Localizer } from '../locales/localizer.js';
export { fillStyles } from './lazy.styles.js';
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
