import { expect } from '@open-wc/testing';
import { openPhotoEditor } from '../../src/photo/photo-editor.js';
import { enPhoto } from '../../src/locales/en-us-photo.js';
import { centredCrop } from '../../src/photo/crop-geometry.js';
import { loadPhoto } from '../../src/photo/load-photo.js';
import { ProfileError } from '../../src/errors.js';
import { writeGif, writeWebp } from './corpus/animations.js';
import {
  clear,
  green,
  joined,
  plain,
  quarters,
  red,
  white,
  type Drawing,
  type Pixel,
} from './corpus/bytes.js';
import { secret } from './corpus/corpus.js';
import { findMetadata, inspect, isNear } from './corpus/inspect.js';
import { writeJpeg } from './corpus/jpeg.js';
import { textChunk, writeApng, writePng } from './corpus/png.js';
import { makeHost, openEditor } from './dialog-support.js';

const limits = { size: 512, maxBytes: 200_000 };

const frames = [quarters(64, 64), plain(64, 64, red), plain(64, 64, green)];

const noWorker = (): Worker => {
  throw new DOMException('refused', 'SecurityError');
};

/** Every pixel another colour, which no encoder can make small. */
function noise(width: number, height: number, alpha = 255): Drawing {
  let state = 1;
  return {
    width,
    height,
    at(): Pixel {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return [state >>> 24, (state >>> 16) & 255, (state >>> 8) & 255, alpha];
    },
  };
}

async function failureOf(work: Promise<unknown>): Promise<ProfileError> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).to.be.instanceOf(ProfileError);
  return outcome as ProfileError;
}

describe('an animation', () => {
  const animations: [string, () => Promise<Uint8Array<ArrayBuffer>>, number][] = [
    ['gif', async () => writeGif(frames, secret), 0],
    ['webp', async () => writeWebp(frames, secret), 0],
    ['png', async () => joined(await writeApng(frames)), 0],
  ];
  for (const [type, write] of animations) {
    it(`of type ${type} is kept without its metadata`, async () => {
      const original = await write();
      // Bytes behind the end, as a polyglot has them.
      const source = new Blob([original, `<script>${secret}</script>`]);
      const editor = await openEditor(source);
      const checkbox = editor.dialog.querySelector<HTMLInputElement>('input[type=checkbox]');
      expect(checkbox?.checked).to.equal(true);
      expect(checkbox?.labels?.[0]?.textContent.trim()).to.equal('Keep the animation');
      expect(editor.slider.checkVisibility()).to.equal(false);
      await expect(editor.dialog).to.be.accessible();
      const { image, fileName, isAnimated } = await editor.use();
      expect([image.type, fileName, isAnimated]).to.deep.equal([
        `image/${type}`,
        `avatar.${type}`,
        true,
      ]);
      expect(await findMetadata(image, [secret])).to.deep.equal([]);
      // Still the same three pictures: the same file reads the same again, with nothing left to take away.
      const again = await loadPhoto(image, limits);
      expect(again.info.animation?.size).to.equal(image.size);
      const first = await inspect(await again.render(centredCrop));
      expect(isNear(first.quarters[3] ?? clear, white)).to.equal(true);
      again.close();
    });
  }

  it('drops text from an animated PNG', async () => {
    const [start, rest] = await writeApng(frames).then((png) => [png.slice(0, 33), png.slice(33)]);
    const loaded = await loadPhoto(
      new Blob([joined(start ?? [], textChunk(secret), rest ?? [])]),
      limits,
    );
    const { animation } = loaded.info;
    expect(animation).to.be.instanceOf(Blob);
    expect(await findMetadata(animation ?? new Blob(), [secret])).to.deep.equal([]);
    loaded.close();
  });

  it('can be left for its first frame, which can be cropped', async () => {
    const editor = await openEditor(new Blob([writeGif(frames)]));
    editor.key('PageUp');
    editor.dialog.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    expect(editor.slider.checkVisibility()).to.equal(true);
    const { image, crop, isAnimated } = await editor.use();
    expect(isAnimated).to.equal(false);
    expect(crop.zoom).to.equal(1);
    expect(image.type).not.to.equal('image/gif');
    expect(isNear((await inspect(image)).quarters[3] ?? clear, white)).to.equal(true);
  });

  it('reopens as the still picture that it was left for', async () => {
    const editor = await openEditor(new Blob([writeGif(frames)]), { keepAnimation: false });
    expect((await editor.use()).isAnimated).to.equal(false);
  });

  const unfit: [string, Blob, string][] = [
    [
      'is not square',
      new Blob([writeGif([quarters(128, 64), plain(128, 64, red)])]),
      'Only square animations',
    ],
    [
      'has too many pixels',
      new Blob([writeGif([quarters(600, 600), plain(600, 600, red)])]),
      'over 512 × 512 pixels',
    ],
  ];
  for (const [title, source, words] of unfit) {
    it(`that ${title} is told and offered as its first frame`, async () => {
      const editor = await openEditor(source);
      expect(editor.dialog.textContent).to.contain(words);
      expect(editor.dialog.querySelector('input[type=checkbox]')).to.equal(null);
      await expect(editor.dialog).to.be.accessible();
      expect((await editor.use()).isAnimated).to.equal(false);
    });
  }

  it('of too many bytes is offered as its first frame', async () => {
    const source = new Blob([writeGif(frames)]);
    const editor = await openEditor(source, { maxBytes: 2000 });
    expect(editor.dialog.textContent).to.contain('over 512 × 512 pixels or 2\u00a0KB');
    editor.press('Cancel');
    expect(await editor.result).to.equal(undefined);
  });
});

