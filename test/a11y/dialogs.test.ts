import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { modalScenes } from '../../demo/states-dialogs.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { until } from '../support/page.js';
import { screenOf } from '../support/screen.js';
import { clear, painted, setLook, show } from './support.js';

const dialogOf = ({ shadowRoot }: CometChatProfileEditor): HTMLDialogElement => {
  const dialog = shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]');
  if (!dialog) throw new Error('There is no dialog');
  return dialog;
};

const nameOf = (element: Element | null | undefined): string =>
  element?.getAttribute('aria-label') ??
  (element?.closest('label') ?? element)?.textContent?.trim() ??
  'nothing';

/** Where Tab goes from the dialog itself, once around. */
async function walk(editor: CometChatProfileEditor): Promise<string[]> {
  const { shadowRoot } = editor;
  const stops: string[] = [];
  dialogOf(editor).focus();
  await sendKeys({ press: 'Tab' });
  for (let stop = 0; stop < 30; stop += 1) {
    const active = shadowRoot?.activeElement;
    // After the last one Tab leads to the browser's own buttons.
    if (stop > 0 && (!active || nameOf(active) === stops[0])) return stops;
    stops.push(nameOf(active));
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab does not come around: ${stops.join(', ')}`);
}

const ends = ['Cancel', 'Use photo'];
const walks: Readonly<Record<string, readonly string[]>> = {
  cropping: [
    'Photo position',
    'Zoom out',
    'Zoom',
    'Zoom in',
    'Move left',
    'Move up',
    'Move down',
    'Move right',
    'Rotate left',
    'Rotate right',
    'Flip',
    'Reset',
    ...ends,
  ],
  'cropping-animation': ['Keep the animation', ...ends],
  'camera-waiting': ['Cancel', 'Take photo'],
  camera: ['Cancel', 'Take photo'],
  'camera-blocked': ['Cancel'],
};

describe('a dialog', () => {
  beforeEach(async () => setLook({ name: 'usual' }));

  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
    await clear();
  });

  for (const { name, title } of modalScenes) {
    it(`is walked through by Tab, and closed by Escape: ${title}`, async () => {
      const editor = await show(name);
      const { activeElement } = editor.shadowRoot ?? {};
      // Once the camera is on, what can be done now has the focus.
      if (name === 'camera') expect(nameOf(activeElement)).to.equal('Take photo');
      else expect(activeElement).to.equal(dialogOf(editor));
      expect(await walk(editor)).to.deep.equal(walks[name]);
      await sendKeys({ press: 'Escape' });
      await until(() => !editor.shadowRoot?.querySelector('dialog'), 'it does not close');
      expect(editor.shadowRoot?.activeElement).to.equal(screenOf(editor).button('Change photo'));
      expect(editor.hasUnsavedChanges).to.equal(false);
    });

    for (const lang of ['en', 'ar', 'de']) {
      it(`fits in 320 px, with room to press and with large text: ${title} (${lang})`, async () => {
        await setLook({ name: lang, lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
        await setViewport({ width: 320, height: 568 });
        const editor = await show(name, '300px');
        const dialog = dialogOf(editor);
        const checkFit = (what: string): void => {
          expect(dialog.scrollWidth, what).to.be.at.most(dialog.clientWidth);
          const { left, right, top, bottom } = dialog.getBoundingClientRect();
          expect(left, what).to.be.at.least(0);
          expect(right, what).to.be.at.most(innerWidth);
          expect([top >= 0, bottom <= innerHeight], what).to.deep.equal([true, true]);
        };
        await painted();
        checkFit('as it is');
        for (const target of dialog.querySelectorAll('button, input')) {
          if (!target.checkVisibility()) continue;
          const { width, height } = target.getBoundingClientRect();
          expect(Math.min(width, height), nameOf(target)).to.be.at.least(24);
        }
        dialog.style.cssText = 'letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5';
        await painted();
        checkFit('text spacing');
        dialog.style.cssText = '';
        document.documentElement.style.fontSize = '200%';
        await setViewport({ width: 640, height: 568 });
        await painted();
        checkFit('text twice the size');
      });
    }
  }

  it('moves and zooms a photo by keys alone, and says so', async () => {
    const editor = await show('cropping');
    const dialog = dialogOf(editor);
    const slider = dialog.querySelector('input');
    const spoken = (): string => dialog.querySelector('[role="status"]')?.textContent ?? '';
    await sendKeys({ press: '+' });
    expect(slider?.getAttribute('aria-valuetext')).to.equal('115%');
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => spoken().includes('115%'), 'nothing is said');
    for (let stop = 0; stop < 3; stop += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    expect(slider?.getAttribute('aria-valuetext')).to.equal('116%');
    for (let stop = 0; stop < 11; stop += 1) await sendKeys({ press: 'Tab' });
    expect(nameOf(editor.shadowRoot?.activeElement)).to.equal('Use photo');
    await sendKeys({ press: 'Enter' });
    await until(() => editor.hasUnsavedChanges, 'the photo is not taken');
  });
});
