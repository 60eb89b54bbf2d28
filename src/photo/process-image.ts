import { ProfileError } from '../errors.js';
import type { CropState } from './crop-geometry.js';
import type { PictureInfo, PictureLimits } from './picture.js';
import type { PictureProblem } from './picture-refusal.js';
import type { PictureAnswer, PictureRequest } from './picture-protocol.js';

/** A picture that was read and waits to be cropped. */
export interface LoadedPicture {
  readonly info: PictureInfo;
  /** Crops, scales down and encodes; as often as wanted. */
  render(crop: CropState): Promise<Blob>;
  /** Frees the memory. */
  close(): void;
}

/** Options of `loadPicture`. */
export interface LoadOptions extends PictureLimits {
  signal?: AbortSignal | undefined;
  /** Makes the worker; injected by tests. */
  createWorker?: () => Worker;
}

/** After this a worker that has not said a word is given up for the main thread, in milliseconds. */
const workerPatience = 8000;

/**
 * One worker a page, kept for the next picture: in WebKitGTK the end of a worker that drew takes the graphics context
 * along, and every picture of the page decodes to nothing from then on.
 */
const workers = new WeakMap<() => Worker, Promise<Worker | undefined>>();

let lastPicture = 0;

/**
 * Reads a file in a worker, or in the page where a policy or an old browser forbids workers.
 *
 * @throws ProfileError `image-unreadable` or `image-too-large`, with the `PictureProblem` as `subject`.
 */
export async function loadPicture(file: Blob, options: LoadOptions): Promise<LoadedPicture> {
  const { signal, size, maxBytes, createWorker = createPhotoWorker } = options;
  signal?.throwIfAborted();
  const starting = workers.get(createWorker) ?? startWorker(createWorker);
  workers.set(createWorker, starting);
  const worker = await starting;
  const limits = { size, maxBytes };
  const loaded = await (worker ? loadInWorker(worker, file, limits) : loadHere(file, limits));
  if (signal?.aborted) {
    loaded.info.preview.close();
    loaded.close();
    signal.throwIfAborted();
  }
  return loaded;
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare const trustedTypes:
  { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } | undefined;

let policy: ScriptPolicy | undefined;

/** The address as a page with Trusted Types wants it; throws where its policy does not name ours. */
function trust(url: string): string {
  if (typeof trustedTypes === 'undefined') return url;
  policy ??= trustedTypes.createPolicy('cometchat-profile-editor', {
    createScriptURL: (same) => same,
  });
  return policy.createScriptURL(url);
}

function createPhotoWorker(): Worker {
  // Written out in one expression, since that is what bundlers look for.
  const url = new URL('./photo-worker.js', import.meta.url);
  return new Worker(trust(url.href), { type: 'module' });
}

/** A policy shows itself as an exception (Trusted Types, another origin) or as an `error` event (CSP). */
function startWorker(createWorker: () => Worker): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = createWorker();
      const timer = setTimeout(giveUp, workerPatience);
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
  limits: PictureLimits,
): Promise<LoadedPicture> {
  const picture = (lastPicture += 1);
  const ask = (request: PictureRequest): Promise<PictureAnswer> =>
    new Promise((resolve) => {
      worker.addEventListener('message', function listen({ data }: MessageEvent<PictureAnswer>) {
        if (data.picture === picture) {
          worker.removeEventListener('message', listen);
          resolve(data);
        }
      });
      worker.postMessage(request);
    });
  const opened = await ask({ ask: 'open', picture, file, limits });
  if (opened.is !== 'opened') {
    throw toError(opened.is === 'refused' ? opened.problem : 'damaged');
  }
  return {
    info: opened.info,
    async render(crop) {
      const rendered = await ask({ ask: 'render', picture, crop });
      if (rendered.is !== 'rendered') {
        throw toError(rendered.is === 'refused' ? rendered.problem : 'damaged');
      }
      return rendered.image;
    },
    close() {
      worker.postMessage({ ask: 'close', picture } satisfies PictureRequest);
    },
  };
}

async function loadHere(file: Blob, limits: PictureLimits): Promise<LoadedPicture> {
  const [{ DecodedPicture }, { PictureRefusal }] = await Promise.all([
    import('./picture.js'),
    import('./picture-refusal.js'),
  ]);
  const translate = (error: unknown): never => {
    throw toError(error instanceof PictureRefusal ? error.problem : 'damaged', error);
  };
  const { picture, info } = await DecodedPicture.open(file, limits).catch(translate);
  return {
    info,
    render: (crop) => picture.render(crop).catch(translate),
    close: () => picture.close(),
  };
}

function toError(problem: PictureProblem, cause?: unknown): ProfileError {
  const isLarge = problem.startsWith('too-many');
  return new ProfileError(isLarge ? 'image-too-large' : 'image-unreadable', {
    cause,
    subject: [problem],
  });
}
