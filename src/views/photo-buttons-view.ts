import { html, nothing, type TemplateResult } from 'lit';
import type { PhotoPicker } from '../controllers/photo-picker.js';
import { describeProblem, renderConflict, renderWithAlert } from './field-notices-view.js';
import { checkPhotoUrl, cleanPhotoUrl } from '../rules.js';
import type { EditorView } from './view.js';

/** What can be done about the photo, beside it; also what is wrong with it, where its address is not shown to say so. */
export function renderPhotoButtons(
  view: EditorView,
  picker: PhotoPicker,
  hasAddress: boolean,
): TemplateResult {
  const { t, tools } = view;
  const problem = picker.problem ?? (hasAddress ? undefined : describeProblem(view, 'avatar'));
  const said = problem && renderWithAlert(problem);
  const { mayRemove, mayUndo } = picker;
  // The menu comes first: what stands beside it would move.
  const isEarly = picker.mayUpload && tools === undefined;
  return html`
    ${tools?.renderMenu(view)}
    ${
      (mayRemove || mayUndo) && !isEarly
        ? html`
            <button
              type="button"
              class=${mayUndo ? 'link' : 'link remove'}
              aria-disabled=${picker.isBusy ? 'true' : 'false'}
              @click=${() => (mayUndo ? picker.undo() : picker.remove())}
            >
              ${t(mayUndo ? 'undo' : 'removePhoto')}
            </button>
          `
        : nothing
    }
    <span class="error wide" part="error" aria-live="assertive">${said}</span>
    ${hasAddress ? nothing : renderConflict(view, 'avatar')}
  `;
}

/** Why the stored photo is not shown here, although others may see it; undefined where it is, or is being edited. */
export function describeStoredPhoto({ photo, editor, t }: EditorView): string | undefined {
  const { avatar } = editor.draft;
  if (!avatar || photo !== undefined || editor.changes.avatar !== undefined) return undefined;
  const problem = checkPhotoUrl(cleanPhotoUrl(avatar), () => false);
  return `${t('photoNotImage')} ${problem ? t(problem.code) : ''}`;
}

/** Whether the field for the photo's address is there although photos can be uploaded. */
export function wantsAddress(view: EditorView): boolean {
  const { editor, picker } = view;
  if (picker?.isAddressOpen || describeStoredPhoto(view)) return true;
  const { avatar } = editor.changes;
  return Boolean(avatar) && !editor.photo && avatar !== editor.storedPhoto?.url;
}
