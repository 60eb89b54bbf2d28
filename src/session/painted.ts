/** How long to wait for a browser that paints nothing, as in a tab in the background, in milliseconds. */
const patience = 200;

/** Settles once the browser has painted what is drawn by now and has a moment to spare. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    requestAnimationFrame(() => {
      // Safari has no other way than a task of its own.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
      else setTimeout(resolve);
    });
  });
}
