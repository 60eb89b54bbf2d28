import { html, nothing, type TemplateResult } from 'lit';
import type { EditorView } from './view.js';

/** What the whole form has to say: how it goes, politely, and what went wrong, at once. */
export function renderMessages(view: EditorView): TemplateResult {
  const { lazy, t, editor } = view;
  // Words that cannot be fetched are a lost connection, too.
  const failure =
    lazy === null && editor.state.kind === 'failed'
      ? html`
          <p>${t('offline')}</p>
          <button type="button" @click=${() => editor.retry()}>${t('tryAgain')}</button>
        `
      : lazy?.renderFailure(view);
  return html`
    <div class="messages">
      <div role="status">${lazy?.renderNotice(view) ?? renderProgress(view)}</div>
      <div role="alert" aria-live="assertive">${failure}</div>
    </div>
  `;
}

function renderProgress({ editor, t }: EditorView): unknown {
  const { state, hasValues } = editor;
  if (state.kind === 'connecting' && !hasValues) return t('loading');
  if (state.kind === 'saving') return t('saving');
  const isSaved = state.kind === 'ready' && state.notice === 'saved';
  return isSaved
    ? html`
        <b class="saved" part="notice">${t('saved')}</b>
      `
    : nothing;
}
