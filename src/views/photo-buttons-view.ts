import { html, nothing, type TemplateResult } from 'lit';
import type { PhotoRemover } from '../controllers/photo-remover.js';
import { freshText } from '../fresh-text.js';
import { takesUploads } from '../photo/takes-uploads.js';
import { renderWithAlert } from './with-alert.js';
import type { EditorView } from './view.js';

/** What can be done about the photo, beside it; also what is wrong with it, where its address is not shown to say so. */
export function renderPhotoButtons(
  view: EditorView,
  remover: PhotoRemover,
  hasAddress: boolean,
): TemplateResult {
  const { t, editing, optional, settings } = view;
  const picker = optional?.picker;
  const unsaid = hasAddress ? undefined : editing?.renderProblem(view, 'avatar');
  const said = picker?.problem ? renderWithAlert(picker.problem) : unsaid;
  const { isReady, mayRemove, mayUndo } = remover;
  // The menu comes first: what stands beside it would move.
  const isEarly = isReady && takesUploads(settings) && optional === undefined;
  return html`
    ${optional?.renderMenu(view)}
    ${
      (mayRemove || mayUndo) && !isEarly
        ? html`
            <button
              type="button"
              class=${mayUndo ? 'link' : 'link remove'}
              aria-disabled=${picker?.isBusy ? 'true' : 'false'}
              @click=${() => (mayUndo ? remover.undo() : remover.remove())}
            >
              ${freshText(t(mayUndo ? 'undo' : 'removePhoto'))}
            </button>
          `
        : nothing
    }
    <span class="error wide" part="error" aria-live="assertive">${said}</span>
    ${hasAddress ? nothing : editing?.renderConflict(view, 'avatar')}
  `;
}
