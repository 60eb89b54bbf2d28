import { expect, waitUntil } from '@open-wc/testing';
import { ProfileError } from '../../src/errors.js';
import { cleanAnimation } from '../../src/photo/clean-animation.js';
import { readImageHeader, type ImageType } from '../../src/photo/image-header.js';
import { loadPhoto } from '../../src/photo/load-photo.js';
import { writeGif, writeWebp } from './corpus/animations.js';
import { big32, joined, little16, little24, plain, red, white } from './corpus/bytes.js';
import { writeJpeg } from './corpus/jpeg.js';
import { chunk, writeApng } from './corpus/png.js';

type Bytes = Uint8Array<ArrayBuffer>;

const limits = { size: 512, maxBytes: 200_000 };
const noWorker = (): Worker => {
  throw new DOMException('refused', 'SecurityError');
};
const inPage = { ...limits, createWorker: noWorker };

const frames = [plain(8, 8, red), plain(8, 8, white)];
const photo = writeJpeg(plain(64, 64, red));

function repeated(part: Uint8Array, count: number): Bytes {
  const bytes = new Uint8Array(part.length * count);
  for (let at = 0; at < bytes.length; at += part.length) bytes.set(part, at);
  return bytes;
}

function gifOfFrames(count: number): Bytes {
  const gif = writeGif([plain(8, 8, red)]);
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0];
  return joined(gif.slice(0, -1), repeated(Uint8Array.from(frame), count), [0x3b]);
}

function webpOfFrames(count: number): Bytes {
  const webp = writeWebp(frames);
  const last = String.fromCharCode(...webp).lastIndexOf('ANMF');
  const bytes = joined(webp, repeated(webp.slice(last), count));
  new DataView(bytes.buffer).setUint32(4, bytes.length - 8, true);
  return bytes;
}

async function pngOfFrames(count: number): Promise<Bytes> {
  const png = await writeApng(frames);
  const piece = chunk('fdAT', [0, 0, 0, 9]);
  return joined(png.slice(0, -12), repeated(piece, count), png.slice(-12));
}

const manyFrames: [ImageType, () => Bytes | Promise<Bytes>][] = [
  ['gif', () => gifOfFrames(200_000)],
  ['webp', () => webpOfFrames(40_000)],
  ['png', () => pngOfFrames(200_000)],
];

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a photo made to hurt', () => {
  const large: [string, () => Bytes | Promise<Bytes>][] = [
    [
      'a GIF of 1 × 1 whose frame is larger',
      () =>
        joined(
          'GIF89a',
          [...little16(1), ...little16(1), 0, 0, 0, 0x2c, 0, 0, 0, 0],
          [...little16(20_000), ...little16(20_000), 0x80, 0, 0, 0, 255, 255, 255],
          [2, 2, 0x4c, 1, 0, 0x3b],
        ),
    ],
    [
      'a WebP of 8 × 8 with a larger frame',
      () => {
        const webp = writeWebp(frames);
        const frame = String.fromCharCode(...webp).indexOf('ANMF');
        webp.set([...little24(19_999), ...little24(19_999)], frame + 14);
        return webp;
      },
    ],
    [
      'a PNG of 8 × 8 with a larger frame',
      async () => {
        const png = await writeApng(frames);
        const frame = String.fromCharCode(...png).lastIndexOf('fcTL');
        png.set([...big32(20_000), ...big32(20_000)], frame + 8);
        return png;
      },
    ],
  ];
  for (const [title, make] of large) {
    it(`is refused before it is decoded: ${title}`, async () => {
      const { createImageBitmap: original } = globalThis;
      let decoded = 0;
      globalThis.createImageBitmap = (...parameters: [ImageBitmapSource]) => {
        decoded += 1;
        return original(...parameters);
      };
      try {
        const error = await failureOf(loadPhoto(new Blob([await make()]), inPage));
        expect(error).to.be.instanceOf(ProfileError);
        expect((error as ProfileError).subject).to.deep.equal(['too-many-pixels']);
        expect(decoded).to.equal(0);
      } finally {
        globalThis.createImageBitmap = original;
      }
    });
  }

  for (const [type, make] of manyFrames) {
    it(`takes no more memory for many frames, as a ${type}`, async () => {
      const bytes = await make();
      const { prototype } = Uint8Array;
      const { subarray, slice } = prototype;
      let views = 0;
      prototype.subarray = function (...range) {
        views += 1;
        return subarray.apply(this, range);
      };
      prototype.slice = function (...range) {
        views += 1;
        return slice.apply(this, range);
      };
      try {
        expect(readImageHeader(bytes)?.isAnimated).to.equal(true);
        expect(cleanAnimation(bytes, type, 20_000)).to.equal(undefined);
      } finally {
        Object.assign(prototype, { subarray, slice });
      }
      expect(views).to.be.below(3000);
    });

    it(`gives the decoder the first frame only, as a ${type}`, async () => {
      const { createImageBitmap: original } = globalThis;
      const sizes: number[] = [];
      globalThis.createImageBitmap = (source: ImageBitmapSource) => {
        if (source instanceof Blob) sizes.push(source.size);
        return original(source);
      };
      try {
        const loaded = await loadPhoto(new Blob([await make()]), inPage);
        const { info } = loaded;
        expect([info.width, info.height]).to.deep.equal([8, 8]);
        expect(info.animationProblem).to.equal('animation-too-large');
        loaded.close();
        expect(sizes.length).to.equal(1);
        expect(sizes[0]).to.be.below(1000);
      } finally {
        globalThis.createImageBitmap = original;
      }
    });
  }

  it('costs a look at each byte, where the end of a JPEG is looked for in vain', () => {
    const bytes = new Uint8Array(20_000_000).fill(0xd9);
    bytes.set([0xff, 0xd8, 0xff, 0xda, 0, 2]);
    // Both once before they are measured, so that they are compiled.
    const measure = (work: () => unknown): number => {
      work();
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const once = measure(() => {
      let sum = 0;
      for (let at = 0; at < bytes.length; at += 1) sum += bytes[at] === 0xff ? 1 : 0;
      return sum;
    });
    const header = measure(() => readImageHeader(bytes));
    expect(header).to.be.below(15 * Math.max(once, 10));
  });

  it('is not read to its end when its start is no photo', async () => {
    const file = new File([new Uint8Array(20_000_000)], 'film.mp4');
    let read = 0;
    file.slice = (from = 0, to = file.size) => {
      read += to - from;
      return Blob.prototype.slice.call(file, from, to);
    };
    const error = await failureOf(loadPhoto(file, inPage));
    expect((error as ProfileError).subject).to.deep.equal(['not-an-image']);
    expect(read).to.be.within(1, 10_000);
  });
});

