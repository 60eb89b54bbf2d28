import { html, type TemplateResult } from 'lit';
import { drawIcon } from '../draw-icon.js';

/** The drawings on the crop dialog's buttons, as paths in 24 by 24 pixels. */
export type Icon =
  'left' | 'right' | 'up' | 'down' | 'plus' | 'minus' | 'turnLeft' | 'turnRight' | 'flip' | 'reset';

const icons: Record<Icon, string> = {
  left: 'M19 12H5m6-6-6 6 6 6',
  right: 'M5 12h14m-6-6 6 6-6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14m-6-6 6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  turnLeft: 'M4 4v5h5M4.5 9a8 8 0 1 1-.4 5',
  turnRight: 'M20 4v5h-5M19.500 9a8 8 0 1 0 .4 5',
  flip: 'M12 3v18M9 7 3 17h6zm6 0 6 10h-6z',
  reset: 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5',
};

/** A button that shows a drawing and is called by its name. */
export function renderIconButton(icon: Icon, name: string, act: () => void): TemplateResult {
  return html`
    <button type="button" class="icon" aria-label=${name} title=${name} @click=${act}>
      ${drawIcon(icons[icon])}
    </button>
  `;
}
