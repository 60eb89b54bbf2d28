import type { ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

/** What was last said of an editor: only news is said, and nothing twice. */
interface Said {
  /** How many refused saves were told of. */
  refusals: number;
  /** The field that it was refused for. */
  refused: ProfileField | undefined;
  /** Whether that is being drawn for the first time. */
  isNews: boolean;
  /** How many conflicts there were. */
  conflicts: number;
  /** How often some of them were settled. */
  settled: number;
  /** The fields whose description is there for who comes to them. */
  readonly described: Set<ProfileField>;
  wasDirty: boolean;
  /** Whether the edits that are gone were discarded. */
  isDiscarded: boolean;
}

const all = new WeakMap<object, Said>();

function saidOf({ editor, refusals }: EditorView): Said {
  let said = all.get(editor);
  if (!said) {
    said = {
      refusals: 0,
      refused: undefined,
      isNews: false,
      conflicts: 0,
      settled: 0,
      described: new Set(),
      wasDirty: false,
      isDiscarded: false,
    };
    all.set(editor, said);
  }
  if (said.refusals !== refusals) {
    said.refusals = refusals;
    const [field, ...others] = Object.keys(editor.problems) as ProfileField[];
    said.refused = others.length > 0 ? undefined : field;
    said.isNews = true;
  }
  return said;
}

/**
 * What a screen reader has to say of a field when it comes there. A text that comes while it is there is held back until it
 * leaves: some tell of such a change, others do not, and the live regions tell it to all. So is what they tell of a refused
 * save, as the field gets the focus.
 */
export function descriptionOf(view: EditorView, field: ProfileField, text: string): string {
  const { described, isNews, refused } = saidOf(view);
  if (!text || (isNews && refused === field)) described.delete(field);
  else if (view.focused !== field) described.add(field);
  return described.has(field) ? text : '';
}

/**
 * The one wrong field that a save has just been refused for. That it gets the focus tells nobody of it who has it already, nor
 * reliably anybody else: Orca is silent where Chromium tells of the caret before the focus.
 */
export function refusedField(
  view: EditorView,
  [field, ...others]: readonly ProfileField[],
): ProfileField | undefined {
  const said = saidOf(view);
  said.isNews = false;
  if (field !== said.refused || others.length > 0) said.refused = undefined;
  return said.refused;
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
  const { hasUnsavedChanges: isDirty, state } = view.editor;
  const isReady = state.kind === 'ready' && !state.notice;
  if (!isReady || isDirty) said.isDiscarded = false;
  else if (said.wasDirty) said.isDiscarded = true;
  said.wasDirty = isDirty;
  return said.isDiscarded;
}
