import { ProfileError } from '../errors.js';
import { importAgain } from '../import-again.js';
import type { PhotoDialogs } from '../photo/photo-dialogs.js';

type Module = typeof import('../photo/photo-dialogs.js');

const importFile = importAgain<object, PhotoDialogs>(
  () => import('../photo/photo-dialogs.js'),
  (file) => {
    // By its address comes the whole file, in which the script-tag build has several modules, each under a letter.
    const modules = [file, ...Object.values(file)] as Partial<Module>[];
    const { PhotoDialogs: Dialogs } = modules.find((each) => each.PhotoDialogs) as Module;
    return new Dialogs();
  },
  'photo-dialogs',
);

/**
 * Fetches the photo dialogs.
 *
 * @throws ProfileError `sdk-unavailable` where they cannot be fetched
 */
export async function importDialogs(): Promise<PhotoDialogs> {
  try {
    return await importFile();
  } catch (cause) {
    throw new ProfileError('sdk-unavailable', { cause });
  }
}
