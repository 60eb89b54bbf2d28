import { html, nothing, type TemplateResult } from 'lit';
import { profileFields } from '../profile.js';
import type { EditorView } from './view.js';

/** How it stands, politely, with what can be done about it, and what went wrong, at once. */
export function renderFoot(
  view: EditorView,
  isShown: boolean,
  onSave: (event: Event) => void,
): TemplateResult {
  const { editing, t, editor, hidden, readonly } = view;
  const isEditable =
    isShown && profileFields.some((field) => !hidden.has(field) && !readonly.has(field));
  // Words that cannot be fetched are a lost connection, too.
  const failure =
    editing === null && editor.state.kind === 'failed'
      ? html`
          <p>${t('offline')}</p>
          <button type="button" @click=${() => editor.retry()}>${t('tryAgain')}</button>
        `
      : editing?.renderFailure(view);
  const progress = renderProgress(view);
  return html`
    <div class=${isEditable ? 'actions foot' : 'actions'} part="actions">
      <div class="say" role="status" aria-atomic="false">
        ${editing?.renderNotice(view, progress) ?? progress}
      </div>
      ${isEditable ? renderButtons(view, onSave) : nothing}
      <div class="alert" role="alert" aria-live="assertive">${failure}</div>
    </div>
  `;
}

/** As a template it is put in the place of whatever a browser that translates has made of the text before. */
const renderSaving = ({ t }: EditorView): TemplateResult => html`
  ${t('saving')}
`;

function renderProgress(view: EditorView): unknown {
  const { editing, editor, t, isSlow } = view;
  const { state } = editor;
  if (isSlow && state.kind === 'connecting') return t('loading');
  const isSaved = state.kind === 'ready' && state.notice === 'saved';
  return isSaved && editing === null ? t('saved') : nothing;
}

function renderButtons(view: EditorView, onSave: (event: Event) => void): TemplateResult {
  const { editor, t } = view;
  const { state, hasUnsavedChanges } = editor;
  const isSaving = state.kind === 'saving';
  return html`
    ${view.lazy?.renderAside(view)}
    <button
      class="save"
      part="save"
      data-label=${t('save')}
      aria-disabled=${!hasUnsavedChanges || isSaving ? 'true' : 'false'}
      aria-describedby=${hasUnsavedChanges || isSaving ? nothing : 'unchanged'}
      @click=${onSave}
    >
      ${isSaving ? renderSaving(view) : t('save')}
    </button>
  `;
}
