import type { LitElement } from 'lit';
import type { ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

/** What was last said of an editor: only news is said, and nothing twice. */
interface Said {
  /** The refused save that was told of last. */
  attempts: number;
  /** The field that it was refused for. */
  refused: ProfileField | undefined;
  /** The fields whose description is there for who comes to them. */
  readonly described: Set<ProfileField>;
  wasDirty: boolean;
  /** Whether the edits that are gone were discarded. */
  isDiscarded: boolean;
  /** How near the status message is to its limit, and its length when it came that near. */
  level: number;
  count: number;
}

/** From which share of its limit on the status message's length is told. */
export const counterShare = 0.8;

const all = new WeakMap<object, Said>();

function saidOf({ editor, attempts }: EditorView): Said {
  let said = all.get(editor);
  if (!said) {
    said = {
      attempts,
      refused: undefined,
      described: new Set(),
      wasDirty: false,
      isDiscarded: false,
      level: 0,
      count: 0,
    };
    all.set(editor, said);
  }
  return said;
}

/**
 * What a screen reader has to say of a field when it comes there. A text that comes while it is there is held back until it
 * leaves: some tell of such a change, others do not, and the live regions tell it to all.
 */
export function descriptionOf(view: EditorView, field: ProfileField, text: string): string {
  const { described } = saidOf(view);
  if (!text) described.delete(field);
  else if (view.focused !== field) described.add(field);
  return described.has(field) ? text : '';
}

/** The one wrong field that a save has just been refused for although the focus was there already: nothing else tells of it. */
export function refusedField(
  view: EditorView,
  [field, ...others]: readonly ProfileField[],
): ProfileField | undefined {
  const said = saidOf(view);
  if (said.attempts !== view.attempts) {
    said.attempts = view.attempts;
    said.refused = view.focused === field ? field : undefined;
  }
  if (field !== said.refused || others.length > 0) said.refused = undefined;
  return said.refused;
}

/** Whether edits were just discarded, or put back by hand; until there are others. */
export function isDiscarded(view: EditorView): boolean {
  const said = saidOf(view);
  const { hasUnsavedChanges: isDirty, state } = view.editor;
  const isReady = state.kind === 'ready' && !state.notice;
  if (!isReady || isDirty) said.isDiscarded = false;
  else if (said.wasDirty) said.isDiscarded = true;
  said.wasDirty = isDirty;
  return said.isDiscarded;
}

/** Of which length to tell: once as the limit comes near, once as it is reached, and once as it is passed; else undefined. */
export function countToSay(view: EditorView, count: number, share: number): number | undefined {
  const said = saidOf(view);
  const level = share < counterShare ? 0 : share < 1 ? 1 : share === 1 ? 2 : 3;
  if (level !== said.level) said.count = count;
  said.level = level;
  return level === 0 ? undefined : said.count;
}

/** Gives the focus to a field once what was pressed is drawn away with its effect: what the field then says of itself is true. */
export async function focusAfter(event: Event, field: ProfileField): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  const root = button.getRootNode() as ShadowRoot;
  button.blur();
  await (root.host as LitElement).updateComplete;
  root.getElementById(field)?.focus();
}
