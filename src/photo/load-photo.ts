import { ProfileError } from '../errors.js';
import { importAgain } from '../import-again.js';
import type { CropState } from './crop-geometry.js';
import type { PhotoInfo, PhotoLimits } from './decoded-photo.js';
import type { PhotoProblem } from './photo-refusal.js';
import type { PhotoAnswer, PhotoRequest } from './photo-protocol.js';

/** A photo that was read and waits to be cropped. */
export interface LoadedPhoto {
  readonly info: PhotoInfo;
  /** Crops, scales down and encodes; as often as wanted. */
  render(crop: CropState): Promise<Blob>;
  /** Frees the memory. */
  close(): void;
}

/** Options of `loadPhoto`. */
export interface LoadOptions extends PhotoLimits {
  readonly signal?: AbortSignal | undefined;
  /** Makes the worker; injected by tests. */
  readonly createWorker?: () => Worker;
}

/** After this a worker that does not say a word is given up for the main thread, in milliseconds. */
export const workerLimits = {
  /** Until it is ready. */
  start: 8_000,
  /** Until it has read, or cropped, a photo: a slow phone takes seconds for a large one. */
  answer: 30_000,
};

const importDecoder = importAgain(
  () => import('./decoded-photo.js'),
  (module) => 'DecodedPhoto' in module,
  'decoded-photo',
);

/**
 * One worker a page, kept for the next photo: in WebKitGTK the end of a worker that drew takes the graphics context
 * along, and every photo of the page decodes to nothing from then on.
 */
const workers = new WeakMap<() => Worker, Promise<Worker | undefined>>();
/** Workers that were given up. Photos of another editor may still wait for an answer of theirs. */
const ended = new WeakSet<Worker>();
/** What a worker tells, or is told, that will not answer any more. */
const endings = ['error', 'messageerror', 'ended'];

let lastPhoto = 0;

/**
 * Reads a file in a worker, or in the page where a policy or an old browser forbids workers.
 *
 * @throws ProfileError `image-unreadable` or `image-too-large`, with the `PhotoProblem` as `subject`; or at once the
 *   signal's reason.
 */
export async function loadPhoto(file: Blob, options: LoadOptions): Promise<LoadedPhoto> {
  const { signal } = options;
  signal?.throwIfAborted();
  const loading = load(file, options);
  if (!signal) return loading;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(signal.reason as Error);
      loading.then(discard, () => undefined);
    };
    signal.addEventListener('abort', giveUp);
    loading.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function discard(photo: LoadedPhoto): void {
  photo.info.preview.close();
  photo.close();
}

async function load(file: Blob, options: LoadOptions): Promise<LoadedPhoto> {
  const { signal, size, maxBytes, createWorker = createPhotoWorker } = options;
  const starting = workers.get(createWorker) ?? startWorker(createWorker);
  workers.set(createWorker, starting);
  const worker = await starting;
  signal?.throwIfAborted();
  const here = (): Promise<LoadedPhoto> => loadHere(file, { size, maxBytes }, signal);
  if (!worker) return here();
  const giveUp = (): Promise<LoadedPhoto> => {
    worker.terminate();
    ended.add(worker);
    worker.dispatchEvent(new Event('ended'));
    if (workers.get(createWorker) === starting) workers.delete(createWorker);
    return here();
  };
  return loadInWorker(worker, file, { size, maxBytes }, signal, giveUp);
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare const trustedTypes:
  { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } | undefined;

let policy: ScriptPolicy | undefined;

/**
 * Browsers with Trusted Types get the worker by an address that names our policy, since a page that enforces them
 * reports any other. Bundlers that look for a worker find the other expression; those that copy the file for its
 * address get a file that imports nothing.
 */
function createPhotoWorker(): Worker {
  if (typeof trustedTypes === 'undefined') {
    return new Worker(new URL('./photo-worker.js', import.meta.url), { type: 'module' });
  }
  policy ??= trustedTypes.createPolicy('cometchat-profile-editor', {
    createScriptURL: (same) => same,
  });
  const { href } = new URL('./photo-worker.js', import.meta.url);
  return new Worker(policy.createScriptURL(href), { type: 'module' });
}

/** A policy shows itself as an exception (Trusted Types, another origin) or as an `error` event (CSP). */
function startWorker(createWorker: () => Worker): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = createWorker();
      const timer = setTimeout(giveUp, workerLimits.start);
      function giveUp(event?: ErrorEvent): void {
        event?.preventDefault();
        clearTimeout(timer);
        worker.terminate();
        resolve(undefined);
      }
      worker.onerror = giveUp;
      worker.onmessage = () => {
        clearTimeout(timer);
        worker.onmessage = worker.onerror = null;
        resolve(worker);
      };
    } catch {
      resolve(undefined);
    }
  });
}

async function loadInWorker(
  worker: Worker,
  file: Blob,
  limits: PhotoLimits,
  signal: AbortSignal | undefined,
  giveUp: () => Promise<LoadedPhoto>,
): Promise<LoadedPhoto> {
  const photo = (lastPhoto += 1);
  const ask = (request: PhotoRequest): Promise<PhotoAnswer | undefined> =>
    new Promise((resolve) => {
      const end = (answer?: PhotoAnswer): void => {
        clearTimeout(timer);
        worker.removeEventListener('message', listen);
        for (const type of endings) worker.removeEventListener(type, giveUpAsking);
        resolve(answer);
      };
      const giveUpAsking = (): void => end();
      const listen = ({ data }: MessageEvent<PhotoAnswer>): void => {
        if (data.photo === photo) end(data);
      };
      const timer = setTimeout(giveUpAsking, ended.has(worker) ? 0 : workerLimits.answer);
      for (const type of endings) worker.addEventListener(type, giveUpAsking);
      worker.addEventListener('message', listen);
      worker.postMessage(request);
    });
  const close = (): void => worker.postMessage({ ask: 'close', photo } satisfies PhotoRequest);
  signal?.addEventListener('abort', close);
  const opened = await ask({ ask: 'open', photo, file, limits });
  signal?.removeEventListener('abort', close);
  if (!opened) return giveUp();
  if (opened.is !== 'opened') throw toError(opened.is === 'refused' ? opened.problem : 'damaged');
  return {
    info: opened.info,
    async render(crop) {
      const rendered = await ask({ ask: 'render', photo, crop });
      if (!rendered) {
        const other = await giveUp();
        return other.render(crop).finally(() => discard(other));
      }
      if (rendered.is !== 'rendered') {
        throw toError(rendered.is === 'refused' ? rendered.problem : 'damaged');
      }
      return rendered.image;
    },
    close,
  };
}

async function loadHere(
  file: Blob,
  limits: PhotoLimits,
  signal: AbortSignal | undefined,
): Promise<LoadedPhoto> {
  const { DecodedPhoto, PhotoRefusal } = await importDecoder().catch((cause: unknown) => {
    throw new ProfileError('sdk-unavailable', { cause });
  });
  const translate = (error: unknown): never => {
    throw toError(error instanceof PhotoRefusal ? error.problem : 'damaged', error);
  };
  const { photo, info } = await DecodedPhoto.open(file, limits, signal).catch(translate);
  return {
    info,
    render: (crop) => photo.render(crop).catch(translate),
    close: () => photo.close(),
  };
}

function toError(problem: PhotoProblem, cause?: unknown): ProfileError {
  const isLarge = problem.startsWith('too-many');
  return new ProfileError(isLarge ? 'image-too-large' : 'image-unreadable', {
    cause,
    subject: [problem],
  });
}
