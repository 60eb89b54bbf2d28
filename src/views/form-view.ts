import { html, nothing, type TemplateResult } from 'lit';
import { profileFields, type ProfileField } from '../profile.js';
import { isComposing, renderName, renderStatusMessage } from './field-view.js';
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
      @keydown=${keepTyping}
      @keypress=${keepTyping}
      @keyup=${keepTyping}
    >
      ${isShown ? renderFields(view) : nothing} ${renderMessages(view)}
      ${isShown ? renderActions(view, onSave) : nothing}
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

/** Keeps what is typed into a field from the page's own keys: to its listeners the target is no field. */
function keepTyping(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, currentTarget } = event;
  const target = event.target as Element;
  // A field in a slot is the page's.
  const isOurs = target.getRootNode() === (currentTarget as Element).getRootNode();
  if (!isOurs || !target.matches('input, textarea')) return;
  const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  const isTyped = [...key].length === 1 && !isCommand;
  if (isTyped || isComposing(event)) event.stopPropagation();
}

function renderActions(view: EditorView, onSave: (event: Event) => void): TemplateResult {
  const { editor, t } = view;
  const { state, hasUnsavedChanges } = editor;
  const isSaving = state.kind === 'saving';
  const isSent = isSaving && !state.wait;
  // The second click of a double one was meant for "Undo", which stood there.
  const onDiscard = ({ detail }: MouseEvent): unknown => detail < 2 && editor.reset();
  return html`
    <div class="actions" part="actions">
      ${
        view.lazy?.renderUndo(view) ??
        html`
          <button
            type="button"
            part="discard"
            aria-disabled=${!hasUnsavedChanges || isSent ? 'true' : 'false'}
            @click=${onDiscard}
          >
            ${t('discard')}
          </button>
        `
      }
      <button
        class="save"
        part="save"
        data-label=${t('save')}
        aria-disabled=${!hasUnsavedChanges || isSaving ? 'true' : 'false'}
        @click=${onSave}
      >
        ${isSaving ? t('saving') : t('save')}
      </button>
    </div>
  `;
}
