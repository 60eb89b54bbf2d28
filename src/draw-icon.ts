import { html, type TemplateResult } from 'lit';

/** A drawing in the colour of the text around it; `path` is that of an SVG of 24 by 24 pixels. */
export function drawIcon(path: string): TemplateResult {
  return html`
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
  `;
}
