/** How long a picture may take to load, in milliseconds. */
const loadLimit = 15_000;

/** Whether the browser can load `url` as an image. */
export function loadsAsImage(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    // An empty address ends the loading, and reports an error.
    const timer = setTimeout(() => (image.src = ''), loadLimit);
    const settle = (isImage: boolean): void => {
      clearTimeout(timer);
      resolve(isImage);
    };
    image.referrerPolicy = 'no-referrer';
    image.onload = () => settle(true);
    image.onerror = () => settle(false);
    image.src = url;
  });
}
