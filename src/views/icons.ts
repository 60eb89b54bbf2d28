import { drawIcon } from '../draw-icon.js';

/** The drawings of the form. */
export const icons = {
  alert: drawIcon('M12 7v6m0 3.800v.1M21.500 12a9.500 9.500 0 1 1-19 0 9.500 9.500 0 0 1 19 0z'),
  camera: drawIcon(
    'M4 8h3l2-3h6l2 3h3v11H4zm11.500 5a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0z',
  ),
  cross: drawIcon('m6 6 12 12M18 6 6 18'),
  tick: drawIcon('m5 12.500 4.500 4.500L19 7.500'),
} as const;
