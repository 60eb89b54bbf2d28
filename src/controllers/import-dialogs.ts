import { ProfileError } from '../errors.js';
import { importAgain } from '../import-again.js';
import type { PhotoDialogs } from '../photo/photo-dialogs.js';

const importFile = importAgain(
  () => import('../photo/photo-dialogs.js'),
  (module) => 'PhotoDialogs' in module,
  'photo-dialogs',
);

/**
 * Fetches the photo dialogs.
 *
 * @throws ProfileError `sdk-unavailable` where they cannot be fetched
 */
export async function importDialogs(): Promise<PhotoDialogs> {
  try {
    const { PhotoDialogs: Dialogs } = await importFile();
    return new Dialogs();
  } catch (cause) {
    throw new ProfileError('sdk-unavailable', { cause });
  }
}
