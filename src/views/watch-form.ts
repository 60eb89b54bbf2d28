import type { LitElement } from 'lit';
import { isComposing } from './field-view.js';

/** Follows keys and focus in an element. */
export function watchForm(host: LitElement): void {
  const { renderRoot } = host;
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    renderRoot.addEventListener(type, (event) => keepTyping(event as KeyboardEvent, renderRoot));
  }
  // What was held back from a field's description belongs to it from then on. The focus also goes when what has it is drawn
  // away, and so in the middle of a drawing.
  renderRoot.addEventListener('focusout', () => queueMicrotask(() => host.requestUpdate()));
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
