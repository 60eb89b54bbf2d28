import { html, nothing, type TemplateResult } from 'lit';
import type { PhotoRemover } from '../controllers/photo-remover.js';
import { freshText } from '../fresh-text.js';
import { takesUploads } from '../photo/takes-uploads.js';
import { describeProblem, renderConflict, renderWithAlert } from './field-notices-view.js';
import { checkPhotoUrl, cleanPhotoUrl } from '../rules.js';
import type { EditorView } from './view.js';

/** What can be done about the photo, beside it; also what is wrong with it, where its address is not shown to say so. */
export function renderPhotoButtons(
  view: EditorView,
  remover: PhotoRemover,
  hasAddress: boolean,
): TemplateResult {
  const { t, optional, settings } = view;
  const picker = optional?.picker;
  const problem = picker?.problem ?? (hasAddress ? undefined : describeProblem(view, 'avatar'));
  const said = problem && renderWithAlert(problem);
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
    ${hasAddress ? nothing : renderConflict(view, 'avatar')}
  `;
}

/** Why the stored photo is not shown here, although others may see it; undefined where it is, or is being edited. */
export function renderStoredPhoto(view: EditorView): TemplateResult | undefined {
  const text = describeStoredPhoto(view);
  return text === undefined
    ? undefined
    : html`
        ${freshText(text)}
      `;
}

function describeStoredPhoto({ photo, editor, t }: EditorView): string | undefined {
  const { avatar } = editor.draft;
  if (!avatar || photo !== undefined || editor.changes.avatar !== undefined) return undefined;
  const problem = checkPhotoUrl(cleanPhotoUrl(avatar), () => false);
  return `${t('photoNotImage')} ${problem ? t(problem.code) : ''}`;
}
