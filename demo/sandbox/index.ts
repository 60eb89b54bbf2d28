export { assumptions } from './assumptions.js';
export { createBackend, type Backend, type BackendOptions } from './backend.js';
export { describeFault, editPhases, faults } from './faults.js';
export { brokenPhotos, photoHost, photoNames, photoUrl } from './photos.js';
export { playgroundWorld } from './playground-world.js';
