import { expect } from '@open-wc/testing';
import { formStyles } from '../../src/views/form.styles.js';
import { closePages } from '../support/page.js';
import { findOverflow, openStage, type StagePage } from './stage-page.js';

/** Inherited properties that end at the form. */
const keptOut: Readonly<Record<string, readonly string[]>> = {
  '-webkit-text-fill-color': ['red'],
  '-webkit-text-stroke-width': ['2px'],
  '-webkit-user-select': ['none'],
  'border-collapse': ['collapse'],
  'border-spacing': ['20px'],
  'caret-color': ['transparent'],
  color: ['#ddd'],
  'font-feature-settings': ['"smcp"'],
  'font-kerning': ['none'],
  'font-size-adjust': ['0.9'],
  'font-stretch': ['50%'],
  'font-style': ['italic'],
  'font-variant': ['small-caps'],
  'font-weight': ['100', '900'],
  hyphens: ['auto', 'none'],
  'letter-spacing': ['-1px', '3px', '0.3em'],
  'line-break': ['anywhere'],
  'line-height': ['0', '1', '3', '40px'],
  'list-style': ['square inside'],
  'overflow-wrap': ['anywhere', 'break-word'],
  quotes: ['none'],
  'tab-size': ['20'],
  'text-align': ['center', 'right', 'end', 'justify'],
  'text-align-last': ['center'],
  'text-indent': ['40px', '-40px', '10%'],
  'text-orientation': ['upright'],
  'text-shadow': ['2px 2px red'],
  'text-transform': ['uppercase', 'capitalize', 'full-width'],
  'text-wrap': ['nowrap', 'balance', 'pretty'],
  'user-select': ['none', 'all'],
  'white-space': ['nowrap', 'pre', 'pre-wrap', 'pre-line', 'break-spaces'],
  'word-break': ['break-all', 'keep-all'],
  'word-spacing': ['12px', '-3px'],
};

/** What a page says of its tags, or of all elements. */
const resets: readonly string[] = [
  '* { margin: 0; padding: 0 }',
  '* { box-sizing: border-box }',
  '* { box-sizing: content-box }',
  '* { max-width: 100%; min-width: 0 }',
  '* { font: inherit }',
  '* { border: 0; outline: 0 }',
  '* { vertical-align: baseline; line-height: 1; list-style: none }',
  '*, *::before, *::after { margin: 0; padding: 0; box-sizing: border-box; border: 0 solid }',
  '*:not(html, head, head *, body) { all: unset; display: block }',
  ...['block', 'inline', 'inline-block; width: 100%', 'flex', 'grid', 'contents'].map(
    (display) => `cometchat-profile-editor { display: ${display} }`,
  ),
  'cometchat-profile-editor { display: flex; align-items: center; justify-content: center }',
  'cometchat-profile-editor { display: grid; place-items: center }',
  'cometchat-profile-editor { padding: 0; margin: 0; min-width: 0 }',
  'cometchat-profile-editor { all: unset }',
  'cometchat-profile-editor { all: initial }',
  'cometchat-profile-editor { all: revert }',
  'cometchat-profile-editor { overflow: hidden; container-type: normal; position: relative }',
  'form, label, input, textarea, button, p, div, span, img { display: none }',
];

/** Where each part of the form is, in the box that the tag is in. */
function layOut({ editor, form }: StagePage): Readonly<Record<string, readonly number[]>> {
  const origin = editor.parentElement?.getBoundingClientRect() as DOMRect;
  const parts = [form, ...form.querySelectorAll('*')];
  return Object.fromEntries(
    parts
      .filter((each) => each.getClientRects().length > 0)
      .map((each, index) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const name = `${index} ${each.id || each.className || each.localName}`;
        return [name, [x - origin.x, y - origin.y, width, height]];
      }),
  );
}

/** The first parts that are not where they were, within a pixel. */
function findMoved(
  from: Readonly<Record<string, readonly number[]>>,
  to: Readonly<Record<string, readonly number[]>>,
): readonly string[] {
  expect(Object.keys(to)).to.deep.equal(Object.keys(from));
  return Object.entries(from)
    .filter(([name, rect]) =>
      rect.some((value, index) => Math.abs(value - at(to, name, index)) > 1),
    )
    .map(([name, rect]) => `${name}: ${rect.join(' ')} → ${to[name]?.join(' ')}`)
    .slice(0, 3);
}

