import type { CometChatProfileEditor } from '../../src/index.js';
import { importInto, openPage, type TestPage } from '../support/page.js';

/** A page that shows a scene, in a frame of the width of a screen. */
export interface StagePage {
  readonly page: TestPage;
  readonly editor: CometChatProfileEditor;
  readonly form: HTMLElement;
  /** The document's own style sheet, in the test's hand. */
  readonly sheet: HTMLStyleElement;
  /** Makes `html` the page's body and moves the editor to where it says `<i></i>`. */
  place(html: string): void;
}

/** Opens a page that is so wide, in CSS pixels, and shows one of the scenes of `demo/states-scenes.ts` in it. */
export async function openStage(inlineSize: number, scene: string): Promise<StagePage> {
  const page = await openPage('');
  const { window, document } = page;
  const frame = window.frameElement as HTMLIFrameElement;
  frame.style.inlineSize = `${inlineSize}px`;
  const { scenes, showScene } = await importInto<typeof import('../../demo/states-scenes.js')>(
    window,
    '/demo/states-scenes.ts',
  );
  const shown = scenes.find(({ name }) => name === scene);
  if (!shown) throw new Error(`There is no state "${scene}"`);
  const editor = await showScene(shown, document.body);
  const form = editor.shadowRoot?.querySelector('form');
  if (!form) throw new Error('There is no form');
  const sheet = document.createElement('style');
  document.head.append(sheet);
  return {
    page,
    editor,
    form,
    sheet,
    place: (html) => {
      // Taken out and put in within one task, it is moved.
      const range = document.createRange();
      const content = range.createContextualFragment(html);
      content.querySelector('i')?.replaceWith(editor);
      document.body.replaceChildren(content);
    },
  };
}

/** What sticks out of an element sideways; the chips scroll. */
export function findOverflow(editor: CometChatProfileEditor): readonly string[] {
  const edge = editor.getBoundingClientRect();
  return [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
    .filter((each) => each.getClientRects().length > 0 && !each.closest('.chips, .spoken'))
    .filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left < edge.left - 1 || right > edge.right + 1;
    })
    .map((each) => each.id || each.className || each.localName);
}
