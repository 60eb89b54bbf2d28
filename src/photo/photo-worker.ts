import { DecodedPhoto, type PhotoInfo } from './decoded-photo.js';
import { PhotoRefusal } from './photo-refusal.js';
import type { PhotoAnswer, PhotoRequest } from './photo-protocol.js';

const photos = new Map<number, DecodedPhoto>();
const openings = new Map<number, AbortController>();

function answer(message: PhotoAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

addEventListener('message', ({ data }: MessageEvent<PhotoRequest>) => {
  void work(data);
});

async function work(data: PhotoRequest): Promise<void> {
  const { photo } = data;
  try {
    if (data.ask === 'open') {
      const info = await open(photo, data);
      answer({ is: 'opened', photo, info }, [info.preview]);
    } else if (data.ask === 'render') {
      const image = await photos.get(photo)?.render(data.crop);
      answer(
        image ? { is: 'rendered', photo, image } : { is: 'refused', photo, problem: 'damaged' },
      );
    } else {
      openings.get(photo)?.abort();
      photos.get(photo)?.close();
      photos.delete(photo);
    }
  } catch (error) {
    const problem = error instanceof PhotoRefusal ? error.problem : 'damaged';
    answer({ is: 'refused', photo, problem });
  }
}

async function open(
  number: number,
  { file, limits }: Extract<PhotoRequest, { ask: 'open' }>,
): Promise<PhotoInfo> {
  const opening = new AbortController();
  openings.set(number, opening);
  try {
    const { photo, info } = await DecodedPhoto.open(file, limits, opening.signal);
    photos.set(number, photo);
    return info;
  } finally {
    openings.delete(number);
  }
}

answer({ is: 'ready' });