const at = (all: Readonly<Record<string, readonly number[]>>, name: string, index: number) =>
  all[name]?.[index] ?? NaN;

describe("a page's styles", () => {
  let stage: StagePage;
  let usual: Readonly<Record<string, readonly number[]>>;
  before(async () => {
    stage = await openStage(560, 'long');
    stage.place('<main style="inline-size: 520px"><i></i></main>');
    usual = layOut(stage);
  });
  afterEach(() => {
    const { editor, page, sheet } = stage;
    sheet.textContent = '';
    editor.style.cssText = '';
    for (const name of ['style', 'dir']) page.document.body.removeAttribute(name);
    page.document.documentElement.removeAttribute('style');
    expect(findMoved(usual, layOut(stage)), 'after the test').to.deep.equal([]);
  });
  after(closePages);

  const styleOf = (part: Element): CSSStyleDeclaration => stage.page.window.getComputedStyle(part);
  const part = (selector: string): HTMLElement => {
    const found = stage.form.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The form has no ${selector}`);
    return found;
  };

  for (const [property, values] of Object.entries(keptOut)) {
    for (const value of values) {
      it(`do not reach the form: ${property}: ${value}`, () => {
        const { page, editor, form } = stage;
        const read = (): readonly string[] =>
          [form, ...form.querySelectorAll('*')].map((each) =>
            styleOf(each).getPropertyValue(property),
          );
        const before = read();
        page.document.body.style.setProperty(property, value);
        expect(findMoved(usual, layOut(stage)), 'from the body').to.deep.equal([]);
        expect(read(), 'from the body').to.deep.equal(before);

        editor.style.setProperty(property, value);
        expect(findMoved(usual, layOut(stage)), 'from the tag').to.deep.equal([]);
        expect(read(), 'from the tag').to.deep.equal(before);
      });
    }
  }

  for (const reset of resets) {
    it(`do not move the form: ${reset}`, () => {
      const { sheet, page } = stage;
      sheet.textContent = reset;
      expect(findMoved(usual, layOut(stage))).to.deep.equal([]);
      const { scrollingElement } = page.document;
      expect(scrollingElement?.scrollWidth).to.equal(scrollingElement?.clientWidth);
    });
  }

  it('leave what is in the slots in line with the fields', () => {
    const { editor, sheet, page } = stage;
    sheet.textContent = '* { margin: 0; padding: 0 }';
    const add = (slot: string): HTMLElement => {
      const child = Object.assign(page.document.createElement('p'), { slot, textContent: slot });
      editor.append(child);
      return child;
    };
    const children = ['heading', 'before-fields', 'after-fields', 'footer'].map(add);
    const edges = children.map((child) => child.getBoundingClientRect());
    const field = part('#name').getBoundingClientRect();
    const tag = editor.getBoundingClientRect();
    for (const child of children) child.remove();
    for (const { left, right } of edges) {
      expect([left, right]).to.deep.equal([field.left, field.right]);
    }
    expect(edges[0]?.top).to.equal(tag.top + 16);
    expect(edges[3]?.bottom).to.be.closeTo(tag.bottom - 16, 0.5);
  });

  for (const writingMode of ['vertical-rl', 'vertical-lr']) {
    it(`do not turn the form: writing-mode: ${writingMode}`, () => {
      const { page, form, editor } = stage;
      page.document.body.style.writingMode = writingMode;
      expect(styleOf(form).writingMode).to.equal('horizontal-tb');
      expect(findOverflow(editor)).to.deep.equal([]);
      // A line that runs the other way than its column is as wide as its content.
      expect(form.getBoundingClientRect().width).to.equal(480);
    });
  }

  for (const [given, expected] of [
    ['0', 14],
    ['10px', 14],
    ['62.5%', 14],
    ['13px', 14],
    ['18px', 18],
    ['24px', 24],
    ['200%', 32],
  ] as const) {
    it(`decide the size of the text, down to what can be read: ${given}`, () => {
      const { page, editor, sheet } = stage;
      sheet.textContent = `html { font-size: ${given} }`;
      for (const selector of [
        '#name',
        '#statusMessage',
        '[part="save"]',
        '.bubble > :last-child',
      ]) {
        expect(styleOf(part(selector)).fontSize, selector).to.equal(`${expected}px`);
      }
      expect(findOverflow(editor)).to.deep.equal([]);
      const { scrollingElement } = page.document;
      expect(scrollingElement?.scrollWidth).to.equal(scrollingElement?.clientWidth);
    });
  }

  for (const [given, expected] of [
    ['10px', 16],
    ['15px', 16],
    ['24px', 24],
  ] as const) {
    it(`do not make text fields so small that a touch screen zooms in on them: ${given}`, () => {
      const { page, editor, sheet } = stage;
      sheet.textContent = `html { font-size: ${given} }`;
      // No engine can pretend to have a touch screen here, so what is said for one is said for all.
      const forTouch = new page.window.CSSStyleSheet();
      for (const rule of formStyles.styleSheet?.cssRules ?? []) {
        if (!(rule instanceof CSSMediaRule) || rule.conditionText !== '(pointer: coarse)') continue;
        // Chromium keeps a custom property that a sheet took along: only what is said of the fields.
        for (const { cssText } of rule.cssRules) {
          if (cssText.startsWith('input')) forTouch.insertRule(cssText);
        }
      }
      const root = editor.shadowRoot as ShadowRoot;
      const adopted = root.adoptedStyleSheets;
      root.adoptedStyleSheets = [...adopted, forTouch];
      const fields = [...root.querySelectorAll('input:not([type="file"]), textarea')];
      const sizes = fields.map((field) => styleOf(field).fontSize);
      root.adoptedStyleSheets = adopted;
      expect(sizes).to.deep.equal(Array(3).fill(`${expected}px`));
    });
  }

  for (const zoom of [0.5, 1.25, 2]) {
    it(`may enlarge or reduce the form: zoom: ${zoom}`, () => {
      const { page, editor } = stage;
      page.document.body.style.zoom = String(zoom);
      expect(findOverflow(editor)).to.deep.equal([]);
    });
  }

  for (const [property, value, selector] of [
    ['font-family', 'monospace', '#name'],
    ['font-family', 'monospace', 'label'],
    ['color-scheme', 'dark', '#name'],
    ['color-scheme', 'dark', 'label'],
    ['visibility', 'hidden', '[part="save"]'],
    ['pointer-events', 'none', '[part="save"]'],
    ['cursor', 'wait', '.avatar'],
  ] as const) {
    it(`reach the form on purpose: ${property}: ${value} at ${selector}`, () => {
      const { page, editor } = stage;
      expect(styleOf(part(selector)).getPropertyValue(property)).not.to.equal(value);
      page.document.body.style.setProperty(property, value);
      expect(styleOf(part(selector)).getPropertyValue(property), 'from the body').to.equal(value);
      page.document.body.removeAttribute('style');
      editor.style.setProperty(property, value);
      expect(styleOf(part(selector)).getPropertyValue(property), 'from the tag').to.equal(value);
    });
  }

  it('reach the form on purpose: its direction', async () => {
    const { page, editor, form } = stage;
    const rightOf = (element: Element): number => element.getBoundingClientRect().right;
    expect(form.getBoundingClientRect().right - rightOf(part('.avatar'))).to.be.above(300);
    page.document.body.dir = 'rtl';
    await editor.updateComplete;
    expect(form.getBoundingClientRect().right - rightOf(part('.avatar'))).to.equal(16);
    expect(styleOf(part('label')).textAlign).to.equal('start');
    expect(findOverflow(editor)).to.deep.equal([]);
    page.document.body.dir = 'ltr';
    await editor.updateComplete;
  });

  it('reach the form on purpose: its language', async () => {
    const { page, editor, form } = stage;
    const localeOf = (element: Element): string =>
      styleOf(element).getPropertyValue('-webkit-locale').replaceAll('"', '');
    page.document.documentElement.lang = 'en-GB';
    await editor.updateComplete;
    // Decides which glyphs a Chinese or Japanese text gets. Firefox has no name for it.
    expect(localeOf(form)).to.equal(localeOf(page.document.body));
    page.document.documentElement.lang = 'en';
  });

  it('may make the form inert', () => {
    const { editor } = stage;
    part('#name').focus();
    expect(editor.shadowRoot?.activeElement?.id).to.equal('name');
    part('#name').blur();
    editor.inert = true;
    part('#name').focus();
    expect(editor.shadowRoot?.activeElement).to.equal(null);
    editor.inert = false;
  });
});
