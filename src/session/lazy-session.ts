// What a session can do without until its first answer.
export { OtherTabs } from './other-tabs.js';
export { refreshHost } from './refresh-host.js';
export { readRejection } from './sdk-errors.js';
