import { DecodedPhoto } from './decoded-photo.js';
import { PhotoRefusal } from './photo-refusal.js';
import type { PhotoAnswer, PhotoRequest } from './photo-protocol.js';

const photos = new Map<number, DecodedPhoto>();

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
      const opened = await DecodedPhoto.open(data.file, data.limits);
      photos.set(photo, opened.photo);
      answer({ is: 'opened', photo, info: opened.info }, [opened.info.preview]);
    } else if (data.ask === 'render') {
      const image = await photos.get(photo)?.render(data.crop);
      answer(
        image ? { is: 'rendered', photo, image } : { is: 'refused', photo, problem: 'damaged' },
      );
    } else {
      photos.get(photo)?.close();
      photos.delete(photo);
    }
  } catch (error) {
    const problem = error instanceof PhotoRefusal ? error.problem : 'damaged';
    answer({ is: 'refused', photo, problem });
  }
}

answer({ is: 'ready' });
