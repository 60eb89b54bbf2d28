// What a save works with, in one chunk: with the first edit all of it is there, whatever becomes of the network.
export { SaveQueue } from '../session/save-queue.js';
export { readRejection } from '../session/sdk-errors.js';
export { ChangeSender } from './change-sender.js';
