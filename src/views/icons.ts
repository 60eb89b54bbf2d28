import { html, type TemplateResult } from 'lit';

const draw = (path: string): TemplateResult => html`
  <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
`;

/** Drawings of 24 by 24 pixels, in the colour of the text around them. */
export const icons = {
  alert: draw('M12 7v6m0 3.800v.1M21.500 12a9.500 9.500 0 1 1-19 0 9.500 9.500 0 0 1 19 0z'),
  camera: draw('M4 8h3l2-3h6l2 3h3v11H4zm11.500 5a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0z'),
  cross: draw('m6 6 12 12M18 6 6 18'),
  tick: draw('m5 12.500 4.500 4.500L19 7.500'),
} as const;
