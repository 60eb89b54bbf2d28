import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { modalScenes } from '../../demo/states-dialogs.js';
import { dropOn } from '../../demo/sample-photo.js';
import { dropFile, never, scenes, type Scene, type Stage } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import type { AllMessages, PhotoMessageKey } from '../../src/locales/messages.js';
import { enPhoto } from '../../src/locales/en-us-photo.js';
import { clear, setLook, show } from '../a11y/support.js';
import { writeGif } from '../photo/corpus/animations.js';
import { green, plain, quarters } from '../photo/corpus/bytes.js';
import { writeHeicShell } from '../photo/corpus/others.js';
import { loadEverything, overflowing, placesOf, soon, switchTo, unfilled } from './support.js';

/** An animation that cannot be kept. */
const dropGif =
  (width: number, height: number) =>
  (stage: Stage): Promise<void> => {
    const gif = writeGif([quarters(width, height), plain(width, height, green)]);
    return dropFile(stage, new Blob([gif], { type: 'image/gif' }));
  };

const dialogs: readonly Scene[] = [
  ...modalScenes,
  {
    name: 'animation-too-large',
    title: 'An animation that is too large',
    properties: { uploadAvatar: never, avatarSize: 32 },
    play: dropGif(64, 64),
  },
  {
    name: 'animation-not-square',
    title: 'An animation that is not square',
    properties: { uploadAvatar: never },
    play: dropGif(64, 32),
  },
];

const megabyte = new Uint8Array(1_000_000);

/** Files that are refused, and what is said of them. */
const refused: readonly (readonly [PhotoMessageKey, readonly BlobPart[]])[] = [
  ['photoEmpty', []],
  ['photoSvg', ['<svg xmlns="http://www.w3.org/2000/svg"/>']],
  ['photoHeic', [writeHeicShell(300, 200)]],
  ['photoUnknownType', ['A letter, not a photo']],
  ['photoDamaged', [writeGif([quarters(64, 64)]).slice(0, -200)]],
  ['photoTooManyBytes', Array.from({ length: 101 }, () => megabyte)],
  ['photoTooManyPixels', [writeHeicShell(30_000, 30_000)]],
];

const dialogOf = ({ shadowRoot }: CometChatProfileEditor): HTMLDialogElement =>
  shadowRoot?.querySelector('dialog') as HTMLDialogElement;

