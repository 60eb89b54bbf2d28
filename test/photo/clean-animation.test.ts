import { expect } from '@open-wc/testing';
import { cleanAnimation } from '../../src/photo/clean-animation.js';
import { readImageHeader, type ImageType } from '../../src/photo/image-header.js';
import { writeGif, writeWebp } from './corpus/animations.js';
import { ascii, joined, little32, plain, red, white } from './corpus/bytes.js';
import { secret } from './corpus/corpus.js';
import { swappedProfile } from './corpus/others.js';
import { chunk, textChunk, writeApng } from './corpus/png.js';

type Bytes = Uint8Array<ArrayBuffer>;

const frames = [plain(8, 8, red), plain(8, 8, white)];
const gif = writeGif(frames);
const webp = writeWebp(frames);
const limit = 9999;

/** The same file with something put in at a place, which counts from the end where it is negative. */
function planted(file: Bytes, at: number, ...parts: (ArrayLike<number> | string)[]): Bytes {
  const place = at < 0 ? file.length + at : at;
  return joined(file.slice(0, place), ...parts, file.slice(place));
}

function find(file: Bytes, name: string, from = 0): number {
  const at = Array.from(file, (byte) => String.fromCharCode(byte))
    .join('')
    .indexOf(name, from);
  if (at < 0) throw new RangeError(name);
  return at;
}

const block = (text: string): Bytes => joined([text.length], text, [0]);

/** A chunk of WebP, put in and counted in the file's length. */
function plantedInWebp(at: number, ...parts: (ArrayLike<number> | string)[]): Bytes {
  const file = planted(webp, at, ...parts);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}

function riffChunk(name: string, body: ArrayLike<number>): Bytes {
  return joined(name, little32(body.length), body, body.length % 2 ? [0] : []);
}

/** The first frame with one chunk more. */
function plantedInFrame(): Bytes {
  const frame = find(webp, 'ANMF');
  const extra = riffChunk('TEXT', ascii(secret));
  const file = plantedInWebp(frame + 24, extra);
  const view = new DataView(file.buffer);
  view.setUint32(frame + 4, view.getUint32(frame + 4, true) + extra.length, true);
  return file;
}

function withBytes(file: Bytes, at: number, ...bytes: number[]): Bytes {
  const copy = file.slice();
  copy.set(bytes, at);
  return copy;
}

const gifStart = find(gif, '!\xff');
const gifFrame = find(gif, '!\xf9');

const inGif: [string, Bytes][] = [
  ['a comment', planted(gif, gifStart, [0x21, 0xfe], block(secret))],
  [
    'a comment between the frames',
    planted(gif, find(gif, '!\xf9', gifFrame + 1), '!\xfe', block(secret)),
  ],
  ['plain text', planted(gif, gifStart, [0x21, 0x01, 12], new Uint8Array(12), block(secret))],
  ['XMP', planted(gif, gifStart, [0x21, 0xff, 11], 'XMP DataXMP', block(secret))],
  ['a colour profile', planted(gif, gifStart, [0x21, 0xff, 11], 'ICCRGBG1012', block(secret))],
  [
    'an extension named almost as the loop',
    planted(gif, gifStart, '!\xff\x0b', 'NETS', secret.slice(0, 7), [3, 1, 0, 0, 0]),
  ],
  ['a loop with more in it', planted(gif, gifStart, '!\xff\x0b', 'NETSCAPE2.0', block(secret))],
  ['a second loop', planted(gif, gifFrame, '!\xff\x0b', 'NETSCAPE2.0', [3, 1, 65, 66, 0])],
  ['timing without a frame', planted(gif, gifFrame, '!\xf9\x04', 'Home', [0])],
  ['bytes behind the end', joined(gif, secret)],
];

const inWebp: [string, Bytes][] = [
  ['EXIF', plantedInWebp(30, riffChunk('EXIF', ascii(secret)))],
  ['XMP', plantedInWebp(webp.length, riffChunk('XMP ', ascii(secret)))],
  ['a colour profile', plantedInWebp(30, riffChunk('ICCP', joined(swappedProfile(), secret)))],
  ['an unknown chunk', plantedInWebp(30, riffChunk('TEXT', ascii(secret)))],
  ['an unknown chunk in a frame', plantedInFrame()],
  ['a second background', plantedInWebp(44, riffChunk('ANIM', ascii('Home48')))],
  ['a longer header', withBytes(plantedInWebp(30, secret, [0]), 16, 10 + secret.length + 1)],
  ['the reserved bytes of the header', withBytes(webp, 21, 72, 111, 109)],
  ['the reserved flags', withBytes(webp, 20, 0x2e | (webp[20] ?? 0))],
  ['bytes behind the end', joined(webp, secret)],
];

