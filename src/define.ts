import './register.js';

export * from './index.js';
