// All that is fetched when a picture is picked.
export { useLit } from './lit.js';
export { PhotoDesk } from './photo-desk.js';
