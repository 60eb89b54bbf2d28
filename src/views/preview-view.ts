import { html, type TemplateResult } from 'lit';
import { renderAvatar } from './head-view.js';
import type { EditorView } from './view.js';

/** The draft as others will meet it: a row in the list of conversations, and a message. */
export function renderPreview(view: EditorView): TemplateResult {
  const { t, editor } = view;
  const avatar = renderAvatar(view);
  const { draft } = editor;
  // Nobody sees more of a line.
  const name = draft.name.slice(0, 500);
  const statusMessage = draft.statusMessage.slice(0, 500);
  return html`
    <figure aria-label=${t('preview')}>
      <figcaption class="hint">${t('preview')}</figcaption>
      <div class="row">
        <span aria-hidden="true">${avatar}</span>
        <div class="lines">
          <b dir="auto" translate="no">${name}</b>
          <span class="hint" dir="auto" translate="no">${statusMessage}</span>
        </div>
      </div>
      <div class="row message">
        <span aria-hidden="true">${avatar}</span>
        <div class="lines bubble">
          <b class="hint" dir="auto" translate="no">${name}</b>
          <span>${t('previewMessage')}</span>
        </div>
      </div>
      <span class="hint">${t('previewNote')}</span>
    </figure>
  `;
}
