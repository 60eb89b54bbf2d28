// What a session can do without until its first answer. It imports nothing that the entry has but types: see
// views/extras.ts.
export { Elsewhere } from './elsewhere.js';
export { refreshHost } from './refresh-host.js';
export { readRejection } from './sdk-errors.js';
