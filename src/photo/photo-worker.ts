import { DecodedPicture } from './picture.js';
import { PictureRefusal } from './picture-refusal.js';
import type { PictureAnswer, PictureRequest } from './picture-protocol.js';

const pictures = new Map<number, DecodedPicture>();

function answer(message: PictureAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  void work(data);
});

async function work(data: PictureRequest): Promise<void> {
  const { picture } = data;
  try {
    if (data.ask === 'open') {
      const opened = await DecodedPicture.open(data.file, data.limits);
      pictures.set(picture, opened.picture);
      answer({ is: 'opened', picture, info: opened.info }, [opened.info.preview]);
    } else if (data.ask === 'render') {
      const image = await pictures.get(picture)?.render(data.crop);
      answer(
        image ? { is: 'rendered', picture, image } : { is: 'refused', picture, problem: 'damaged' },
      );
    } else {
      pictures.get(picture)?.close();
      pictures.delete(picture);
    }
  } catch (error) {
    const problem = error instanceof PictureRefusal ? error.problem : 'damaged';
    answer({ is: 'refused', picture, problem });
  }
}

answer({ is: 'ready' });
