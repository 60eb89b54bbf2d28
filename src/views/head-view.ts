import { html, nothing, type TemplateResult } from 'lit';
import { takesUploads } from '../photo/takes-uploads.js';
import { getInitials } from '../rules.js';
import { describeField } from './field-view.js';
import type { EditorView } from './view.js';

/** How much of a text is shown in one line, in code units: nobody sees more of it. */
const longestLine = 500;

/** The person as others will see them, live, and what can be done about the photo. */
export function renderHead(view: EditorView): TemplateResult {
  const { t, editor, hidden, lazy, remover, settings, optional } = view;
  const { hasValues, draft } = editor;
  const hasUploads = takesUploads(settings);
  // Where photos can be uploaded, only once somebody wants it.
  const hasAddress = !settings.noPhotoUrl && (!hasUploads || optional?.wantsAddress(view));
  const line = (text: string, stand: 'yourName' | 'noStatus'): string =>
    text.slice(0, longestLine).trim() || (hasValues ? t(stand) : '');
  return html`
    <div class="head" role="group" aria-label=${t('photo')}>
      <div class="photo">${renderAvatar(view)} ${optional?.renderCameraButton()}</div>
      <div class=${hasUploads ? 'who' : 'who beside'}>
        <div class="lines" aria-hidden="true" translate="no">
          <b dir="auto" ?hidden=${hidden.has('name')}>${line(draft.name, 'yourName')}</b>
          <span class="hint" dir="auto" ?hidden=${hidden.has('statusMessage')}>
            ${line(draft.statusMessage, 'noStatus')}
          </span>
        </div>
        <div class="buttons">
          ${remover && lazy?.renderPhotoButtons(view, remover, Boolean(hasAddress))}
        </div>
      </div>
      ${hasAddress ? renderAddress(view) : nothing}
    </div>
  `;
}

/** The photo's address. */
function renderAddress(view: EditorView): TemplateResult {
  const { t, editing } = view;
  const field = describeField(view, 'avatar');
  return html`
    <div class="field address" part="field">
      <label for="avatar" part="label">${t('photoUrl')}</label>
      <span id="avatar-hint" class="hint" part="hint">
        ${editing?.renderStoredPhoto(view) ?? t('photoUrlHint')}
      </span>
      <input
        id="avatar"
        part="input"
        type="url"
        dir="ltr"
        autocomplete="off"
        aria-describedby="avatar-error avatar-hint"
        aria-invalid=${field.isInvalid}
        ?disabled=${field.isDisabled}
        ?readonly=${field.isReadonly}
        .value=${field.value}
        .drawn=${field.value}
        @input=${field.onInput}
        @change=${field.onChange}
      />
      <span class="error" part="error">${field.problem}</span>
      ${field.below}
    </div>
  `;
}

/** The photo, or the initials in its place. */
export function renderAvatar({ photo, editor, onPhotoError, t }: EditorView): TemplateResult {
  const { name } = editor.draft;
  const label = name.trim() || t('photo');
  return photo === undefined
    ? html`
        <div class="avatar" part="avatar" role="img" translate="no" aria-label=${label}>
          ${getInitials(name)}
        </div>
      `
    : html`
        <img
          class="avatar"
          part="avatar"
          alt=${label}
          referrerpolicy="no-referrer"
          src=${photo}
          @error=${onPhotoError}
        />
      `;
}
