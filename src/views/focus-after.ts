import type { LitElement } from 'lit';
import type { ProfileField } from '../profile.js';

/** Gives the focus to a field once what was pressed is drawn away with its effect: what the field then says of itself is true. */
export async function focusAfter(event: Event, field: ProfileField): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  const root = button.getRootNode() as ShadowRoot;
  button.blur();
  await (root.host as LitElement).updateComplete;
  root.getElementById(field)?.focus();
}
