import { importAgain } from '../import-again.js';

/** Fetches what finds every language but the one that is built in. */
export const importLanguages = importAgain(
  () => import('./choose-language.js'),
  (module) => 'chooseLanguage' in module,
  'languages',
);
