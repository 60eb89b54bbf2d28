import { expect } from '@open-wc/testing';
import { scenes, type Scene } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { createDeferred } from '../support/deferred.js';
import { clear, emulate, painted, show } from './support.js';

/** Of the Layout Instability API, which only Chromium has. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Element | null }[];
}

const canMeasure = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

/** Notes what moves without anybody having touched anything. */
async function shiftsDuring(run: () => Promise<void>): Promise<string[]> {
  const shifts: LayoutShift[] = [];
  const take = (list: PerformanceEntryList): void => void shifts.push(...(list as LayoutShift[]));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  await painted();
  observer.observe({ type: 'layout-shift' });
  await run();
  await painted();
  take(observer.takeRecords());
  observer.disconnect();
  return shifts.map(({ value, sources }) => {
    const moved = sources.map(({ node }) => node?.className || node?.localName || 'something');
    return `${value.toFixed(4)}: ${moved.join(', ')}`;
  });
}

function rectsOf({ shadowRoot }: CometChatProfileEditor): Record<string, string> {
  const moving = [
    ...(shadowRoot?.querySelectorAll('label, input:not([hidden]), textarea, [part~="actions"]') ??
      []),
  ];
  return Object.fromEntries(
    moving.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [
        `${each.localName} ${each.id || each.getAttribute('for')}`,
        `${x} ${y} ${width} ${height}`,
      ];
    }),
  );
}

/** A scene that stays at its skeleton until it is let go. */
function heldScene(attributes: Readonly<Record<string, string>>): [Scene, () => void] {
  const held = createDeferred();
  let user: () => unknown;
  const scene: Scene = {
    name: 'held',
    title: 'Held',
    from: 'connecting',
    attributes,
    // A status of several lines makes its field as high: nobody knows of it before it comes.
    user: { ...scenes.find(({ name }) => name === 'long')?.user, statusMessage: 'Out for tea' },
    before: (fake) => {
      user = () => ({ ...fake.users.get('alice') });
      fake.replace.getUser = () => held.promise.then(() => user());
    },
  };
  return [scene, held.resolve];
}

/** A scene with an edit, whose save takes until it is let go. */
function slowScene(attributes: Readonly<Record<string, string>>): [Scene, () => void] {
  const held = createDeferred();
  const scene: Scene = {
    name: 'slow',
    title: 'Slow',
    attributes,
    play: async ({ fake, type }) => {
      fake.replace.updateCurrentUserDetails = async (changes) => {
        await held.promise;
        return { ...fake.users.get('alice'), ...(changes as object), authToken: 'token-alice' };
      };
      await type('name', 'Alice Liddell');
    },
  };
  return [scene, held.resolve];
}

async function untilReady(editor: CometChatProfileEditor): Promise<void> {
  await new Promise((resolve) => {
    editor.addEventListener('profile-loaded', resolve, { once: true });
  });
  await editor.updateComplete;
  await painted();
}

describe('nothing moves', () => {
  afterEach(clear);

  for (const inlineSize of ['320px', '768px']) {
    for (const { what, ...attributes } of [
      { what: 'plain' },
      { what: 'with the preview', preview: '' },
      { what: 'with an uploader', 'avatar-upload-url': '/upload' },
    ] satisfies readonly Readonly<Record<string, string>>[]) {
      it(`from skeleton to form, ${what}, at ${inlineSize}`, async () => {
        const [scene, letGo] = heldScene(attributes);
        const editor = await show(scene, inlineSize);
        await painted();
        const before = rectsOf(editor);
        const shifts = await shiftsDuring(async () => {
          const ready = untilReady(editor);
          letGo();
          await ready;
        });
        expect(rectsOf(editor)).to.deep.equal(before);
        expect(shifts).to.deep.equal([]);
      });

      it(`from form to saved, ${what}, at ${inlineSize}`, async () => {
        const [scene, letGo] = slowScene(attributes);
        const editor = await show(scene, inlineSize);
        await painted();
        const before = rectsOf(editor);
        const shifts = await shiftsDuring(async () => {
          const saved = editor.save();
          await editor.updateComplete;
          await painted();
          expect(editor.state).to.equal('saving');
          letGo();
          expect(await saved).to.equal(true);
          await editor.updateComplete;
        });
        expect(editor.shadowRoot?.querySelector('[role="status"]')?.textContent).to.include(
          'Profile saved',
        );
        expect(rectsOf(editor)).to.deep.equal(before);
        expect(shifts).to.deep.equal([]);
      });
    }
  }

  it('is no higher than 440 pixels before anything is changed', async () => {
    const editor = await show('ready', '560px');
    const { width, height } = editor.getBoundingClientRect();
    expect(width).to.equal(560);
    expect(height).to.be.within(300, 440);
  });

  it('is measured by something that sees a move', async () => {
    const editor = await show('ready');
    const shifts = await shiftsDuring(async () => {
      editor.style.marginBlockStart = '40px';
      await painted();
    });
    expect(shifts.length > 0).to.equal(canMeasure);
  });
});

describe('the editor at other sizes', () => {
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    await clear();
  });

  /** What sticks out of the editor sideways, or has no room for its text. */
  const lost = (editor: CometChatProfileEditor): string[] => {
    const edge = editor.getBoundingClientRect();
    const isIn = (rect: DOMRect): boolean =>
      rect.left >= edge.left - 0.5 && rect.right <= edge.right + 0.5;
    return [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
      .filter((each) => each.getClientRects().length > 0 && !each.closest('.chips'))
      .filter((each) => !isIn(each.getBoundingClientRect()))
      .map((each) => each.id || each.className || each.localName);
  };

  for (const { name, title } of scenes) {
    it(`loses nothing at 400 % zoom, nor with text twice the size: ${title}`, async () => {
      const editor = await show(name, '320px');
      expect(lost(editor), '320 px, as at 400 %').to.deep.equal([]);
      // As a person's own style sheet says it, which browsers apply inside of shadow trees too.
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
      );
      const root = editor.shadowRoot as ShadowRoot;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
      await painted();
      expect(lost(editor), 'text spacing').to.deep.equal([]);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== spacing);
      if (editor.parentElement) editor.parentElement.style.inlineSize = '640px';
      editor.style.fontSize = '200%';
      await painted();
      expect(lost(editor), 'text twice the size').to.deep.equal([]);
      expect(editor.scrollWidth).to.be.at.most(editor.clientWidth);
    });
  }

  it('has no target smaller than 24 px', async () => {
    for (const name of ['conflict', 'save-failed', 'rate-limited', 'preview']) {
      const editor = await show(name, '320px');
      const targets = editor.shadowRoot?.querySelectorAll('button, input:not([hidden]), textarea');
      for (const target of targets ?? []) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.textContent ?? '').to.be.at.least(24);
      }
    }
  });

  it('moves nothing for those who asked for less motion', async () => {
    const isEmulated = await emulate({ 'prefers-reduced-motion': 'reduce' });
    const editor = await show('saving');
    await painted();
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches || !isEmulated).to.equal(true);
    const moving = editor.shadowRoot?.getAnimations().filter(({ effect }) => {
      const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
      // What comes a little later does not move.
      return frames.length === 0 || frames.some((frame) => !('visibility' in frame));
    });
    expect(moving).to.deep.equal([]);
    await emulate({ 'prefers-reduced-motion': 'no-preference' });
  });
});
