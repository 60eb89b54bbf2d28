import { expect } from '@open-wc/testing';
import { readImageHeader } from '../../src/photo/image-header.js';
import { writeGif, writeWebp } from './corpus/animations.js';
import { ascii, big16, big32, joined, little16, little32, plain, red } from './corpus/bytes.js';
import { writeBmp, writeHeicShell } from './corpus/others.js';
import { writeApng, writePng } from './corpus/png.js';

function riff(name: string, body: number[]): Uint8Array {
  return joined('RIFF', little32(body.length + 12), 'WEBP', name, little32(body.length), body);
}

const isoBox = (name: string, body: ArrayLike<number>): Uint8Array =>
  joined(big32(body.length + 8), name, body);

describe('reading a header', () => {
  const headers: [string, Uint8Array, [string, number, number, boolean]][] = [
    [
      'a lossy WebP',
      riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little16(300), ...little16(200), 0, 0]),
      ['webp', 300, 200, true],
    ],
    [
      'a lossless WebP',
      riff('VP8L', [0x2f, ...little32((299 | (199 << 14)) >>> 0), 0]),
      ['webp', 300, 200, true],
    ],
    [
      'a big-endian TIFF',
      joined(
        [...ascii('MM'), 0, 42, ...big32(8), ...big16(2)],
        [...big16(256), ...big16(3), ...big32(1), ...big16(300), 0, 0],
        [...big16(257), ...big16(4), ...big32(1), ...big32(200)],
      ),
      ['tiff', 300, 200, true],
    ],
    ['a HEIC', writeHeicShell(300, 200), ['heic', 300, 200, true]],
    [
      'a HEIC whose last box goes to the end',
      joined(writeHeicShell(300, 200), [0, 0, 0, 0], 'free', [1, 2, 3]),
      ['heic', 300, 200, true],
    ],
    [
      'a HEIC with a box of 64-bit length',
      joined(writeHeicShell(300, 200), [0, 0, 0, 1], 'mdat', big32(0), big32(20), big32(0)),
      ['heic', 300, 200, true],
    ],
    ['a BMP', writeBmp(plain(30, 20, red)), ['bmp', 30, 20, true]],
    [
      'a JPEG with filling bytes and one table between',
      joined(
        [0xff, 0xd8, 0xff, 0xff, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 0],
        [0xff, 0xc9, 0, 8, 8, ...big16(200), ...big16(300), 0, 0xff, 0xda, 0, 2, 5, 0xff, 0xd9, 7],
      ),
      ['jpeg', 300, 200, true],
    ],
    [
      'a JPEG that goes astray',
      joined([0xff, 0xd8, 0xff, 0xe0, 0, 2, 7, 7]),
      ['jpeg', 0, 0, false],
    ],
    ['a JPEG of three bytes', joined([0xff, 0xd8, 0xff]), ['jpeg', 0, 0, false]],
    ['a PNG of its first bytes', joined('\x89PNG\r\n\x1a\n'), ['png', 0, 0, false]],
    [
      'a GIF without a block that is known',
      joined('GIF89a', little16(9), little16(8), [0, 0, 0, 5]),
      ['gif', 9, 8, false],
    ],
  ];
  for (const [title, bytes, wanted] of headers) {
    it(`understands ${title}`, () => {
      const { type, width, height, isComplete } = readImageHeader(bytes) ?? {};
      expect([type, width, height, isComplete]).to.deep.equal(wanted);
    });
  }

  const strangers: [string, Uint8Array][] = [
    ['nothing', joined()],
    ['a film', isoBox('ftyp', ascii('isom\0\0\0\0mp42'))],
    ['a text that starts like a BMP', joined('BMW is a maker of cars.')],
    ['a sound', joined('RIFF', little32(4), 'WAVE')],
  ];
  for (const [title, bytes] of strangers) {
    it(`takes ${title} for no picture`, () => {
      expect(readImageHeader(bytes)).to.equal(undefined);
    });
  }

  it('tells animations from pictures', async () => {
    const frame = plain(8, 8, red);
    const animated = [
      writeGif([frame, frame]),
      writeWebp([frame, frame]),
      await writeApng([frame, frame]),
    ];
    const still = [writeGif([frame]), writeWebp([frame]), await writePng(frame)];
    const judge = (bytes: Uint8Array): boolean | undefined => readImageHeader(bytes)?.isAnimated;
    expect(animated.map(judge)).to.deep.equal([true, true, true]);
    expect(still.map(judge)).to.deep.equal([false, false, false]);
  });
});
