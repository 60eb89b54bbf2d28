// What the form needs from the first edit on, or once something fails, in one chunk: words for how it stands, and for what is
// wrong.
import type { LitElement } from 'lit';
import * as fieldNotices from './views/field-notices-view.js';
import type { EditingView, kit as Kit } from './views/kit.js';
import * as notices from './views/notices-view.js';
import { renewDescriptions } from './views/renew-descriptions.js';
import { speakLate } from './views/speak-late.js';
import type { EditingViews, EditorView } from './views/view.js';

export { enEditing as texts } from './locales/en-us-editing.js';
export { editingStyles } from './views/editing.styles.js';

/** Has what they show heard by those who do not see it. */
export function follow(host: LitElement): void {
  renewDescriptions(host);
  speakLate(host);
}

/** Makes them, with what they draw with. */
export function createEditing(kit: typeof Kit): EditingViews {
  const drawn = <Rest extends readonly unknown[], Result>(
    draw: (view: EditingView, ...rest: Rest) => Result,
  ) => kit.guarded((view: EditorView, ...rest: Rest) => draw({ ...view, kit }, ...rest));
  return {
    renderAsideButton: drawn(notices.renderAsideButton),
    renderBelow: drawn(fieldNotices.renderBelow),
    renderConflict: drawn(fieldNotices.renderConflict),
    renderFailure: drawn(notices.renderFailure),
    renderNews: drawn(notices.renderNews),
    renderNotice: drawn(notices.renderNotice),
    renderProblem: drawn(fieldNotices.renderProblem),
    renderStoredPhoto: drawn(fieldNotices.renderStoredPhoto),
  };
}
