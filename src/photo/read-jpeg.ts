import type { ImageFacts } from './image-facts.js';
import { findScanEnd } from './jpeg-scan.js';

const endMarker = Uint8Array.of(0xff, 0xd9);

/** Reads a JPEG as decoders do: bytes between the segments that belong to none are passed over. */
export function readJpeg(bytes: Uint8Array, view: DataView): ImageFacts {
  const facts = { width: 0, height: 0, isAnimated: false, isComplete: false };
  for (let at = 2; at < bytes.length;) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : -1;
    if (marker === 0xda) return { ...facts, ...findEnd(bytes, view, at) };
    // The end of a photo without a scan.
    if (marker === 0xd9) break;
    // A marker may be filled up with more of the same byte; these two kinds have no length.
    if (marker < 0 || marker === 0xff) at += 1;
    else if (marker < 0xc0 || (marker & 0xf8) === 0xd0) at += 2;
    else {
      if (marker <= 0xcf && ![4, 8, 12].includes(marker & 15)) {
        facts.height = Math.max(facts.height, view.getUint16(at + 5));
        facts.width = Math.max(facts.width, view.getUint16(at + 7));
      }
      at += 2 + Math.max(2, view.getUint16(at + 2));
    }
  }
  return facts;
}

type End = Pick<ImageFacts, 'isComplete' | 'still'>;

/**
 * Some cameras leave the end marker out. Viewers show such a photo, but `createImageBitmap` refuses it, as it refuses a
 * download that broke off.
 */
function findEnd(bytes: Uint8Array, view: DataView, scanStart: number): End {
  // From the end, since phones append megabytes (depth maps, clips) to the photo.
  for (let at = bytes.length - 1; at > scanStart; at -= 1) {
    if (bytes[at] === 0xd9 && bytes[at - 1] === 0xff) return { isComplete: true };
  }
  const length = findScanEnd(bytes, view, scanStart);
  if (length === 'cut') return { isComplete: false };
  // Where it cannot be told, the decoder decides.
  return length === undefined
    ? { isComplete: true }
    : { isComplete: true, still: [[0, length], endMarker] };
}
