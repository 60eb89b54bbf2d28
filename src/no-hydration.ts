import type * as hydration from './hydration.js';

// Stands in for `hydration.ts` in the script-tag build: no page with a script tag was rendered on a server. Each is a
// function of its own, so that the minifier leaves out what never happens.
type Hydration = typeof hydration;

export const startRender: Hydration['startRender'] = () => undefined;
export const isTakingOver: Hydration['isTakingOver'] = () => false;
export const typedBefore: Hydration['typedBefore'] = () => [];
export const hasFailed: Hydration['hasFailed'] = () => false;
export const asServed: Hydration['asServed'] = (template) => template;
