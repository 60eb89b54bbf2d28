import type { LitElement } from 'lit';

/** The element around the form. */
export type FormHost = LitElement & { save(): Promise<boolean> };

/** Follows keys and focus in an element. */
export function watchForm(host: FormHost): void {
  const { renderRoot } = host;
  renderRoot.addEventListener('keydown', (event) => saveOnEnter(host, event as KeyboardEvent));
  renderRoot.addEventListener('keyup', (event) => showFocused(event as KeyboardEvent));
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    renderRoot.addEventListener(type, (event) => keepTyping(event as KeyboardEvent, renderRoot));
  }
  // What was held back from a field's description belongs to it once it is left, and what happens to one is told by itself
  // once it is entered. The focus also moves in the middle of a drawing, as when what has it is drawn away.
  for (const type of ['focusin', 'focusout']) {
    renderRoot.addEventListener(type, () => queueMicrotask(() => host.requestUpdate()));
  }
}

// Chromium scrolls to the caret of a text of several lines alone, whatever the margins are.
function showFocused({ key, target }: KeyboardEvent): void {
  const element = target as Element;
  if (key === 'Tab' && element.localName === 'textarea')
    element.scrollIntoView({ block: 'nearest' });
}

/** Keeps what is typed into a field from the page's own keys: to its listeners the target is no field. */
function keepTyping(event: KeyboardEvent, root: Node): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.target as Element;
  // A field in a slot is the page's.
  if (target.getRootNode() !== root || !target.matches('input, textarea')) return;
  const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  const isTyped = [...key].length === 1 && !isCommand;
  if (isTyped || isComposing(event)) event.stopPropagation();
}

// Enter saves in the other fields, too. With a modifier it means something else to people who chat.
function saveOnEnter(host: FormHost, event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, altKey, metaKey, target, repeat } = event;
  const isModified = shiftKey || ctrlKey || altKey || metaKey;
  // A field in a slot is the page's.
  const isHere = target === host.renderRoot.querySelector('#statusMessage');
  if (!isHere || key !== 'Enter' || isModified || isComposing(event)) return;
  event.preventDefault();
  if (!repeat) void host.save();
}

// Safari ends the composition before the key that ends it, which then only its code tells from another.
function isComposing({ isComposing: isOpen, keyCode }: KeyboardEvent): boolean {
  return isOpen || keyCode === 229;
}
