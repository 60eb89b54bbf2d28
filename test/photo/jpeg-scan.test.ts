import { expect } from '@open-wc/testing';
import { findScanEnd } from '../../src/photo/jpeg-scan.js';
import { quarters } from './corpus/bytes.js';
import { writeJpeg } from './corpus/jpeg.js';

/** A JPEG of noise by the browser's own encoder, which halves the colours' resolution. */
async function encode(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const image = new ImageData(width, height);
  let state = 1;
  image.data.forEach((_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    image.data[index] = index % 4 === 3 ? 255 : state >>> 24;
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', 0.7),
  );
  return new Uint8Array(await (blob ?? new Blob()).arrayBuffer());
}

function scanEnd(jpeg: Uint8Array): ReturnType<typeof findScanEnd> {
  const start = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xda);
  return findScanEnd(jpeg, new DataView(jpeg.buffer), start);
}

describe('the end of a scan', () => {
  for (const [width, height] of [
    [64, 64],
    [157, 83],
    [1, 1],
  ] as const) {
    it(`is found in ${width} × ${height} pixels of the browser's encoder`, async () => {
      const jpeg = await encode(width, height);
      expect(scanEnd(jpeg)).to.equal(jpeg.length - 2);
      expect(scanEnd(jpeg.slice(0, -2))).to.equal(jpeg.length - 2);
      expect(scanEnd(jpeg.slice(0, -1))).to.equal(jpeg.length - 2);
    });
  }

  it('is missing wherever a download breaks off', async () => {
    const jpeg = await encode(157, 83);
    const start = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xda) + 14;
    for (let length = start; length < jpeg.length - 3; length += 97) {
      expect(scanEnd(jpeg.slice(0, length)), `${length}`).to.equal('cut');
    }
  });

  it('is not looked for in a progressive photo', () => {
    const jpeg = writeJpeg(quarters(64, 64), { isProgressive: true });
    expect(scanEnd(jpeg)).to.equal(undefined);
  });
});