describe('the photo dialogs at 320 pixels, in every language', () => {
  let catalogues: ReadonlyMap<string, AllMessages>;
  /** The keys whose texts were met in the language that is looked at last. */
  const met = new Set<string>();
  const { setTimeout } = window;

  before(async () => {
    catalogues = await loadEverything();
    await setViewport({ width: 320, height: 640 });
    // What is spoken waits for a pause, here for a short one; what waits for seconds is let alone.
    const hurry = (callback: () => void, ms = 0): unknown =>
      setTimeout(callback, ms < 1_000 ? Math.min(ms, 5) : ms);
    Object.assign(window, { setTimeout: hurry });
  });

  after(async () => {
    Object.assign(window, { setTimeout });
    await setViewport({ width: 800, height: 600 });
  });

  afterEach(clear);

  async function showScene(scene: Scene): Promise<CometChatProfileEditor> {
    await setLook({ name: 'usual', lang: 'fr' });
    document.documentElement.removeAttribute('dir');
    return show(scene, '320px');
  }

  /** Drops a file that is refused. */
  async function showComplaint(
    parts: readonly BlobPart[],
  ): Promise<{ editor: CometChatProfileEditor; place: Element | null }> {
    const editor = await showScene(scenes.find(({ name }) => name === 'upload') as Scene);
    const place = editor.shadowRoot?.querySelector('.buttons .error') ?? null;
    dropOn(editor, new File([...parts], 'me.png', { type: 'image/png' }));
    await soon(() => Boolean(place?.textContent.trim()), 'nothing is said of the file');
    return { editor, place };
  }

  /** Fails where something sticks out, is left to be filled in, or is not in the language. */
  function check(editor: CometChatProfileEditor, code: string, inside: Element | null): void {
    expect(overflowing(editor), code).to.deep.equal([]);
    expect(unfilled(editor), code).to.deep.equal([]);
    const texts = placesOf(editor).filter(([element]) => inside?.contains(element));
    const patterns = Object.keys(enPhoto).map(
      (key) => [key, patternOf(catalogues.get(code)?.[key as PhotoMessageKey] ?? '')] as const,
    );
    for (const [, text] of texts) {
      const keys = patterns.filter(([, pattern]) => pattern.test(text)).map(([key]) => key);
      // A percentage has no words.
      expect(keys.length > 0 || !/\p{L}/u.test(text), `${code}: “${text}”`).to.equal(true);
      for (const key of keys) met.add(key);
    }
  }

  /** Uses every control of the crop dialog that says something. */
  async function turnAndFlip(editor: CometChatProfileEditor, code: string): Promise<void> {
    const dialog = dialogOf(editor);
    const texts = catalogues.get(code);
    const press = async (key: PhotoMessageKey): Promise<void> => {
      const status = dialog.querySelector('[role="status"]');
      const before = status?.textContent.trim();
      dialog.querySelector<HTMLElement>(`button[aria-label="${texts?.[key]}"]`)?.click();
      const isSaid = (): boolean => !['', before].includes(status?.textContent.trim());
      await soon(isSaid, `${code}: nothing is said of ${key}`);
      check(editor, code, dialog);
    };
    for (const key of ['cropMoveLeft', 'cropTurnRight', 'cropFlip', 'cropZoomIn'] as const) {
      await press(key);
    }
  }

  for (const scene of dialogs) {
    it(`have room, and words: ${scene.title}`, async () => {
      const editor = await showScene({ ...scene, play: async () => undefined });
      for (const code of catalogues.keys()) {
        await switchTo(editor, code);
        await scene.play?.({ editor } as Stage);
        const dialog = dialogOf(editor);
        expect(dialog.open && dialog.lang.toLowerCase(), code).to.equal(code);
        expect(dialog.scrollWidth, code).to.be.at.most(dialog.clientWidth);
        check(editor, code, dialog);
        if (scene.name === 'cropping') await turnAndFlip(editor, code);
        const buttons = [...dialog.querySelectorAll<HTMLElement>('.actions button')];
        if (scene.name === 'cropping') {
          buttons.at(-1)?.click();
          check(editor, code, dialog);
        } else buttons[0]?.click();
        await soon(() => !dialog.isConnected, `${code}: it does not close`);
      }
    });
  }

  for (const [key, parts] of refused) {
    it(`have words beside the photo, too: ${key}`, async () => {
      const { editor, place } = await showComplaint(parts);
      for (const [code, texts] of catalogues) {
        await switchTo(editor, code);
        await soon(() => place?.textContent.trim() === texts[key], `${code}: ${texts[key]}`);
        check(editor, code, place);
      }
    });
  }

  it('have the digits of the country', async () => {
    const { place } = await showComplaint([writeHeicShell(30_000, 30_000)]);
    const digits = { 'ar-EG': '١٢٠', 'ar-MA': '120', fa: '۱۲۰', ja: '1億2000', de: '120' };
    for (const [tag, number] of Object.entries(digits)) {
      document.documentElement.lang = tag;
      const catalogue = catalogues.get(tag.slice(0, 2));
      const text = catalogue?.photoTooManyPixels.replace(/\p{Nd}+億?\p{Nd}*/u, number);
      await soon(() => place?.textContent.trim() === text, `${tag}: it does not say “${text}”`);
    }
  });

  it('have words beside the photo, too: photoCanvasBlocked', async () => {
    const { editor, place } = await showComplaint([]);
    for (const [code, texts] of catalogues) {
      // Of a browser that hands out other pixels than the photo's, in the place of another text.
      editor.messages = { photoEmpty: texts.photoCanvasBlocked };
      await switchTo(editor, code);
      await soon(() => place?.textContent.trim() === texts.photoCanvasBlocked, code);
      check(editor, code, place);
    }
  });

  it('were met with every text that they have', () => {
    expect(Object.keys(enPhoto).filter((key) => !met.has(key))).to.deep.equal([]);
  });
});

/** What a text looks like once its placeholders are filled in. */
function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, '.+')}$`, 's');
}
