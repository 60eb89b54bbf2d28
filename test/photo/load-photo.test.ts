import { expect } from '@open-wc/testing';
import { centredCrop } from '../../src/photo/crop-geometry.js';
import { loadPhoto, workerLimits } from '../../src/photo/load-photo.js';
import { ProfileError } from '../../src/errors.js';
import { corpus, secret } from './corpus/corpus.js';
import { plain, red } from './corpus/bytes.js';
import { writePng } from './corpus/png.js';
import { findMetadata, inspect, isNear } from './corpus/inspect.js';

const limits = { size: 512, maxBytes: 200_000 };

/** The real worker, and how often it answered. */
function watchedWorker(): { createWorker: () => Worker; answers: string[] } {
  const answers: string[] = [];
  const createWorker = (): Worker => {
    const url = new URL('../../src/photo/photo-worker.js', import.meta.url);
    const worker = new Worker(url, { type: 'module' });
    worker.addEventListener('message', ({ data }) => answers.push(data.is));
    return worker;
  };
  return { createWorker, answers };
}

const noWorker = (): Worker => {
  throw new DOMException('refused', 'SecurityError');
};

describe('processing a picked picture', () => {
  for (const { title, make, expected, isHeavy } of corpus) {
    for (const place of isHeavy ? ['a worker'] : ['a worker', 'the page']) {
      it(`${title}, in ${place}`, async () => {
        const file = await make();
        const { createWorker, answers } = watchedWorker();
        const outcome = await loadPhoto(file, {
          ...limits,
          createWorker: place === 'a worker' ? createWorker : noWorker,
        }).catch((error: unknown) => error);
        const said = 'problem' in expected ? 'refused' : 'opened';
        expect(answers).to.deep.equal(place === 'a worker' ? ['ready', said] : []);
        if ('problem' in expected) {
          expect(outcome).to.be.instanceOf(ProfileError);
          const { code, subject } = outcome as ProfileError;
          expect([code, ...subject].join(' ')).to.match(expected.problem);
          return;
        }
        if (outcome instanceof Error) throw outcome;
        const picture = outcome as Awaited<ReturnType<typeof loadPhoto>>;
        const image = await picture.render(centredCrop);
        picture.close();
        expect(image.type).to.be.oneOf(['image/webp', 'image/jpeg', 'image/png']);
        expect(image.size).to.be.within(1, limits.maxBytes);
        expect(await findMetadata(image, [secret])).to.deep.equal([]);
        const seen = await inspect(image);
        expect([seen.width, seen.height]).to.deep.equal([expected.side, expected.side]);
        seen.quarters.forEach((pixel, index) => {
          const wanted = expected.quarters[index];
          expect(
            wanted && isNear(pixel, wanted),
            `quarter ${index}: ${pixel} for ${wanted}`,
          ).to.equal(true);
        });
      });
    }
  }
});

describe('a worker that falls silent', () => {
  const { answer } = workerLimits;
  let workers: Worker[];
  let terminated: Worker[];

  beforeEach(() => {
    workers = [];
    terminated = [];
  });

  afterEach(() => {
    workerLimits.answer = answer;
  });

  /** The real worker, which is not asked any more after so many requests. */
  function silentAfter(count: number): () => Worker {
    return () => {
      const url = new URL('../../src/photo/photo-worker.js', import.meta.url);
      const worker = new Worker(url, { type: 'module' });
      const post = worker.postMessage.bind(worker);
      const terminate = worker.terminate.bind(worker);
      let left = count;
      worker.postMessage = (message: unknown) => {
        if (left === 0) {
          workerLimits.answer = answer;
          return;
        }
        left -= 1;
        post(message);
        // The next request is the one that is not answered.
        if (left === 0) workerLimits.answer = 100;
      };
      worker.terminate = () => {
        terminated.push(worker);
        terminate();
      };
      workers.push(worker);
      return worker;
    };
  }

  const makePhoto = async (): Promise<Blob> =>
    new Blob([await writePng(plain(64, 64, red))], { type: 'image/png' });

  async function expectRed(image: Blob): Promise<void> {
    const { quarters } = await inspect(image);
    for (const pixel of quarters) expect(isNear(pixel, red), `${pixel}`).to.equal(true);
  }

  for (const [when, count] of [
    ['before it has read a photo', 0],
    ['before it has cropped it', 1],
  ] as const) {
    it(`${when} is ended, and the photo is read in the page`, async () => {
      if (count === 0) workerLimits.answer = 100;
      const createWorker = silentAfter(count);
      const photo = await loadPhoto(await makePhoto(), { ...limits, createWorker });
      await expectRed(await photo.render(centredCrop));
      photo.close();
      expect(terminated).to.deep.equal(workers);
      const next = await loadPhoto(await makePhoto(), { ...limits, createWorker: silentAfter(9) });
      await expectRed(await next.render(centredCrop));
      next.close();
      expect(workers.length, 'the next photo has a worker again').to.equal(2);
    });
  }

  it('and is ended for one photo lets no other wait for it', async () => {
    const createWorker = silentAfter(2);
    const [waiting, asked] = [
      await loadPhoto(await makePhoto(), { ...limits, createWorker }),
      await loadPhoto(await makePhoto(), { ...limits, createWorker }),
    ];
    // The second is not answered, and gives the worker up; the limit is a long one again.
    await expectRed(await asked.render(centredCrop));
    expect(workerLimits.answer).to.equal(answer);
    expect(terminated).to.deep.equal(workers);
    const began = performance.now();
    await expectRed(await waiting.render(centredCrop));
    expect(performance.now() - began).to.be.below(answer / 2);
    asked.close();
    waiting.close();
  });

  it('is not waited for where it breaks down', async () => {
    const createWorker = silentAfter(1);
    const photo = await loadPhoto(await makePhoto(), { ...limits, createWorker });
    workerLimits.answer = answer;
    const rendered = photo.render(centredCrop);
    workers[0]?.dispatchEvent(new Event('messageerror'));
    await expectRed(await rendered);
    expect(terminated).to.deep.equal(workers);
    photo.close();
  });
});