const inPng = (png: Bytes): [string, Bytes][] => [
  ['tEXt', planted(png, 33, textChunk(secret))],
  [
    'tEXt between the frames',
    planted(png, find(png, 'fcTL', find(png, 'IDAT')) - 4, textChunk(secret)),
  ],
  ...[
    'zTXt',
    'iTXt',
    'cHRM',
    'eXIf',
    'tIME',
    'pHYs',
    'sPLT',
    'hIST',
    'bKGD',
    'sBIT',
    'iCCP',
    'prVt',
  ].map((name): [string, Bytes] => [name, planted(png, 33, chunk(name, ascii(secret)))]),
  ['a gAMA of another length', planted(png, 33, chunk('gAMA', ascii(secret)))],
  [
    'more pieces of sRGB',
    planted(png, 33, ...Array.from('Home', (letter) => chunk('sRGB', ascii(letter)))),
  ],
  [
    'timing without a frame',
    planted(
      png,
      find(png, 'fcTL') - 4,
      chunk('fcTL', ascii(`${secret} and more`.slice(0, 26).padEnd(26))),
    ),
  ],
  ['the end', joined(png.slice(0, -12), chunk('IEND', ascii(secret)))],
  ['bytes behind the end', joined(png, secret)],
];

async function clean(bytes: Uint8Array, type: ImageType): Promise<Bytes> {
  const blob = cleanAnimation(bytes, type, limit);
  if (!blob) throw new Error('nothing is left');
  return new Uint8Array(await blob.arrayBuffer());
}

describe('cleaning an animation', () => {
  const formats: [ImageType, () => Promise<Bytes>, (file: Bytes) => [string, Bytes][]][] = [
    ['gif', async () => gif, () => inGif],
    ['webp', async () => webp, () => inWebp],
    ['png', () => writeApng(frames), inPng],
  ];
  for (const [type, write, plant] of formats) {
    it(`leaves no text anywhere in a ${type}`, async () => {
      const original = await write();
      const wanted = await clean(original, type);
      const { isAnimated, width, height } = readImageHeader(wanted) ?? {};
      expect([isAnimated, width, height]).to.deep.equal([true, 8, 8]);
      for (const [place, file] of plant(original)) {
        const cleaned = await clean(file, type).catch((error: unknown) => String(error));
        // One piece of sRGB may stay: it says what the colours mean.
        const allowed = place === 'more pieces of sRGB' ? 13 : 0;
        expect(cleaned.length, place).to.equal(wanted.length + allowed);
        if (!allowed) expect(cleaned, place).to.deep.equal(wanted);
      }
    });
  }

  it('ends a file that lacks its end', async () => {
    const png = await writeApng(frames);
    expect(await clean(gif.slice(0, -1), 'gif')).to.deep.equal(await clean(gif, 'gif'));
    expect(await clean(png.slice(0, -12), 'png')).to.deep.equal(await clean(png, 'png'));
  });

  it('gives up on a file that does not follow its format', async () => {
    const png = await writeApng(frames);
    const broken = webp.slice();
    // A chunk that claims more than the file has.
    broken.set([255, 255, 255, 0], 34);
    const files: [ImageType, Uint8Array][] = [
      ['gif', gif.slice(0, -9)],
      ['webp', webp.slice(0, -9)],
      ['webp', broken],
      ['png', png.slice(0, -20)],
    ];
    for (const [type, file] of files) {
      expect(cleanAnimation(file, type, limit), type).to.equal(undefined);
    }
  });

  it('stops once more than the limit is kept', async () => {
    const { length } = await clean(gif, 'gif');
    expect(cleanAnimation(gif, 'gif', length)).to.be.instanceOf(Blob);
    expect(cleanAnimation(gif, 'gif', length - 1)).to.equal(undefined);
    expect(cleanAnimation(webp, 'webp', 60)).to.equal(undefined);
  });

  it('knows no other type', () => {
    expect(cleanAnimation(joined('BM'), 'bmp', limit)).to.equal(undefined);
  });
});
