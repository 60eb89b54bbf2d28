// What a session can do without until its first answer. It imports nothing that the entry has but types: see
// views/lazy-views.ts.
export { OtherTabs } from './other-tabs.js';
export { refreshHost } from './refresh-host.js';
export { readRejection } from './sdk-errors.js';
