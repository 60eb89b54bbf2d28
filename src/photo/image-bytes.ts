/** A view over exactly these bytes, wherever in a buffer they lie. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The four characters at `at`, as most formats use them to name their parts. */
export function fourCharacters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** A name of four characters as `getUint32` reads it: a file of 100 MB can have millions of parts to compare. */
export function codeOf(name: string): number {
  return Array.from(name).reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);
}

/** Where the sub-blocks of a GIF that start at `at` end. */
export function endOfSubBlocks(view: DataView, at: number): number {
  for (let length = view.getUint8(at); length; length = view.getUint8(at)) {
    at += 1 + length;
  }
  return at + 1;
}

/** The length of a GIF's colour table, from the byte that holds its flags. */
export function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** The last part of every PNG. */
export const pngEnd = Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);

/** The last byte of every GIF. */
export const gifEnd = Uint8Array.of(0x3b);
