import { html, type TemplateResult } from 'lit';
import type { EditorView } from './view.js';

/** The place of the button beside "Save", and what is told of fields. */
export function renderAside(view: EditorView): TemplateResult {
  const { editing, editor, t } = view;
  // A description that comes to the button that was just pressed would be spoken over "Profile saved".
  const unchanged = editor.canUndo ? '' : t('noChanges');
  return html`
    ${editing?.renderNews(view)}
    <div class="aside">
      <span class="ghost" aria-hidden="true">${t('discard')}</span>
      <span id="unchanged" hidden>${unchanged}</span>
      ${editing?.renderAsideButton(view)}
    </div>
  `;
}
