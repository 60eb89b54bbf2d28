import type { CometChatProfileEditor } from '../../src/index.js';
import { languages, loaders } from '../../src/locales/loaders.js';
import type { AllMessages } from '../../src/locales/messages.js';
import { loadPhotoMessages } from '../../src/locales/photo-loaders.js';
import { texts } from '../support/texts.js';
import { until } from '../support/page.js';

/** Every language but American English: the form's texts and those of the dialogs, fetched ahead. */
export async function loadEverything(): Promise<ReadonlyMap<string, AllMessages>> {
  const all = new Map<string, AllMessages>();
  for (const code of languages) {
    const form = await loaders[code]?.();
    const { messages } = await loadPhotoMessages(code);
    if (form) all.set(code, { ...texts, ...form.messages, ...messages });
  }
  return all;
}

/** Puts the page into a language whose texts are there already, and waits for the editor. */
export async function switchTo(editor: CometChatProfileEditor, code: string): Promise<void> {
  document.documentElement.lang = code;
  const form = editor.shadowRoot?.querySelector('form');
  await soon(() => form?.lang.toLowerCase() === code, code);
  await editor.updateComplete;
}

/** Waits for what takes a few turns where everything is there already: thousands of times, so without a pause at first. */
export async function soon(isTrue: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 50 && !isTrue(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  await until(isTrue, what);
}

/** What sticks out of the editor's box, or of the dialog's. */
export function overflowing({ shadowRoot }: CometChatProfileEditor): string[] {
  const box = shadowRoot?.querySelector('dialog[open]') ?? shadowRoot?.querySelector('form');
  const { left, right } = (box as Element).getBoundingClientRect();
  return [...((box as Element).querySelectorAll<HTMLElement>('*') ?? [])]
    .filter((each) => !each.closest('.spoken, .chips, canvas, progress, svg'))
    .filter((each) => {
      const rect = each.getBoundingClientRect();
      return rect.width > 0 && (rect.left < left - 1 || rect.right > right + 1);
    })
    .map((each) => `${each.tagName} ${each.textContent.trim().slice(0, 60)}`);
}

/** Attributes that are read out or shown. */
const spoken = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Each text that is read, shown or heard, once for every place, with the element that it stands in. */
export function placesOf({ shadowRoot }: CometChatProfileEditor): [Element, string][] {
  const places: [Element, string][] = [];
  for (const element of shadowRoot?.querySelectorAll('*') ?? []) {
    if (element.matches('style')) continue;
    for (const name of spoken) {
      const text = element.getAttribute(name)?.trim();
      if (text) places.push([element, text]);
    }
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = own
      .map(({ textContent }) => textContent)
      .join('')
      .trim();
    if (text) places.push([element, text]);
  }
  return places;
}

/** What is said or shown with a placeholder, or with forms for a number, that nobody filled in. */
export function unfilled(editor: CometChatProfileEditor): string[] {
  const texts = placesOf(editor).map(([, text]) => text);
  return texts.filter((text) => /\{\w+\}|\[\w+: /.test(text));
}
