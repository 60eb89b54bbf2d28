import { css } from 'lit';
import { photoMenuStyles } from './photo-menu.styles.js';
import { previewStyles } from './preview.styles.js';

/** What only some pages show: uploads, the preview. */
export const optionalStyles = css`
  ${photoMenuStyles} ${previewStyles}
`;
