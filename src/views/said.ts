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
}

const all = new WeakMap<object, Said>();

function saidOf({ editor }: EditorView): Said {
  let said = all.get(editor);
  if (!said) {
    said = {
      attempts: 0,
      refused: undefined,
      described: new Set(),
      wasDirty: false,
      isDiscarded: false,
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
