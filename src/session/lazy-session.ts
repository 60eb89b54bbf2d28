// What a session can do without until its first answer.
export { OtherTabs } from './other-tabs.js';
export { readRejection } from './sdk-errors.js';
