import { importAgain } from '../import-again.js';

/** Fetches what the uploaders send with; a page that makes one need not have it yet. */
export const importSender = importAgain(
  () => import('./send-upload.js'),
  (module) => 'sendUpload' in module,
  'photo-dialogs',
);
