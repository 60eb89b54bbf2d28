import { html, nothing, type TemplateResult } from 'lit';
import { profileFields, type ProfileField } from '../profile.js';
import { renderName, renderStatusMessage } from './field-view.js';
import { renderFoot } from './foot-view.js';
import { renderHead } from './head-view.js';
import type { EditorView } from './view.js';

const renderers: Readonly<Record<ProfileField, (view: EditorView) => TemplateResult>> = {
  avatar: renderHead,
  name: renderName,
  statusMessage: renderStatusMessage,
};

/** The whole form. Until there are values its fields stand there empty, so that nothing moves when they come. */
export function renderForm(view: EditorView): TemplateResult {
  const { t, editor } = view;
  const { hasValues } = editor;
  const isShown = hasValues || editor.state.kind !== 'failed';
  const onSave = (event: Event): void => {
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
      @submit=${onSave}
    >
      ${isShown ? renderFields(view) : nothing} ${renderFoot(view, isShown, onSave)}
      ${view.optional?.renderDropTarget(view)}
    </form>
    <slot name="footer"></slot>
  `;
}

function renderFields(view: EditorView): TemplateResult {
  const { hidden, settings, optional } = view;
  return html`
    <slot name="before-fields"></slot>
    ${profileFields.map((field) => (hidden.has(field) ? nothing : renderers[field](view)))}
    ${
      settings.preview
        ? html`
            <div class="preview" part="preview">${optional?.renderPreview(view)}</div>
          `
        : nothing
    }
    <slot name="after-fields"></slot>
  `;
}
