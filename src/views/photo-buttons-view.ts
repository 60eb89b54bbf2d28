import { html, nothing, type TemplateResult } from 'lit';
import type { PhotoPicker } from '../controllers/photo-picker.js';
import type { MessageKey } from '../locales/messages.js';
import { photoAccept } from '../photo/accept.js';
import { describeProblem, renderConflict } from './notices-view.js';
import type { EditorView } from './view.js';

/** What can be done about the photo, below its address. */
export function renderPhotoButtons(view: EditorView, picker: PhotoPicker): TemplateResult {
  const { t, settings } = view;
  // Else they stand beside the address.
  const isHere = settings.noPhotoUrl;
  const problem = picker.problem ?? (isHere ? describeProblem(view, 'avatar') : undefined);
  const { mayUpload, mayTake, mayCropAgain, mayRemove, mayUndo } = picker;
  const button = (isThere: boolean, key: MessageKey, onClick: () => void): unknown =>
    isThere
      ? html`
          <button
            type="button"
            class="small"
            aria-disabled=${picker.isBusy ? 'true' : 'false'}
            @click=${onClick}
          >
            ${t(key)}
          </button>
        `
      : nothing;
  return html`
    ${button(mayUpload, 'changePhoto', () => picker.choose())}
    ${button(mayTake, 'takeNewPhoto', () => picker.take())}
    ${button(mayCropAgain, 'editPhoto', () => picker.cropAgain())}
    ${button(mayRemove || mayUndo, mayUndo ? 'undo' : 'removePhoto', () =>
      mayUndo ? picker.undo() : picker.remove(),
    )}
    ${
      mayUpload
        ? html`
            <input
              type="file"
              hidden
              accept=${photoAccept}
              @change=${(event: Event) => picker.onChosen(event.target as HTMLInputElement)}
            />
            <span class="hint wide">${t('dropPhoto')}</span>
          `
        : nothing
    }
    <span class="error wide" part="error" aria-live="assertive">${problem}</span>
    ${isHere ? renderConflict(view, 'avatar') : nothing}
  `;
}
