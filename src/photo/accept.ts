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

/** Whether a camera may be there to ask for; without HTTPS, or where a policy forbids it, there is none. */
export function mayHaveCamera(): boolean {
  return !!globalThis.navigator?.mediaDevices?.getUserMedia;
}
