import { expect } from '@open-wc/testing';
import { styles } from '../../src/cometchat-profile-editor.styles.js';
import { addScript, closePages, openPage, until, type TestPage } from '../support/page.js';

const [, pristineSize = ''] = /--_pristine-size: ([^;]+);/.exec(styles.cssText) ?? [];

/** What the documentation tells a page to say. */
const advice = `cometchat-profile-editor:not(:defined, [hidden]) {
  display: block;
  padding-block-end: ${pristineSize};
}`;

/** The Layout Instability API lets moves of less than three pixels pass, and lines are not as high in all engines. */
const tolerance = 3;

const box = '<cometchat-profile-editor></cometchat-profile-editor>';

/** A page whose script has not come yet. */
async function openEarly(inlineSize: number, lang: string): Promise<TestPage> {
  const page = await openPage('', { module: null });
  const { window, document } = page;
  (window.frameElement as HTMLElement).style.cssText = 'width: 1000px; height: 900px; border: 0';
  document.documentElement.lang = lang;
  document.body.innerHTML = `
    <style>${advice}</style>
    <main style="inline-size: ${inlineSize}px">${box}<p>What comes after it</p></main>`;
  await framesOf(page, 2);
  return page;
}

async function framesOf({ window }: TestPage, count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) {
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
  }
}

const isDrawn = ({ editor }: TestPage): boolean =>
  Boolean(editor.shadowRoot?.querySelector('form button'));

/** Lets the script come, and notes where the text after the tag is in each frame until the form has been there for some. */
async function watchArrival(page: TestPage): Promise<readonly number[]> {
  const { window, document } = page;
  const after = document.querySelector('p') as HTMLElement;
  const tops: number[] = [];
  let isWatched = true;
  const note = (): void => {
    tops.push(after.getBoundingClientRect().top);
    if (isWatched) window.requestAnimationFrame(note);
  };
  note();
  await addScript(window, '/src/define.ts', 'module');
  await until(() => isDrawn(page), 'The form is not drawn');
  await framesOf(page, 3);
  isWatched = false;
  return tops;
}

describe('a script that arrives after the first paint', () => {
  afterEach(closePages);

  it('finds its place reserved by the lines in the documentation', async () => {
    const squeeze = (text: string): string => text.replace(/\s/g, '');
    expect(pristineSize).to.contain('px');
    for (const page of ['/README.md', '/docs/styling.md']) {
      expect(squeeze(await (await fetch(page)).text()), page).to.include(squeeze(advice));
    }
  });

  for (const inlineSize of [320, 400, 560, 900]) {
    it(`moves nothing where the page keeps the room, at ${inlineSize} px`, async () => {
      const page = await openEarly(inlineSize, 'en');
      const shifts: PerformanceEntry[] = [];
      const observer = new page.window.PerformanceObserver((list) => {
        shifts.push(...list.getEntries());
      });
      if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
        observer.observe({ type: 'layout-shift', buffered: true });
      }
      const tops = await watchArrival(page);
      expect(tops.length).to.be.above(3);
      expect(Math.max(...tops) - Math.min(...tops), tops.join(' ')).to.be.below(tolerance);
      shifts.push(...observer.takeRecords());
      observer.disconnect();
      expect(shifts.map((each) => JSON.stringify(each))).to.deep.equal([]);
    });
  }

  it('keeps the room while the form waits for its language', async () => {
    const page = await openEarly(560, 'ar');
    const kept = page.editor.getBoundingClientRect().height;
    expect(kept).to.be.above(200);
    let heights: readonly number[] = [];
    const { window } = page;
    const note = (): void => {
      if (isDrawn(page)) return;
      heights = [...heights, page.editor.getBoundingClientRect().height];
      window.requestAnimationFrame(note);
    };
    note();
    await watchArrival(page);
    expect(heights.length).to.be.above(1);
    expect(new Set(heights)).to.deep.equal(new Set([kept]));
  });

  it('keeps none for a tag that is hidden', async () => {
    const page = await openEarly(560, 'en');
    page.editor.hidden = true;
    expect(page.editor.getBoundingClientRect().height).to.equal(0);
    await addScript(page.window, '/src/define.ts', 'module');
    await framesOf(page, 2);
    expect(page.editor.getBoundingClientRect().height).to.equal(0);
  });

  it('adds none to a form that a server wrote', () => {
    const host = document.createElement('div');
    host.style.cssText = `inline-size: 560px; padding-block-end: ${pristineSize}`;
    document.body.append(host);
    const { height: kept } = host.getBoundingClientRect();
    host.style.paddingBlockEnd = '';
    const root = host.attachShadow({ mode: 'open' });
    if (styles.styleSheet) root.adoptedStyleSheets = [styles.styleSheet];
    const { height: empty } = host.getBoundingClientRect();
    root.innerHTML = `<slot name="heading"></slot>
      <form><input style="block-size: 300px"></form>
      <slot name="footer"></slot>`;
    const { height: full } = host.getBoundingClientRect();
    const top = root.querySelector('form')?.getBoundingClientRect().top ?? NaN;
    const offset = top - host.getBoundingClientRect().top;
    host.remove();
    expect(empty).to.equal(kept);
    expect(full).to.equal(332);
    expect(offset).to.equal(16);
  });
});
