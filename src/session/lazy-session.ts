// What a session can do without until its first answer.
export { watchForHost } from './host-watch.js';
export { OtherTabs } from './other-tabs.js';
export { refreshHost } from './refresh-host.js';
export { readRejection } from './sdk-errors.js';
