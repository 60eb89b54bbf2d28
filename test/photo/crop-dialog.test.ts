import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { blue, green, quarters, red, white, type Pixel } from './corpus/bytes.js';
import { inspect, isNear } from './corpus/inspect.js';
import { writeJpeg } from './corpus/jpeg.js';
import { enPhoto } from '../../src/locales/en-us-photo.js';
import { openPhotoEditor } from '../../src/photo/photo-editor.js';
import { openEditor, pressButton, type OpenEditor } from './dialog-support.js';

const square = new File([writeJpeg(quarters(256, 256))], 'photo.jpg', { type: 'image/jpeg' });
const wide = new File([writeJpeg(quarters(512, 256))], 'photo.jpg', { type: 'image/jpeg' });

let editor: OpenEditor;

async function expectQuarters(image: Blob, wanted: readonly Pixel[]): Promise<void> {
  const { quarters: seen } = await inspect(image);
  seen.forEach((pixel, index) => {
    const colour = wanted[index];
    expect(colour && isNear(pixel, colour), `${index}: ${pixel} for ${colour}`).to.equal(true);
  });
}

describe('the crop dialog', () => {
  afterEach(async () => {
    editor.dialog.close();
    await editor.result;
    (editor.root.host as HTMLElement).remove();
  });

  it('is modal, named, has the focus and is accessible', async () => {
    editor = await openEditor(square);
    expect(editor.dialog.matches(':modal')).to.equal(true);
    expect(editor.dialog.part.contains('dialog')).to.equal(true);
    expect(editor.root.activeElement).to.equal(editor.dialog);
    const title = editor.root.getElementById(editor.dialog.getAttribute('aria-labelledby') ?? '');
    expect(title?.textContent).to.equal('Crop photo');
    await expect(editor.dialog).to.be.accessible();
  });

  it('gives the focus back and leaves nothing behind', async () => {
    const { length } = document.adoptedStyleSheets;
    editor = await openEditor(square);
    const { root, opener } = editor;
    await sendKeys({ press: 'Escape' });
    expect(await editor.result).to.equal(undefined);
    expect(root.activeElement).to.equal(opener);
    expect(root.querySelectorAll('dialog').length).to.equal(0);
    expect([root.adoptedStyleSheets.length, document.adoptedStyleSheets.length]).to.deep.equal([
      0,
      length,
    ]);
  });

  it('gives the focus to the element around it when the button is gone', async () => {
    editor = await openEditor(square);
    const { root, opener } = editor;
    const host = root.host as HTMLElement;
    host.tabIndex = 0;
    opener.remove();
    await sendKeys({ press: 'Escape' });
    expect(await editor.result).to.equal(undefined);
    expect(document.activeElement === host, document.activeElement?.localName).to.equal(true);
  });

  it('keeps its keys from the page, with Escape and all that belongs to it', async () => {
    const heard: string[] = [];
    const listen = ({ type, key }: KeyboardEvent): void => void heard.push(`${type} ${key}`);
    const types = ['keydown', 'keypress', 'keyup'] as const;
    types.forEach((type) => document.addEventListener(type, listen));
    try {
      editor = await openEditor(square);
      await sendKeys({ press: 'a' });
      await sendKeys({ press: 'ArrowLeft' });
      await sendKeys({ press: 'Escape' });
      expect(await editor.result).to.equal(undefined);
      expect(heard).to.deep.equal([]);
      // And nothing of the page's after that.
      await sendKeys({ press: 'b' });
      await sendKeys({ press: 'Escape' });
      // Some engines press Escape, too.
      expect(heard.filter((each) => each !== 'keypress Escape')).to.deep.equal([
        'keydown b',
        'keypress b',
        'keyup b',
        'keydown Escape',
        'keyup Escape',
      ]);
    } finally {
      types.forEach((type) => document.removeEventListener(type, listen));
    }
  });

  it('keeps them while nothing in it has the focus', async () => {
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', listen);
    try {
      editor = await openEditor(square);
      editor.dialog.blur();
      expect(document.activeElement).to.equal(document.body);
      await sendKeys({ press: 'a' });
      await sendKeys({ press: 'Escape' });
      expect(await editor.result).to.equal(undefined);
      expect(heard).to.deep.equal([]);
    } finally {
      document.removeEventListener('keydown', listen);
    }
  });

  it('is cancelled by its button and by the signal', async () => {
    editor = await openEditor(square);
    editor.press('Cancel');
    expect(await editor.result).to.equal(undefined);
    const abort = new AbortController();
    editor = await openEditor(square, { signal: abort.signal });
    abort.abort();
    expect(await editor.result).to.equal(undefined);
    expect(editor.root.querySelectorAll('dialog').length).to.equal(0);
  });

  it('opens outside of a shadow tree as well', async () => {
    const container = document.body.appendChild(document.createElement('div'));
    const before = [...document.adoptedStyleSheets];
    editor = await openEditor(square);
    const options = { container, messages: enPhoto, language: 'en' } as const;
    const second = openPhotoEditor(square, { ...options, dir: 'ltr' });
    await waitUntil(() => container.querySelector('dialog[open]'));
    expect(document.adoptedStyleSheets.length).to.equal(before.length + 1);
    pressButton(container, 'Cancel');
    expect(await second).to.equal(undefined);
    expect(document.adoptedStyleSheets.length).to.equal(before.length);
    container.remove();
  });

  it('makes a square picture with a neutral name', async () => {
    editor = await openEditor(wide);
    const { image, fileName, crop, source, isAnimated } = await editor.use();
    expect(fileName).to.match(/^avatar\.(webp|jpg)$/);
    expect(source).to.equal(wide);
    expect(isAnimated).to.equal(false);
    expect(crop).to.deep.equal({ x: 0.5, y: 0.5, zoom: 1, turns: 0, isFlipped: false });
    await expectQuarters(image, [red, green, blue, white]);
  });

  it('moves and zooms by the keyboard, with Shift in large steps', async () => {
    editor = await openEditor(wide);
    await sendKeys({ press: 'ArrowRight' });
    editor.key('ArrowRight', { shiftKey: true });
    editor.key('PageUp');
    editor.key('+');
    editor.key('-');
    editor.key('ArrowDown');
    const { crop } = await editor.use();
    // A side is half of the width: 0.12 sides to the right.
    expect(crop.x).to.be.closeTo(0.44, 0.001);
    expect(crop.zoom).to.be.closeTo(1.5, 0.001);
    expect(crop.y).to.be.closeTo(0.5 - 0.02 / 1.5, 0.001);
  });

  it('leaves shortcuts of the browser and other keys alone', async () => {
    editor = await openEditor(square);
    for (const init of [{ key: '+', ctrlKey: true }, { key: '+', metaKey: true }, { key: 'a' }]) {
      const event = new KeyboardEvent('keydown', { ...init, cancelable: true });
      editor.stage.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect((await editor.use()).crop.zoom).to.equal(1);
  });

  it('has a button for everything', async () => {
    editor = await openEditor(square);
    for (let count = 0; count < 6; count += 1) {
      editor.press('Zoom in');
    }
    editor.press('Zoom out');
    for (let count = 0; count < 9; count += 1) {
      editor.press('Move right');
      editor.press('Move down');
    }
    editor.press('Move left');
    editor.press('Move right');
    editor.press('Move up');
    editor.press('Move down');
    await expectQuarters((await editor.use()).image, [red, red, red, red]);
  });

  const turns: [string[], Pixel[]][] = [
    [['Rotate right'], [blue, red, white, green]],
    [['Rotate left'], [green, white, red, blue]],
    [['Flip'], [green, red, white, blue]],
    [
      ['Rotate right', 'Flip'],
      [red, blue, green, white],
    ],
    [
      ['Flip', 'Rotate left', 'Reset'],
      [red, green, blue, white],
    ],
  ];
  for (const [names, wanted] of turns) {
    it(`does ${names.join(', then ')}`, async () => {
      editor = await openEditor(wide);
      names.forEach((name) => editor.press(name));
      await expectQuarters((await editor.use()).image, wanted);
    });
  }

  it('turns and mirrors around the middle of the square', async () => {
    editor = await openEditor(wide);
    for (let count = 0; count < 9; count += 1) {
      editor.press('Move right');
    }
    // The left half of the picture: red over blue.
    editor.press('Rotate right');
    const { image, crop } = await editor.use();
    await expectQuarters(image, [blue, red, blue, red]);
    editor = await openEditor(wide, { crop });
    editor.press('Flip');
    editor.press('Rotate left');
    editor.press('Rotate left');
    await expectQuarters((await editor.use()).image, [blue, red, blue, red]);
  });

  it('shows while editing what comes out in the end', async () => {
    editor = await openEditor(wide);
    for (const name of ['Zoom in', 'Rotate right', 'Flip', 'Zoom in', 'Move up', 'Move right']) {
      editor.press(name);
    }
    const canvas = editor.dialog.querySelector('canvas');
    const stage = editor.stage.getBoundingClientRect();
    const picture = canvas?.getBoundingClientRect();
    const { crop } = await editor.use();
    // The middle of the square, within the picture's box as turned, is what the state says.
    const across = (stage.x + stage.width / 2 - (picture?.x ?? 0)) / (picture?.width ?? 1);
    const down = (stage.y + stage.height / 2 - (picture?.y ?? 0)) / (picture?.height ?? 1);
    expect([across, down].map((part) => part.toFixed(2))).to.deep.equal(
      [crop.x, crop.y].map((part) => part.toFixed(2)),
    );
    expect((picture?.width ?? 0) / stage.width).to.be.closeTo(crop.zoom, 0.02);
  });

  it('follows the mouse', async () => {
    editor = await openEditor(wide);
    const { x, y, width } = editor.stage.getBoundingClientRect();
    const middle: [number, number] = [Math.round(x + width / 2), Math.round(y + width / 2)];
    await sendMouse({ type: 'move', position: middle });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [middle[0] + Math.round(width / 4), middle[1]] });
    await sendMouse({ type: 'up' });
    await sendMouse({ type: 'move', position: middle });
    expect((await editor.use()).crop.x).to.be.closeTo(0.375, 0.01);
  });

  it('zooms by the wheel around the pointer, and by two fingers', async () => {
    editor = await openEditor(wide);
    const { x, y, width } = editor.stage.getBoundingClientRect();
    const at = (right: number, down: number): MouseEventInit => ({
      clientX: x + right * width,
      clientY: y + down * width,
      cancelable: true,
    });
    const wheel = new WheelEvent('wheel', { ...at(1, 0.5), deltaY: -500 * Math.LN2 });
    editor.stage.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(true);
    const send = (type: string, pointerId: number, right: number): boolean =>
      editor.stage.dispatchEvent(
        new PointerEvent(type, { ...at(right, 0.5), pointerId, button: 0 }),
      );
    send('pointerdown', 1, 0.4);
    send('pointerdown', 2, 0.6);
    send('pointermove', 1, 0.35);
    send('pointermove', 2, 0.65);
    send('pointerup', 1, 0.35);
    send('pointercancel', 2, 0.65);
    send('pointermove', 2, 0.9);
    const { crop } = await editor.use();
    expect(crop.zoom).to.be.closeTo(3, 0.05);
    // The right edge of the square (at 0.75 of the width) stayed where it was when the wheel turned.
    expect(crop.x).to.be.closeTo(0.625, 0.02);
  });

  it('zooms by the slider, which tells its value as a percentage', async () => {
    editor = await openEditor(square);
    editor.slider.value = '2';
    editor.slider.dispatchEvent(new Event('input'));
    expect(editor.slider.getAttribute('aria-valuetext')).to.equal('200%');
    expect((await editor.use()).crop.zoom).to.be.closeTo(2, 0.001);
  });

  it('speaks the position once it rests, and each turn', async () => {
    editor = await openEditor(wide);
    expect(editor.status()).to.equal('');
    editor.key('PageUp');
    editor.key('ArrowRight', { shiftKey: true });
    await waitUntil(() => editor.status());
    expect(editor.status()).to.equal('Zoom 150%, center 47% from the left, 50% from the top');
    editor.press('Rotate right');
    await waitUntil(() => editor.status().includes('90 degrees'));
    editor.press('Flip');
    await waitUntil(() => editor.status() === 'Flipped');
    // The same again would be taken for the same event, unless it ends otherwise.
    const text = (): string => editor.dialog.querySelector('[role="status"]')?.textContent ?? '';
    const first = text();
    editor.press('Flip');
    expect(editor.status()).to.equal('');
    await waitUntil(() => editor.status() === 'Flipped');
    expect(text()).not.to.equal(first);
  });

  it('reopens as it was left', async () => {
    editor = await openEditor(wide);
    editor.press('Rotate right');
    editor.press('Zoom in');
    editor.press('Move down');
    const { crop, source } = await editor.use();
    editor = await openEditor(source, { crop });
    expect((await editor.use()).crop).to.deep.equal(crop);
  });

  it('is right to left, with arrows that still mean what they show', async () => {
    editor = await openEditor(wide, { dir: 'rtl', language: 'ar' });
    expect([editor.dialog.dir, editor.dialog.lang]).to.deep.equal(['rtl', 'ar']);
    editor.key('ArrowRight', { shiftKey: true });
    expect((await editor.use()).crop.x).to.be.below(0.5);
  });

  it('has targets of at least 24 pixels', async () => {
    editor = await openEditor(square);
    for (const target of editor.dialog.querySelectorAll('button, input')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
    }
  });

  // The WebDriver of WebKitGTK has no command for the size of the page.
  if (!navigator.userAgent.includes('AppleWebKit/605')) {
    it('fits 320 × 256 pixels, which is 1280 × 1024 at 400 %', async () => {
      await setViewport({ width: 320, height: 256 });
      editor = await openEditor(square);
      const { dialog } = editor;
      const { left, right } = dialog.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      expect(dialog.scrollWidth).to.equal(dialog.clientWidth);
      const use = [...dialog.querySelectorAll('button')].at(-1);
      use?.scrollIntoView();
      expect(use?.getBoundingClientRect().bottom).to.be.at.most(256);
      await setViewport({ width: 800, height: 600 });
    });
  }
});
