import { expect, waitUntil } from '@open-wc/testing';
import { mayHaveCamera, pictureIn } from '../../src/photo/accept.js';
import { hasFile } from '../../src/photo/dropped.js';
import { enPhoto } from '../../src/locales/en-us-photo.js';
import { takePhoto } from '../../src/photo/camera-dialog.js';
import { findDialog, makeHost, pressButton } from './dialog-support.js';

/** A camera that shows one colour, since a test machine has none. */
function makeCamera(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 240;
  const context = canvas.getContext('2d');
  const stream = canvas.captureStream(20);
  const [track] = stream.getTracks();
  const paint = (): void => {
    if (context && track?.readyState === 'live') {
      context.fillStyle = '#f00';
      context.fillRect(0, 0, 320, 240);
      requestAnimationFrame(paint);
    }
  };
  paint();
  return stream;
}

function openCamera(getCamera?: () => Promise<MediaStream>) {
  const { root, opener } = makeHost();
  const options = {
    container: root,
    messages: enPhoto,
    language: 'en',
    dir: 'ltr',
  } as const;
  return { root, opener, photo: takePhoto({ ...options, getCamera }) };
}

describe('the camera dialog', () => {
  it('takes a photo and turns the camera off', async () => {
    const camera = makeCamera();
    const { root, photo, opener } = openCamera(() => Promise.resolve(camera));
    const dialog = await findDialog(root);
    const video = dialog.querySelector('video');
    await waitUntil(() => video?.videoWidth);
    await expect(dialog).to.be.accessible();
    pressButton(dialog, 'Take photo');
    const image = await photo;
    expect(image?.type).to.equal('image/jpeg');
    const { width, height } = await createImageBitmap(image ?? new Blob());
    expect([width, height]).to.deep.equal([320, 240]);
    expect(camera.getTracks().every(({ readyState }) => readyState === 'ended')).to.equal(true);
    expect(root.activeElement).to.equal(opener);
  });

  it('goes on to the button once the camera is on, unless somebody has gone on already', async () => {
    for (const isAway of [false, true]) {
      let give: ((camera: MediaStream) => void) | undefined;
      const { root, photo } = openCamera(() => new Promise((resolve) => (give = resolve)));
      const dialog = await findDialog(root);
      expect(root.activeElement).to.equal(dialog);
      if (isAway) dialog.querySelector('button')?.focus();
      give?.(makeCamera());
      await waitUntil(() => dialog.querySelector('video:not([hidden])'));
      expect(root.activeElement?.textContent?.trim()).to.equal(isAway ? 'Cancel' : 'Take photo');
      pressButton(dialog, 'Cancel');
      await photo;
    }
  });

  it('tells when the camera cannot be used', async () => {
    const { root, photo } = openCamera(() =>
      Promise.reject(new DOMException('', 'NotAllowedError')),
    );
    const dialog = await findDialog(root);
    const alert = dialog.querySelector('[role=alert]');
    await waitUntil(() => alert?.textContent?.includes('The camera can’t be used'));
    await expect(dialog).to.be.accessible();
    expect(() => pressButton(dialog, 'Take photo')).to.throw();
    pressButton(dialog, 'Cancel');
    expect(await photo).to.equal(undefined);
  });

  it('turns off a camera that comes after the dialog was closed', async () => {
    let give: ((camera: MediaStream) => void) | undefined;
    const { root, photo } = openCamera(() => new Promise((resolve) => (give = resolve)));
    const dialog = await findDialog(root);
    expect(dialog.querySelector('.waiting')?.textContent).to.contain('Waiting for the camera');
    pressButton(dialog, 'Take photo');
    pressButton(dialog, 'Cancel');
    expect(await photo).to.equal(undefined);
    const camera = makeCamera();
    give?.(camera);
    await waitUntil(() => camera.getTracks().every(({ readyState }) => readyState === 'ended'));
  });
});

describe('picking by drop and paste', () => {
  it('takes the first picture, else the first file', () => {
    const text = new File(['text'], 'notes.txt', { type: 'text/plain' });
    const picture = new File(['picture'], 'photo.png', { type: 'image/png' });
    const data = new DataTransfer();
    expect(hasFile(data)).to.equal(false);
    expect(pictureIn(data.files)).to.equal(undefined);
    data.items.add(text);
    expect(hasFile(data)).to.equal(true);
    expect(pictureIn(data.files)?.name).to.equal('notes.txt');
    data.items.add(picture);
    expect(pictureIn(data.files)?.name).to.equal('photo.png');
    expect(hasFile(null)).to.equal(false);
  });

  it('knows whether there may be a camera', () => {
    expect(mayHaveCamera()).to.equal(!!navigator.mediaDevices);
  });
});
