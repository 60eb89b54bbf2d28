import { html, nothing, type TemplateResult } from 'lit';
import { profileFields, type ProfileField } from '../profile.js';
import { renderName, renderStatusMessage } from './field-view.js';
import { renderMessages } from './messages-view.js';
import { renderPhoto } from './photo-view.js';
import type { EditorView } from './view.js';

const renderers: Readonly<Record<ProfileField, (view: EditorView) => TemplateResult>> = {
  avatar: renderPhoto,
  name: renderName,
  statusMessage: renderStatusMessage,
};

/** The whole form. Until there are values its fields stand there empty, so that nothing moves when they come. */
export function renderForm(view: EditorView): TemplateResult {
  const { t, editor } = view;
  const { hasValues } = editor;
  const isShown = hasValues || editor.state.kind !== 'failed';
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    view.onSave();
  };
  return html`
    <slot name="heading"></slot>
    <form
      part="form"
      class=${hasValues ? '' : 'loading'}
      aria-label=${t('form')}
      lang=${view.language}
      dir=${view.dir ?? nothing}
      novalidate
      tabindex="-1"
      @submit=${onSubmit}
    >
      ${isShown ? renderFields(view) : nothing} ${renderMessages(view)}
      ${isShown ? renderActions(view) : nothing}
    </form>
    <slot name="footer"></slot>
  `;
}

function renderFields(view: EditorView): TemplateResult {
  const { hidden, settings, lazy } = view;
  return html`
    <slot name="before-fields"></slot>
    ${profileFields.map((field) => (hidden.has(field) ? nothing : renderers[field](view)))}
    ${
      settings.preview
        ? html`
            <div class="preview" part="preview">${lazy?.renderPreview(view)}</div>
          `
        : nothing
    }
    <slot name="after-fields"></slot>
  `;
}

function renderActions({ editor, t }: EditorView): TemplateResult {
  const { state, hasUnsavedChanges } = editor;
  const isSaving = state.kind === 'saving';
  const isSent = isSaving && !state.wait;
  return html`
    <div class="actions" part="actions">
      <button
        type="button"
        part="discard"
        aria-disabled=${!hasUnsavedChanges || isSent ? 'true' : 'false'}
        @click=${() => editor.reset()}
      >
        ${t('discard')}
      </button>
      <button
        class="save"
        part="save"
        data-label=${t('save')}
        aria-disabled=${!hasUnsavedChanges || isSaving ? 'true' : 'false'}
      >
        ${isSaving ? t('saving') : t('save')}
      </button>
    </div>
  `;
}
