import type { PageWindow } from '../support/page.js';

/** What was seen of editors, whatever was done to them. */
export interface Seen {
  readonly parts: Set<string>;
  readonly slots: Set<string>;
  readonly states: Set<string>;
  /** Each event's own fields and methods, by its type. */
  readonly events: Map<string, Set<string>>;
  readonly customProperties: Set<string>;
  /** Those custom properties that changed something when they were set. */
  readonly effective: Set<string>;
}

export const createSeen = (): Seen => ({
  parts: new Set(),
  slots: new Set(),
  states: new Set(),
  events: new Map(),
  customProperties: new Set(),
  effective: new Set(),
});

const tag = 'cometchat-profile-editor';

/** Notes the states and events of a page's editors; to be called before the tag is registered. */
export function watchPage(window: PageWindow, seen: Seen): void {
  const states = window.CustomStateSet.prototype;
  const add = states.add;
  states.add = function (this: CustomStateSet, state: string) {
    seen.states.add(state);
    return add.call(this, state);
  };
  const targets = window.EventTarget.prototype;
  const dispatch = targets.dispatchEvent;
  targets.dispatchEvent = function (this: EventTarget, event: Event) {
    if ((this as Partial<Element>).localName === tag) noteEvent(window, event, seen);
    return dispatch.call(this, event);
  };
}

function noteEvent(window: PageWindow, event: Event, seen: Seen): void {
  const names = new Set(seen.events.get(event.type));
  let object: object = event;
  while (object !== window.Event.prototype) {
    for (const name of Object.getOwnPropertyNames(object)) names.add(name);
    object = Object.getPrototypeOf(object) as object;
  }
  // Every browser puts these on the event itself or is free to.
  names.delete('constructor');
  names.delete('isTrusted');
  seen.events.set(event.type, names);
}

/** Notes the parts and slots of an editor, now and after each change. */
export function watchEditor(editor: Element, seen: Seen): void {
  const root = editor.shadowRoot;
  if (!root) throw new Error('The editor shows nothing yet');
  const look = (): void => {
    for (const each of root.querySelectorAll('[part]')) {
      for (const part of each.part) seen.parts.add(part);
    }
    for (const slot of root.querySelectorAll('slot')) seen.slots.add(slot.name);
    for (const sheet of root.adoptedStyleSheets) {
      for (const { cssText } of sheet.cssRules) {
        for (const [name] of cssText.matchAll(/--cometchat-profile-editor-[\w-]+/g)) {
          seen.customProperties.add(name);
        }
      }
    }
  };
  look();
  new MutationObserver(look).observe(root, { attributes: true, childList: true, subtree: true });
}

/** What a custom property may be: a colour, a length or a font. */
const values = ['rgb(1, 2, 3)', '37px', 'monospace'];

/** Sets each custom property to something else and notes which of them the editor's look depends on. */
export function tryCustomProperties(
  window: PageWindow,
  editor: HTMLElement,
  names: Iterable<string>,
  seen: Seen,
): void {
  const look = (): string =>
    [editor, ...(editor.shadowRoot?.querySelectorAll('*') ?? [])]
      .map((each) => {
        const style = window.getComputedStyle(each);
        return [...style].map((name) => style.getPropertyValue(name)).join();
      })
      .join();
  const before = look();
  for (const name of names) {
    for (const value of values) {
      if (seen.effective.has(name)) break;
      editor.style.setProperty(name, value);
      if (look() !== before) seen.effective.add(name);
    }
    editor.style.removeProperty(name);
  }
}