describe('the byte budget', () => {
  for (const maxBytes of [200_000, 60_000, 8_000]) {
    it(`of ${maxBytes} is kept by a picture of noise`, async () => {
      const picture = await loadPhoto(new Blob([await writePng(noise(600, 600))]), {
        size: 512,
        maxBytes,
      });
      const image = await picture.render(centredCrop);
      expect(image.size).to.be.within(maxBytes / 20, maxBytes);
      picture.close();
    });
  }

  it('is kept by a picture with alpha', async () => {
    const picture = await loadPhoto(new Blob([await writePng(noise(600, 600, 128))]), limits);
    const image = await picture.render(centredCrop);
    expect(image.type).to.be.oneOf(['image/webp', 'image/png']);
    expect(image.size).to.be.at.most(limits.maxBytes);
    const [pixel] = (await inspect(image)).quarters;
    expect(pixel?.[3]).to.be.closeTo(128, 3);
    picture.close();
  });

  it('that nothing can keep is an error', async () => {
    const picture = await loadPhoto(new Blob([writeJpeg(quarters(64, 64))]), {
      size: 512,
      maxBytes: 10,
    });
    const { code, subject } = await failureOf(picture.render(centredCrop));
    expect([code, ...subject]).to.deep.equal(['image-too-large', 'too-many-bytes']);
    picture.close();
  });
});

describe('a picture in an unfriendly place', () => {
  const photo = new Blob([writeJpeg(quarters(128, 128))]);

  const blocked: [string, () => Worker][] = [
    ['a policy throws at workers', noWorker],
    [
      'a policy stops workers silently',
      () => new Worker('data:text/plain,none', { type: 'module' }),
    ],
  ];
  for (const [title, createWorker] of blocked) {
    it(`is made in the page where ${title}`, async () => {
      const editor = await openEditor(photo, { createWorker });
      expect((await editor.use()).image.size).to.be.above(0);
    });
  }

  it('is made without OffscreenCanvas', async () => {
    const { OffscreenCanvas: original } = globalThis;
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    try {
      const picture = await loadPhoto(photo, { ...limits, createWorker: noWorker });
      const { quarters: seen } = await inspect(await picture.render(centredCrop));
      expect(isNear(seen[0] ?? clear, red)).to.equal(true);
      picture.close();
    } finally {
      globalThis.OffscreenCanvas = original;
    }
  });

  it('is a JPEG, or a PNG for alpha, where the browser writes no WebP', async () => {
    const { prototype } = OffscreenCanvas;
    const { convertToBlob } = prototype;
    prototype.convertToBlob = function (options = {}) {
      const isWebp = options.type === 'image/webp';
      return convertToBlob.call(this, isWebp ? { type: 'image/png' } : options);
    };
    try {
      const options = { size: 512, maxBytes: 60_000, createWorker: noWorker };
      const types: string[] = [];
      for (const alpha of [255, 128]) {
        const file = new Blob([await writePng(noise(300, 300, alpha))]);
        const picture = await loadPhoto(file, options);
        const image = await picture.render(centredCrop);
        expect(image.size).to.be.at.most(60_000);
        types.push(image.type);
        picture.close();
      }
      expect(types).to.deep.equal(['image/jpeg', 'image/png']);
    } finally {
      prototype.convertToBlob = convertToBlob;
    }
  });

  it('is refused where the browser hands out made-up pixels', async () => {
    const { prototype } = OffscreenCanvasRenderingContext2D;
    const { getImageData } = prototype;
    prototype.getImageData = () => new ImageData(4, 4);
    try {
      const editor = await openEditor(photo, { createWorker: noWorker });
      editor.press('Use photo');
      const { code, subject } = await failureOf(editor.result);
      expect([code, ...subject]).to.deep.equal(['image-unreadable', 'canvas-blocked']);
      expect(editor.root.querySelectorAll('dialog').length).to.equal(0);
    } finally {
      prototype.getImageData = getImageData;
    }
  });

  it('opens no dialog for a file that is none', async () => {
    const { root } = makeHost();
    const options = {
      container: root,
      messages: enPhoto,
      language: 'en',
      dir: 'ltr',
    } as const;
    const error = await failureOf(openPhotoEditor(new Blob(['text']), options));
    expect([error.code, ...error.subject]).to.deep.equal(['image-unreadable', 'not-an-image']);
    expect(root.querySelectorAll('dialog').length).to.equal(0);
    const signal = AbortSignal.abort();
    expect(await openPhotoEditor(photo, { ...options, signal })).to.equal(undefined);
    const abort = new AbortController();
    const opening = openPhotoEditor(photo, { ...options, signal: abort.signal });
    abort.abort();
    expect(await opening).to.equal(undefined);
    expect(root.querySelectorAll('dialog').length).to.equal(0);
  });

  it('is refused when the file is gone or larger than 100 MB', async () => {
    const gone = new File([photo], 'gone.jpg');
    const missing = new Blob();
    missing.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    gone.slice = () => missing;
    const options = { ...limits, createWorker: noWorker };
    expect((await failureOf(loadPhoto(gone, options))).subject).to.deep.equal(['damaged']);
    const huge = new Blob(Array.from({ length: 101 }, () => new Uint8Array(1_000_000)));
    const { code, subject } = await failureOf(loadPhoto(huge, limits));
    expect([code, ...subject]).to.deep.equal(['image-too-large', 'too-many-bytes']);
  });
});
