import type { Dropped } from './dropped.js';

/**
 * For `<input type="file" accept>`. HEIC is left out on purpose: iOS then converts a photo to JPEG by itself.
 */
export const photoAccept = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** The first picture of a drop or a paste, else its first file, which then gets its words about not being a picture. */
export function pictureIn(files: ArrayLike<File>): File | undefined {
  const all = Array.from(files);
  return all.find(({ type }) => type.startsWith('image/')) ?? all[0];
}

/** The address of a picture, or of a link, that was dropped; empty where none was. */
export function addressIn({ html, addresses }: Dropped): string {
  // A picture in a link has the link's address in its list. A parser would need a policy for Trusted Types.
  const source = /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(html);
  const picture = (source?.[1] ?? source?.[2])?.replaceAll('&amp;', '&');
  const lines = addresses.split(/[\r\n]+/);
  return picture || (lines.find((line) => line && !line.startsWith('#')) ?? '');
}

/** Whether a camera may be there to ask for; without HTTPS, or where a policy forbids it, there is none. */
export function mayHaveCamera(): boolean {
  return !!globalThis.navigator?.mediaDevices?.getUserMedia;
}
