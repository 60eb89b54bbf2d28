// What only a page with an SDK of its own needs, in one chunk.
export { HostFinder } from './host-finder.js';
export { watchForHost } from './host-watch.js';
export { refreshHost } from './refresh-host.js';
