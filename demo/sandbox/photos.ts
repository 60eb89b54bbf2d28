import { encodePng, type Colour } from './png.js';
import type { World } from './types.js';

/** The host of the sandbox's pictures. */
export const photoHost = 'photos.sandbox.cometchat.io';

/** The address of a picture on the sandbox's picture host. */
export function photoUrl(path: string): string {
  return `https://${photoHost}/${path}`;
}

/** Addresses that do not work as a photo, for trying how an editor takes them. */
export const brokenPhotos = {
  missing: photoUrl('missing.png'),
  notAnImage: photoUrl('not-an-image.png'),
  truncated: photoUrl('truncated.png'),
} as const;

const side = 256;
const backgrounds: Record<string, Colour> = {
  'alice.png': [104, 82, 214],
  'bob.png': [11, 123, 234],
  'carol.png': [9, 150, 100],
  'dave.png': [196, 84, 12],
};

function paintPerson(x: number, y: number): number {
  const head = (x - 128) ** 2 + (y - 100) ** 2 < 52 ** 2;
  const shoulders = ((x - 128) / 100) ** 2 + ((y - 256) / 86) ** 2 < 1;
  return head || shoulders ? 1 : 0;
}

function picture(bytes: BodyInit, type: string): Response {
  return new Response(bytes, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
}

/** The name of a ready-made picture for each of the sandbox's people. */
export const photoNames: readonly string[] = Object.keys(backgrounds);

/**
 * Answers a request to the picture host: `/<name>.png` is ready-made, `/uploads/<app id>/<id>` was uploaded.
 * @param getWorld looks up the world that an upload belongs to
 */
export async function answerPhoto(
  path: string,
  getWorld: (appId: string) => Promise<World | undefined>,
): Promise<Response> {
  const [folder, appId, id] = path.slice(1).split('/').map(decodeURIComponent);
  if (folder === 'uploads' && appId && id) {
    const stored = (await getWorld(appId))?.pictures[id];
    if (stored) return picture(stored.bytes, stored.type);
  }
  const name = path.slice(1);
  if (name === 'not-an-image.png') return picture('<p>This is not a picture.', 'text/html');
  const background = backgrounds[name === 'truncated.png' ? 'alice.png' : name];
  if (!background) return new Response('Not found', { status: 404 });
  const bytes = await encodePng(side, [background, [255, 255, 255]], paintPerson);
  return picture(name === 'truncated.png' ? bytes.slice(0, 20) : bytes, 'image/png');
}
