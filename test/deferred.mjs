/** A promise with the functions that settle it; `Promise.withResolvers` is not in Node.js 20. */
export function createDeferred() {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
}
