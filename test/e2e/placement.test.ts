import { expect } from '@open-wc/testing';
import { closePages } from '../support/page.js';
import { findOverflow, openStage, type StagePage } from './stage-page.js';

interface Placement {
  readonly where: string;
  /** The page's body; the tag comes where it says `<i></i>`. */
  readonly html: string;
  /** On the tag itself. */
  readonly style?: string;
  /** The least width of the tag on a narrow screen; the place's own padding may leave less than the usual. */
  readonly least?: number;
  readonly open?: (place: Element) => void;
}

/** The places of H1, and others where the content decides. */
const sizedByContent: readonly Placement[] = [
  { where: 'a flex row that centres', html: box('display: flex; place-content: center') },
  { where: 'a flex row', html: box('display: flex') },
  {
    where: 'a flex column with centred items',
    html: box('display: flex; flex-direction: column; align-items: center'),
  },
  {
    where: 'a flex column with items at the start',
    html: box('display: flex; flex-direction: column; align-items: flex-start'),
  },
  { where: 'an inline flex box', html: box('display: inline-flex') },
  { where: 'a grid that centres', html: box('display: grid; place-items: center') },
  { where: 'a grid that centres its tracks', html: box('display: grid; place-content: center') },
  { where: 'an inline grid', html: box('display: inline-grid') },
  { where: 'an inline block', html: box('display: inline-block') },
  { where: 'a box of its content', html: box('inline-size: fit-content') },
  { where: 'a box of its widest content', html: box('inline-size: max-content; max-width: 100%') },
  { where: 'a float', html: box('float: inline-start') },
  { where: 'a table cell', html: '<table><tbody><tr><td><i></i></table>' },
  { where: 'a box that is laid out as a table', html: box('display: table') },
  { where: 'a box out of the flow', html: box('position: absolute') },
  {
    where: 'a dialog',
    html: '<dialog open><i></i></dialog>',
    least: 240,
  },
  {
    where: 'a modal dialog',
    html: '<dialog><i></i></dialog>',
    least: 240,
    open: (place) => (place as HTMLDialogElement).showModal(),
  },
  {
    where: 'a popover',
    html: '<div popover><i></i></div>',
    open: (place) => (place as HTMLElement).showPopover(),
  },
  ...[
    'float: inline-start',
    'float: inline-end',
    'display: inline-block',
    'display: inline-flex',
    'display: inline-grid',
    'display: table',
    'inline-size: fit-content',
    'inline-size: max-content',
    'position: absolute',
    'position: fixed',
  ].map((style) => ({
    where: `a block, itself with "${style}"`,
    // The block is what the last two are placed in.
    html: box('contain: layout; min-block-size: 100px'),
    style,
  })),
];

const sizedByThePage: readonly Placement[] = [
  { where: 'a block', html: box('') },
  {
    where: 'a block in blocks with paddings',
    html: `<div style="padding: 10px">${box('')}</div>`,
    least: 260,
  },
  { where: 'a flex column', html: box('display: flex; flex-direction: column') },
  { where: 'a grid', html: box('display: grid') },
  { where: 'a table of the whole width', html: box('display: table; inline-size: 100%') },
  {
    where: 'a side panel with centred items',
    html: box(
      'inline-size: 400px; max-inline-size: 100%; display: flex; flex-direction: column; align-items: center',
    ),
  },
  {
    where: 'a flex item beside a menu, which may get as narrow as its content',
    html: `<div style="display: flex"><nav style="inline-size: 60px"></nav>${box('flex: 1')}</div>`,
    least: 240,
  },
  {
    where: 'a grid column beside a menu',
    html: `<div style="display: grid; grid-template-columns: 60px 1fr"><nav></nav>${box('')}</div>`,
    least: 240,
  },
  { where: 'a box of its narrowest content', html: box('inline-size: min-content'), least: 240 },
];

function box(style: string): string {
  return `<div style="${style}"><i></i></div>`;
}

/** How wide the content of an element may be. */
function roomIn(element: HTMLElement): number {
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
  return element.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
}

for (const screen of [320, 1_000]) {
  describe(`the tag on a screen of ${screen} px`, () => {
    let stage: StagePage;
    before(async () => {
      stage = await openStage(screen, 'long');
    });
    after(closePages);

    for (const dir of ['ltr', 'rtl']) {
      for (const placement of [...sizedByContent, ...sizedByThePage]) {
        const { where, html, style = '', least = 280, open }: Placement = placement;
        const isSizedByContent = sizedByContent.includes(placement);
        it(`has a good width in ${where}, ${dir}`, async () => {
          const { page, editor, form, place } = stage;
          page.document.documentElement.dir = dir;
          place(html);
          editor.style.cssText = style;
          const parent = editor.parentElement as HTMLElement;
          open?.(parent);
          await editor.updateComplete;
          const { scrollingElement } = page.document;
          const tag = editor.getBoundingClientRect();
          const room = roomIn(parent);

          expect(scrollingElement?.scrollWidth, 'the page scrolls sideways').to.equal(
            scrollingElement?.clientWidth,
          );
          expect(parent.scrollWidth, 'its place scrolls sideways').to.be.at.most(
            parent.clientWidth,
          );
          expect(findOverflow(editor), 'sticks out').to.deep.equal([]);
          expect(tag.width, 'wider than its place').to.be.at.most(room + 0.5);
          expect(form.getBoundingClientRect().width).to.be.within(
            Math.min(tag.width, 752) - 40,
            tag.width + 0.5,
          );
          if (screen < 400) {
            expect(tag.width).to.be.at.least(least);
          } else if (isSizedByContent) {
            expect(tag.width).to.be.within(460, 520);
          } else {
            expect(tag.width).to.be.closeTo(room, 0.5);
          }
        });
      }
    }
  });
}
