import type { LitElement } from 'lit';

/** What a person meets in an editor, by role and accessible name. */
export interface Screen {
  textbox(name: string): HTMLInputElement | HTMLTextAreaElement;
  button(name: string): HTMLButtonElement;
  hasButton(name: string): boolean;
  image(name: string): HTMLElement;
  /** The text of the status or alert region. */
  status(): string;
  alert(): string;
  /** What is told of fields besides, each by a region of its own. */
  news(): string[];
  /** What a field says about itself, by `aria-describedby`. */
  description(name: string): string;
  /** Types a text over what is in a field, as the browser would report it. */
  type(name: string, text: string): void;
  /** Leaves a field, as the browser would report it. */
  leave(name: string): void;
  click(name: string): void;
  /** Opens the menu of the photo, and chooses from it. */
  choose(item: string): Promise<void>;
}

const selectors = {
  textbox: 'input, textarea',
  button: 'button',
  image: 'img, [role="img"]',
};

/** Finds things in an element's shadow root; throws where there is not exactly one. */
export function screenOf(element: Element): Screen {
  const root = element.shadowRoot;
  if (!root) throw new Error('The element has no shadow root: is the tag defined?');
  const all = (role: keyof typeof selectors, name: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(selectors[role])].filter(
      (each) => nameOf(root, each) === name,
    );
  const one = <T extends HTMLElement>(role: keyof typeof selectors, name: string): T => {
    const found = all(role, name);
    if (found.length !== 1) throw new Error(`There are ${found.length} of ${role} "${name}"`);
    return found[0] as T;
  };
  const screen: Screen = {
    textbox: (name) => one('textbox', name),
    button: (name) => one('button', name),
    hasButton: (name) => all('button', name).length > 0,
    image: (name) => one('image', name),
    status: () => textOf(root.querySelector('[role="status"]')),
    alert: () => textOf(root.querySelector('[role="alert"]')),
    news: () => [...root.querySelectorAll('.actions > .spoken')].map(textOf).filter(Boolean),
    description: (name) =>
      (screen.textbox(name).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => textOf(root.getElementById(id)))
        .join(' '),
    type: (name, text) => {
      const box = screen.textbox(name);
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    leave: (name) =>
      void screen.textbox(name).dispatchEvent(new Event('change', { bubbles: true })),
    click: (name) => screen.button(name).click(),
    choose: async (item) => {
      screen.click('Change photo');
      await (element as LitElement).updateComplete;
      const items = [...root.querySelectorAll<HTMLElement>('[role="menuitem"]')];
      const found = items.filter((each) => textOf(each) === item);
      if (found.length !== 1) throw new Error(`There are ${found.length} of menu item "${item}"`);
      found[0]?.click();
    },
  };
  return screen;
}

function nameOf(root: ShadowRoot, element: HTMLElement): string {
  const label = element.id ? root.querySelector(`label[for="${element.id}"]`) : null;
  const name = label ?? element;
  return (element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? textOf(name)).trim();
}

function textOf(element: Element | null): string {
  // Nobody sees the marks that keep a foreign value's direction to itself.
  const text = (element?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
  return text.replace(/\s+/g, ' ').trim();
}
