import { ProfileError } from '../errors.js';

/** Time limits, in milliseconds. The SDK has none, and some of its promises never settle. */
export const limits = {
  /** One call of the SDK or of the site's token endpoint. */
  request: 15_000,
  /** How long a host's copy that is there may take to be initialised. */
  hostInit: 15_000,
  /** How long an app that may use the same SDK as the editor may take to initialise it, or to log in after that. */
  appStart: 1_000,
  /** How often to look for a host's copy that was not there in time. */
  hostLook: 1_000,
};

/** Settles like `promise`, or rejects with `timeout` after `ms`. The promise itself goes on. */
export async function withDeadline<T>(promise: Promise<T>, ms = limits.request): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProfileError('timeout')), ms);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Looks every 50 ms, or as often as said, whether `condition` holds; false after `ms`, or when the signal aborts. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  ms = limits.request,
  signal?: AbortSignal,
  every = 50,
): Promise<boolean> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() >= end || signal?.aborted) return false;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  return true;
}