describe('cancelling while a photo is read', () => {
  const reason = new DOMException('cancelled', 'AbortError');

  it('ends at once, even where the file never comes', async () => {
    const file = new File([photo], 'cloud.jpg');
    const stuck = new Blob();
    stuck.arrayBuffer = () => new Promise(() => {});
    file.slice = () => stuck;
    const cancel = new AbortController();
    const loading = failureOf(loadPhoto(file, { ...inPage, signal: cancel.signal }));
    await Promise.resolve();
    cancel.abort(reason);
    expect(await loading).to.equal(reason);
  });

  it('reads no further in the page', async () => {
    const file = new File([photo, new Uint8Array(20_000_000)], 'long.jpg');
    const cancel = new AbortController();
    const from: number[] = [];
    file.slice = (start = 0, end = file.size) => {
      from.push(start);
      if (from.length === 3) cancel.abort(reason);
      return Blob.prototype.slice.call(file, start, end);
    };
    expect(await failureOf(loadPhoto(file, { ...inPage, signal: cancel.signal }))).to.equal(reason);
    await new Promise((later) => setTimeout(later, 100));
    expect(from.length).to.equal(3);
  });

  it('makes the worker give up, and leaves it ready for the next photo', async () => {
    const answers: string[] = [];
    const createWorker = (): Worker => {
      const url = new URL('../../src/photo/photo-worker.js', import.meta.url);
      const worker = new Worker(url, { type: 'module' });
      worker.addEventListener('message', ({ data }) => answers.push(data.is));
      return worker;
    };
    const first = await loadPhoto(new Blob([photo]), { ...limits, createWorker });
    first.close();
    const cancel = new AbortController();
    const long = new Blob([photo, new Uint8Array(60_000_000)]);
    const options = { ...limits, createWorker, signal: cancel.signal };
    const loading = failureOf(loadPhoto(long, options));
    await new Promise((later) => setTimeout(later, 0));
    cancel.abort(reason);
    expect(await loading).to.equal(reason);
    const next = await loadPhoto(new Blob([photo]), { ...limits, createWorker });
    expect(next.info.width).to.equal(64);
    next.close();
    await waitUntil(() => answers.length === 4, `${answers}`);
    expect(answers.toSorted()).to.deep.equal(['opened', 'opened', 'ready', 'refused']);
  });
});
