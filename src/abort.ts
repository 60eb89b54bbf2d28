/**
 * Waits for a promise, and then looks whether what it was for is still wanted. The one way in which the editor waits for
 * anybody else: after each wait the page, the user or the settings may be others.
 *
 * @throws the signal's reason as soon as it aborts, also where the promise never settles
 */
export async function unlessAborted<T>(signal: AbortSignal, promise: PromiseLike<T>): Promise<T> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  try {
    const value = await Promise.race([aborted, promise]);
    signal.throwIfAborted();
    return value;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
