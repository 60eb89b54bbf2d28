/** How long a photo may take to load, in milliseconds. */
const loadLimit = 15_000;

export type LoadsAsImage = (url: string, signal?: AbortSignal) => Promise<boolean>;

/** Whether the browser can load `url` as an image; false where it takes too long, or the signal aborts. */
export const loadsAsImage: LoadsAsImage = (url, signal) =>
  new Promise((resolve) => {
    const image = new Image();
    const settle = (isImage: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      image.onload = image.onerror = null;
      // Ends the loading of a photo that nobody waits for any more.
      if (!isImage) image.src = '';
      resolve(isImage);
    };
    const stop = (): void => settle(false);
    const timer = setTimeout(stop, loadLimit);
    image.referrerPolicy = 'no-referrer';
    image.onload = () => settle(true);
    image.onerror = stop;
    signal?.addEventListener('abort', stop);
    image.src = url;
  });
