import type { ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

/** What was last said of an editor: only news is said, and nothing twice. */
interface Said {
  /** How many refused saves were told of. */
  refusals: number;
  /** The one field that it was refused for. */
  refused: ProfileField | undefined;
  /** Whether the focus was there already. */
  wasInside: boolean;
  /** How many conflicts there were. */
  conflicts: number;
  /** How often some of them were settled. */
  settled: number;
  /** The fields whose description is there for who comes to them. */
  readonly described: Set<ProfileField>;
  /** Whose edits there were, if any. */
  person: object | undefined;
  /** Whether the edits that are gone were discarded. */
  isDiscarded: boolean;
  /** What the last that was told makes the form be waited for. */
  awaited: 'loading' | 'failed' | undefined;
}

const all = new WeakMap<object, Said>();

const hasFocus = ({ root }: EditorView, field: ProfileField | undefined): boolean =>
  root?.activeElement?.id === field;

function saidOf(view: EditorView): Said {
  const { editor, refusals } = view;
  let said = all.get(editor);
  if (!said) {
    said = {
      refusals: 0,
      refused: undefined,
      wasInside: false,
      conflicts: 0,
      settled: 0,
      described: new Set(),
      person: undefined,
      isDiscarded: false,
      awaited: view.isLate ? 'loading' : undefined,
    };
    all.set(editor, said);
  }
  if (said.refusals !== refusals) {
    said.refusals = refusals;
    const [field, ...others] = Object.keys(editor.problems) as ProfileField[];
    said.refused = others.length > 0 ? undefined : field;
    said.wasInside = hasFocus(view, field);
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
  else if (!hasFocus(view, field)) described.add(field);
  return described.has(field) ? text : '';
}

/**
 * The one wrong field that a save has just been refused for. Who had the focus there is told what is wrong. Who gets it there
 * hears that of the field, as a rule (Orca is silent where Chromium tells of the caret before the focus), and is told where.
 */
export function refusedField(
  view: EditorView,
  [field, ...others]: readonly ProfileField[],
): { readonly field: ProfileField; readonly wasInside: boolean } | undefined {
  const said = saidOf(view);
  if (field !== said.refused || others.length > 0) said.refused = undefined;
  const { refused, wasInside } = said;
  return refused && { field: refused, wasInside };
}

/** How often conflicts were settled: what is left is then told of again, even where it is the same. */
export function settledConflicts(view: EditorView): number {
  const said = saidOf(view);
  const { length } = view.editor.conflicts;
  if (length < said.conflicts) said.settled += 1;
  said.conflicts = length;
  return said.settled;
}

/** Whether edits were just discarded, or put back by hand; until there are others. */
export function isDiscarded(view: EditorView): boolean {
  const said = saidOf(view);
  const { hasUnsavedChanges: isDirty, person, state } = view.editor;
  const isReady = state.kind === 'ready' && !state.notice;
  if (!isReady || isDirty) said.isDiscarded = false;
  else if (said.person) said.isDiscarded = said.person === person;
  said.person = isDirty ? person : undefined;
  return said.isDiscarded;
}

/**
 * Whether the form is there after all, until there is other news, or somebody comes to it: Chromium tells what stands behind
 * a dialog once more as that closes. Who tried again hears it of the form, which has the focus then.
 */
export function isBack(view: EditorView, isLoading: boolean): boolean {
  const said = saidOf(view);
  const { hasUnsavedChanges, state } = view.editor;
  const focused = view.root?.activeElement;
  const isHere = focused && (said.awaited === 'failed' || focused.localName !== 'form');
  if (isLoading) said.awaited = 'loading';
  else if (state.kind === 'failed') said.awaited = 'failed';
  else if (isHere || hasUnsavedChanges || state.kind === 'saving') said.awaited = undefined;
  return said.awaited !== undefined && state.kind === 'ready';
}
