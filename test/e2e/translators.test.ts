import { expect } from '@open-wc/testing';
import { clearStorage, tagFor } from '../support/host-page.js';
import { closePages, openPage, reach, until, type TestPage } from '../support/page.js';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { screenOf, type Screen } from '../support/screen.js';

/** The text nodes that a browser would translate. */
function textsIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(
    (text) =>
      text.data.trim() &&
      !text.parentElement?.closest('style, script, textarea, font, [translate="no"]'),
  );
}

/** Does to an element's texts what Chrome's translation does, without another language: each becomes an element. */
function translate({ shadowRoot }: Element): void {
  for (const text of textsIn(shadowRoot as ShadowRoot)) {
    const outer = text.ownerDocument.createElement('font');
    const inner = text.ownerDocument.createElement('font');
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** All that there is to read, line by line. */
function readAll({ shadowRoot }: Element): readonly string[] {
  const parts = [...(shadowRoot?.querySelectorAll('label, p, span, b, button, figcaption') ?? [])];
  return parts.map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim());
}

describe('a browser that translates the page', () => {
  let worlds: readonly TestSandbox[];
  let pages: readonly TestPage[];

  // One is translated again and again, the other never.
  beforeEach(async () => {
    worlds = await Promise.all([createSandbox(), createSandbox()]);
    pages = await Promise.all(
      worlds.map((world) => {
        const token = `auth-token="${world.token('alice')}"`;
        return openPage(tagFor(world, `${token} preview no-draft lang="en"`));
      }),
    );
    for (const { editor } of pages) await reach(editor, 'ready');
  });

  afterEach(async () => {
    closePages();
    for (const world of worlds) {
      clearStorage(world);
      await world.dispose();
    }
  });

  async function expectNothingStale(step: string): Promise<void> {
    for (const { editor } of pages) await editor.updateComplete;
    const [translated, plain] = pages.map(({ editor }) => readAll(editor));
    expect(translated, step).to.deep.equal(plain);
    if (pages[0]) translate(pages[0].editor);
  }

  const inBoth = (act: (screen: Screen, page: TestPage) => void): void => {
    for (const page of pages) act(screenOf(page.editor), page);
  };

  it('finds texts to translate, and none that people wrote', async () => {
    const { editor } = pages[0] as TestPage;
    translate(editor);
    const said = [...(editor.shadowRoot?.querySelectorAll('font > font') ?? [])].map(
      ({ textContent }) => textContent?.trim(),
    );
    expect(said).to.include.members(['Name', 'Save changes', 'Status message']);
    for (const written of ['Alice', 'Here', 'A']) expect(said).not.to.include(written);
  });

  it('never reads a stale text of a field', async () => {
    const steps: readonly [step: string, name: string, text: string][] = [
      ['no name', 'Name', ' '],
      ['one that is too long', 'Name', 'x'.repeat(101)],
      ['one of control characters', 'Name', 'a\u0007b'],
      ['a good one', 'Name', 'Alice Liddell'],
      ['a status near the limit', 'Status message', 'y'.repeat(130)],
      ['one nearer to it', 'Status message', 'y'.repeat(140)],
      ['one that is too long', 'Status message', 'y'.repeat(151)],
      ['a short one', 'Status message', 'Away'],
      ['a photo without https', 'Photo URL', 'http://photos.example/a.png'],
      ['one that is no address', 'Photo URL', 'photo'],
    ];
    await expectNothingStale('at first');
    for (const [step, name, text] of steps) {
      inBoth((screen) => {
        screen.type(name, text);
        screen.leave(name);
      });
      await expectNothingStale(step);
    }
    inBoth((screen) => screen.click('Discard changes'));
    await expectNothingStale('discarded');
    inBoth((screen) => screen.click('Remove photo'));
    await expectNothingStale('the photo removed');
    inBoth((screen) => screen.click('Undo'));
    await expectNothingStale('and put back');
  });

  it('never reads a stale text of a save', async () => {
    await expectNothingStale('at first');
    inBoth((screen) => screen.type('Name', 'Alice Liddell'));
    await expectNothingStale('edited');
    for (const world of worlds) await world.setFault({ kind: 'hang', phase: 'save' });
    inBoth((_, { editor }) => void editor.save());
    await expectNothingStale('saving');
    for (const world of worlds) await world.clearFaults({ answer: true });
    for (const { editor } of pages) await until(() => editor.state === 'ready', 'it is not saved');
    await expectNothingStale('saved');
    for (const world of worlds) await world.setFault({ kind: 'error-500', phase: 'save' });
    inBoth((screen) => screen.type('Name', 'Alice Archer'));
    await expectNothingStale('edited again');
    for (const { editor } of pages) expect(await editor.save()).to.equal(false);
    await expectNothingStale('failed');
    for (const world of worlds) {
      await world.clearFaults();
      await world.setFault({ kind: 'permission-denied', phase: 'save' });
    }
    for (const { editor } of pages) expect(await editor.save()).to.equal(false);
    await expectNothingStale('failed otherwise');
  });

  it('never reads a stale text of a conflict', async () => {
    await expectNothingStale('at first');
    inBoth((screen) => screen.type('Name', 'Alice Liddell'));
    await expectNothingStale('edited');
    for (const name of ['Alice Elsewhere', 'Alice Anywhere']) {
      for (const world of worlds) await world.patchUser('alice', { name });
      for (const { editor } of pages) await editor.reload();
      await expectNothingStale(name);
    }
    inBoth((screen) => screen.click('Use the other'));
    await expectNothingStale('settled');
  });
});
