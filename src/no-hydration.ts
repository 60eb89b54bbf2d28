import type * as hydration from './hydration.js';

/** Stands in for `hydration.ts` in the script-tag build: no page with a script tag was rendered on a server. */
const none: typeof hydration = {
  startRender: () => undefined,
  isTakingOver: () => false,
  typedBefore: () => [],
  hasFailed: () => false,
  asServed: (template) => template,
};

export const { startRender, isTakingOver, typedBefore, hasFailed, asServed } = none;
