import { expect } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { clear, setLook, show, type Look } from './support.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** What the browser makes of a colour, however it is written. */
function toRgb(colour: string): Colour {
  if (!pen) throw new Error('There is no canvas to paint on');
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(top: Colour, below: Colour): Colour {
  const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** Relative luminance, by WCAG 2.2. */
function luminance([...channels]: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels.slice(0, 3).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What is painted behind an element's text, up to the editor itself. */
function backgroundOf(element: Element): Colour {
  const own = toRgb(getComputedStyle(element).backgroundColor);
  const root = element.getRootNode();
  const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  const isOpaque = own[3] === 1 || !parent;
  return isOpaque ? own : over(own, backgroundOf(parent));
}

interface Pair {
  readonly name: string;
  readonly state: string;
  readonly selector: string;
  readonly property?: 'color' | 'border-block-start-color' | 'outline-color';
  readonly least: number;
}

const text = { least: 4.5 } as const;
const line = { property: 'border-block-start-color', least: 3 } as const;

/** Every pair of a token and what it is painted on, where a person meets it. */
const pairs: readonly Pair[] = [
  { name: 'text', state: 'edited', selector: 'label', ...text },
  { name: 'typed text', state: 'edited', selector: '#name', ...text },
  { name: 'text of a button', state: 'edited', selector: '[part="discard"]', ...text },
  { name: 'text on the accent', state: 'edited', selector: '[part="save"]', ...text },
  { name: 'text of a suggestion', state: 'edited', selector: '.chip', ...text },
  { name: 'link', state: 'upload', selector: '[aria-haspopup]', ...text },
  { name: 'link that removes', state: 'upload', selector: '.link.remove', ...text },
  { name: 'menu item', state: 'photo-menu', selector: '[role="menuitem"]', ...text },
  { name: 'menu item that removes', state: 'photo-menu', selector: '.menu > .remove', ...text },
  { name: 'muted hint', state: 'edited', selector: '#avatar-hint', ...text },
  { name: 'initials', state: 'bare', selector: '.avatar', ...text },
  { name: 'muted counter', state: 'long', selector: '.counter', ...text },
  { name: 'preview, name in the list', state: 'long', selector: '.lines b', ...text },
  { name: 'preview, status in the list', state: 'long', selector: '.lines .hint', ...text },
  { name: 'preview, name in the bubble', state: 'long', selector: '.bubble b', ...text },
  { name: 'preview, message', state: 'long', selector: '.bubble span', ...text },
  { name: 'text that cannot be edited', state: 'read-only', selector: '#name', ...text },
  { name: 'danger', state: 'invalid', selector: '#name-error', ...text },
  { name: 'success', state: 'saved', selector: '.saved', ...text },
  { name: 'text of a notice', state: 'save-failed', selector: '[role="alert"] p', ...text },
  { name: 'button in a notice', state: 'save-failed', selector: '[role="alert"] button', ...text },
  { name: 'border of a field', state: 'edited', selector: '#name', ...line },
  { name: 'border of a wrong field', state: 'invalid', selector: '#name', ...line },
  { name: 'border of "Try again"', state: 'save-failed', selector: '.danger button', ...line },
  { name: 'heading of a dialog', state: 'cropping', selector: 'dialog h2', ...text },
  { name: 'hint in a dialog', state: 'cropping', selector: '#cropHint', ...text },
  { name: 'button with a picture', state: 'cropping', selector: 'dialog .icon', ...text },
  { name: 'border of such a button', state: 'cropping', selector: 'dialog .icon', ...line },
  { name: 'button that cancels', state: 'cropping', selector: '.actions button', ...text },
  { name: 'button that goes on', state: 'cropping', selector: '.actions .primary', ...text },
  { name: 'choice in a dialog', state: 'cropping-animation', selector: '.animation', ...text },
  { name: 'waiting in a dialog', state: 'camera-waiting', selector: 'dialog p', ...text },
  { name: 'failure in a dialog', state: 'camera-blocked', selector: '.problem', ...text },
];

const looks: readonly Look[] = [
  { name: 'light', scheme: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'in a light UI kit', scheme: 'light', kit: 'light' },
  { name: 'in a dark UI kit', scheme: 'light', kit: 'dark' },
  { name: 'in a light UI kit on a dark page', scheme: 'dark', kit: 'light' },
  { name: 'in a dark UI kit on a dark page', scheme: 'dark', kit: 'dark' },
];

const states = [...new Set(pairs.map(({ state }) => state))];

function find({ shadowRoot }: CometChatProfileEditor, selector: string): HTMLElement {
  const found = shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

/** Contrast of each pair of a state that is too low, and of the focus ring. */
function measure(editor: CometChatProfileEditor, state: string, look: string): string[] {
  return pairs
    .filter((pair) => pair.state === state)
    .flatMap(({ name, selector, property = 'color', least }) => {
      const element = find(editor, selector);
      // A border stands between its element and what is around it.
      const around = property === 'color' ? element : (element.parentElement ?? editor);
      const background = backgroundOf(around);
      const colour = over(toRgb(getComputedStyle(element).getPropertyValue(property)), background);
      const ratio = contrast(colour, background);
      return ratio < least ? [`${name}, ${look}: ${ratio.toFixed(2)} < ${least}`] : [];
    });
}

describe('contrast', () => {
  afterEach(clear);

  for (const state of states) {
    it(`is enough for every colour of the state "${state}", in every theme`, async () => {
      const editor = await show(state);
      const tooLow: string[] = [];
      for (const look of looks) {
        await setLook(look);
        tooLow.push(...measure(editor, state, look.name));
      }
      expect(tooLow).to.deep.equal([]);
    });
  }

  it('is measured by something that sees what is too faint', async () => {
    const editor = await show('edited');
    expect(measure(editor, 'edited', 'light')).to.deep.equal([]);
    for (const token of ['text', 'muted', 'border', 'on-accent']) {
      editor.style.setProperty(`--cometchat-profile-editor-${token}`, '#b0b0b0');
      editor.style.setProperty('--cometchat-profile-editor-accent', '#888');
      expect(measure(editor, 'edited', 'light'), token).not.to.deep.equal([]);
      editor.removeAttribute('style');
    }
  });

  it('is enough for the focus ring, which stands off what has the focus', async () => {
    const editor = await show('edited');
    const name = find(editor, '#name');
    name.focus();
    for (const look of looks) {
      await setLook(look);
      const { outlineColor, outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(name);
      expect([outlineStyle, outlineWidth, outlineOffset]).to.deep.equal(['solid', '2px', '2px']);
      const ratio = contrast(toRgb(outlineColor), backgroundOf(editor));
      expect(ratio, look.name).to.be.at.least(3);
    }
  });

  it('comes from the UI kit around the editor, and follows its switch', async () => {
    const editor = await show('ready');
    const colours = (): string[] => {
      const style = getComputedStyle(editor);
      return [style.backgroundColor, style.color, style.fontFamily];
    };
    await setLook({ name: 'kit', kit: 'light' });
    expect(colours()).to.deep.equal([
      'rgb(255, 255, 255)',
      'rgb(20, 20, 20)',
      'Roboto, sans-serif',
    ]);
    await setLook({ name: 'kit', kit: 'dark' });
    expect(colours()).to.deep.equal([
      'rgb(20, 20, 20)',
      'rgb(255, 255, 255)',
      'Roboto, sans-serif',
    ]);
    editor.style.setProperty('--cometchat-profile-editor-surface', 'rgb(1, 2, 3)');
    expect(colours()[0]).to.equal('rgb(1, 2, 3)');
  });

  it('follows the page’s colour scheme, unless the attribute says otherwise', async () => {
    const editor = await show('ready');
    const isDark = (): boolean => luminance(backgroundOf(editor)) < 0.1;
    expect(isDark()).to.equal(false);
    await setLook({ name: 'dark', scheme: 'dark' });
    expect(isDark()).to.equal(true);
    editor.theme = 'light';
    await editor.updateComplete;
    expect(isDark()).to.equal(false);
    await setLook({ name: 'light', scheme: 'light' });
    editor.theme = 'dark';
    await editor.updateComplete;
    expect(isDark()).to.equal(true);
  });
});
