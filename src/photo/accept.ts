/**
 * For `<input type="file" accept>`. HEIC is left out on purpose: iOS then converts a photo to JPEG by itself.
 */
export const photoAccept = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** Whether something dragged over the page holds a file, so that it may be dropped; its content is not known yet. */
export function hasFile(data: DataTransfer | null): boolean {
  return !!data?.types.includes('Files');
}

/** The first picture of a drop or a paste, else its first file, which then gets its words about not being a picture. */
export function fileFrom(data: DataTransfer | null): File | undefined {
  const files = Array.from(data?.files ?? []);
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0];
}

/** Whether something dragged over the page is a link or a picture of another page; its address is not known yet. */
export function hasAddress(data: DataTransfer | null): boolean {
  return !!data?.types.includes('text/uri-list');
}

/** The address of a picture, or of a link, that was dropped; empty where none was. */
export function addressFrom(data: DataTransfer | null): string {
  // A picture in a link has the link's address in its list. A parser would need a policy for Trusted Types.
  const source = /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(
    data?.getData('text/html') ?? '',
  );
  const picture = (source?.[1] ?? source?.[2])?.replaceAll('&amp;', '&');
  if (picture) return picture;
  const lines = data?.getData('text/uri-list').split(/[\r\n]+/) ?? [];
  return lines.find((line) => line && !line.startsWith('#')) ?? '';
}

/** Whether a camera may be there to ask for; without HTTPS, or where a policy forbids it, there is none. */
export function mayHaveCamera(): boolean {
  return !!globalThis.navigator?.mediaDevices?.getUserMedia;
}
