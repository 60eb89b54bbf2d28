import { html, nothing, type TemplateResult } from 'lit';
import { checkPhotoUrl, cleanPhotoUrl, getInitials } from '../rules.js';
import { describeField } from './field-view.js';
import type { EditorView } from './view.js';

type AvatarView = Pick<EditorView, 'photo' | 'editor' | 'onPhotoError' | 't'>;

/** The photo with what can be done about it. */
export function renderPhoto(view: EditorView): TemplateResult {
  const { t, settings } = view;
  return html`
    <div class="photo" role="group" aria-label=${t('photo')}>
      ${view.avatar}
      <div class="field">
        ${settings.noPhotoUrl ? nothing : renderAddress(view)}
        <div
          class=${settings.avatarUploadUrl || settings.uploadAvatar ? 'buttons many' : 'buttons'}
        >
          ${view.picker && view.lazy?.renderPhotoButtons(view, view.picker)}
        </div>
      </div>
    </div>
  `;
}

/** The photo's address. */
function renderAddress(view: EditorView): TemplateResult {
  const { t } = view;
  const field = describeField(view, 'avatar');
  return html`
    <div class="field" part="field">
      <label for="avatar" part="label">${t('photoUrl')}</label>
      <input
        id="avatar"
        part="input"
        type="url"
        dir="ltr"
        autocomplete="off"
        aria-describedby="avatar-error avatar-conflict avatar-hint"
        aria-invalid=${field.isInvalid}
        ?disabled=${field.isDisabled}
        ?readonly=${field.isReadonly}
        .value=${field.value}
        .drawn=${field.value}
        @input=${field.onInput}
        @change=${field.onChange}
      />
      <span id="avatar-hint" class="hint" part="hint">
        ${describeStored(view) ?? t('photoUrlHint')}
      </span>
      <span id="avatar-error" class="error" part="error">${field.problem}</span>
      ${field.conflict}
    </div>
  `;
}

/** Why the stored photo is not shown here, although others may see it; undefined where it is, or is being edited. */
function describeStored({ photo, editor, t }: EditorView): string | undefined {
  const { avatar } = editor.draft;
  if (!avatar || photo !== undefined || editor.changes.avatar !== undefined) return undefined;
  const problem = checkPhotoUrl(cleanPhotoUrl(avatar), () => false);
  return `${t('photoNotImage')} ${problem ? t(problem.code) : ''}`;
}

/** The photo, or the initials in its place. */
export function renderAvatar({ photo, editor, onPhotoError, t }: AvatarView): TemplateResult {
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
