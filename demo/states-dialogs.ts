import { writeGif } from '../test/photo/corpus/animations.js';
import { green, plain, quarters } from '../test/photo/corpus/bytes.js';
import { drawSamplePhoto, openDrawnCamera } from './sample-photo.js';
import { dropFile, never, refuse, until, type Scene, type Stage } from './states-scenes.js';

/** Drops one that moves. */
async function dropAnimation(stage: Stage): Promise<void> {
  const gif = writeGif([quarters(64, 64), plain(64, 64, green)]);
  await dropFile(stage, new Blob([gif], { type: 'image/gif' }));
}

/** Opens the camera's dialog with a camera that is made up. */
function takePhoto(
  getUserMedia: () => Promise<MediaStream>,
  sign: string,
): (stage: Stage) => Promise<void> {
  return async ({ editor }) => {
    const devices = { value: { getUserMedia }, configurable: true };
    Object.defineProperty(navigator, 'mediaDevices', devices);
    try {
      editor.requestUpdate();
      await editor.updateComplete;
      editor.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup]')?.click();
      await editor.updateComplete;
      const items = editor.shadowRoot?.querySelectorAll<HTMLElement>('[role="menuitem"]');
      // After the one that uploads.
      items?.[1]?.click();
      await until(
        () => Boolean(editor.shadowRoot?.querySelector(`dialog[open] ${sign}:not([hidden])`)),
        () => `The dialog does not show ${sign}`,
      );
    } finally {
      Reflect.deleteProperty(navigator, 'mediaDevices');
    }
  };
}

/** States that cover the page they are on. */
export const modalScenes: readonly Scene[] = [
  {
    name: 'cropping',
    title: 'Cropping a picture',
    properties: { uploadAvatar: never },
    play: async (stage) => dropFile(stage, await drawSamplePhoto()),
  },
  {
    name: 'cropping-animation',
    title: 'An animation that can be kept',
    properties: { uploadAvatar: never },
    play: dropAnimation,
  },
  {
    name: 'camera-waiting',
    title: 'Waiting for the camera',
    properties: { uploadAvatar: never },
    play: takePhoto(never, '.waiting'),
  },
  {
    name: 'camera',
    title: 'The camera is on',
    properties: { uploadAvatar: never },
    play: takePhoto(async () => openDrawnCamera(), 'video'),
  },
  {
    name: 'camera-blocked',
    title: 'The camera cannot be used',
    properties: { uploadAvatar: never },
    play: takePhoto(refuse(new DOMException('No', 'NotAllowedError')), '.problem:not(:empty)'),
  },
];
