import { html, type TemplateResult } from 'lit';
import { freshText } from '../fresh-text.js';
import { icons } from './icons.js';

/** A text that tells what is wrong, with a drawing. */
export function renderWithAlert(text: string): TemplateResult {
  return html`
    ${icons.alert}
    <span>${freshText(text)}</span>
  `;
}
