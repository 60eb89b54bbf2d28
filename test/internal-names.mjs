/**
 * Names of properties that only the editor's own code reads: the script-tag build, which exports nothing, shortens them
 * ("property mangling"). `npm run test:package` refuses a name that the contract, the DOM, Lit or the SDK has as well.
 */
export const NAMES = [
  'hasValues',
  'conflicts',
  'problems',
  'touch',
  'untouch',
  'editor',
  'extras',
  'isOnline',
  'canRenew',
  'trust',
  'isConfigured',
  'isDirty',
  'prefill',
  'expectedUid',
  'onHostLogin',
  'storedUser',
  'followedUid',
  'checkPhoto',
  'setConfig',
  'loadsAsImage',
  'isStale',
  'maySend',
  'allowHttp',
  'forgetPhoto',
  'isShared',
  'renew',
  'onLeave',
  'onEdit',
  'onSave',
  'onPhotoError',
  'pendingPhoto',
  'cancelSave',
  'picker',
  'loggedOut',
  'repair',
  'announce',
  'resolveConflict',
  'attachPhoto',
  'describeProblem',
  'renderConflict',
  'renderCounter',
  'renderFailure',
  'renderNotice',
  'renderPresets',
  'renderPreview',
  'readRejection',
  'refreshHost',
  'Elsewhere',
  'Localizer',
  'PhotoPicker',
];

/** Not the letters that Lit's properties are called by where our names are read, nor those of a picture's points. */
const LETTERS = [...'tesinroacdgfbzqmASEDHUPMILNRVBFGKJQWXYZ'];

/** For esbuild's `mangleProps`, with a fixed `mangleCache`: the same short names in every chunk and every build. */
export const mangling = () => ({
  mangleProps: new RegExp(`^(?:${NAMES.join('|')})$`),
  mangleCache: Object.fromEntries(
    NAMES.map((name, index) => [name, LETTERS[index] ?? `a${LETTERS[index - LETTERS.length]}`]),
  ),
});
