import { html, type TemplateResult } from 'lit';
import type { EditingView } from './kit.js';

type Action = readonly [text: string, onClick: (event: Event) => void];

/** A box with a drawing, a text and what can be done about it. */
export function renderBox(
  { kit }: EditingView,
  text: string,
  actions: readonly Action[],
  kind = '',
): TemplateResult {
  const { freshText, icons } = kit;
  return html`
    <div class=${`notice ${kind}`} part="notice" role="group">
      ${icons.alert}
      <p>${freshText(text)}</p>
      <div class="buttons">
        ${actions.map(
          ([label, onClick]) => html`
            <button type="button" class="small" @click=${onClick}>${freshText(label)}</button>
          `,
        )}
      </div>
    </div>
  `;
}
