import { isComposing } from './field-view.js';

/** Keeps what is typed into a field from the page's own keys: to its listeners the target is no field. */
export function keepTyping(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, currentTarget } = event;
  const target = event.target as Element;
  // A field in a slot is the page's.
  const isOurs = target.getRootNode() === (currentTarget as Element).getRootNode();
  if (!isOurs || !target.matches('input, textarea')) return;
  const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState('AltGraph');
  const isTyped = [...key].length === 1 && !isCommand;
  if (isTyped || isComposing(event)) event.stopPropagation();
}
