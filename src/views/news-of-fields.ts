import type { EditorState } from '../editor/editor-state.js';
import { fields } from '../fields.js';
import {
  profileFields,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import { describeProblem } from './field-notices-view.js';
import type { EditingView } from './kit.js';
import { withLabel } from './sentences.js';

/** What the fields held when they were last drawn, and what of it came about by something else than typing. */
interface Seen {
  person: object;
  state: EditorState;
  readonly values: Partial<Record<ProfileField, string>>;
  /** The fields that were edited. */
  edited: ProfileChanges;
  wasDirty: boolean;
  /** The field that had the focus. */
  focused: string | undefined;
  /** The fields that the last change has put something in, such as a suggestion or a photo. */
  readonly changed: Set<ProfileField>;
  /** How many changes there were, and how many refused saves. */
  turn: number;
  refusals: number;
  /** The fields that were left while something is wrong with them. */
  readonly left: Set<ProfileField>;
}

const all = new WeakMap<object, Seen>();

/** Something to be told. */
export interface News {
  readonly texts: readonly string[];
  /** Another number for every time that it happens: the same is told again. */
  readonly turn?: number;
}

/**
 * What is to be told of fields since nobody typed it: what was put in, by a button, from another device, or as another person
 * signed in, until the next change; and what is wrong with those that were left. A field that gets the focus with it tells
 * it itself. To be called whenever the form is drawn.
 */
export function newsOfFields(view: EditingView): { readonly put: News; readonly left: News } {
  const { t } = view;
  const { values, changed, left, turn } = look(view);
  const tell = (field: ProfileField, text: string): string =>
    withLabel(view, t(fields[field].label), text);
  const describe = (field: ProfileField): string => {
    const value = values[field];
    if (field === 'avatar') return t(value ? 'photoChanged' : 'photoRemoved');
    return tell(field, value || t('noStatus'));
  };
  const describeWrong = (field: ProfileField): string =>
    tell(field, describeProblem(view, field) ?? '');
  return {
    put: { texts: Array.from(changed, describe), turn },
    left: { texts: Array.from(left, describeWrong) },
  };
}

function look(view: EditingView): Seen {
  const { editor, root, refusals } = view;
  const { person, state, changes, hasUnsavedChanges, problems } = editor;
  const seen = all.get(editor) ?? makeSeen(view);
  const { changed, left } = seen;
  const others = findOthers(view, seen);
  // Chromium tells once more what stands behind a dialog that closes.
  const isSilent = view.optional?.picker.isOpen || seen.refusals !== refusals;
  // What comes from another device while something is saved is told after that.
  const isDone =
    seen.state.kind !== 'saving' &&
    (state.kind === 'saving' || (seen.wasDirty && isToldAsSuch(view, seen)));
  if (others.length > 0 || isSilent || isDone || seen.person !== person) changed.clear();
  if (others.length > 0) seen.turn += 1;
  const values = valuesOf(view);
  const focused = root?.activeElement?.id;
  for (const field of profileFields) {
    // A photo may be pasted where the focus is.
    const isPasted = field === 'avatar' && editor.photo;
    const isPut = others.includes(field) && !isTyped(view, field, values[field]);
    if (focused === field && seen.focused !== field && !isPasted) changed.delete(field);
    else if (isPut && !isSilent) changed.add(field);
    if (!problems[field]) left.delete(field);
    else if (focused !== field) left.add(field);
  }
  for (const field of shownFields(view)) seen.values[field] = values[field];
  Object.assign(seen, {
    person,
    state,
    edited: changes,
    wasDirty: hasUnsavedChanges,
    focused,
    refusals,
  });
  // Until there are values nobody has seen any; from then on they are those of whoever was there last.
  if (editor.hasValues) all.set(editor, seen);
  return seen;
}

/** The fields that hold something else than before, but for what somebody saves, discards or gets back. */
function findOthers(view: EditingView, seen: Seen): ProfileField[] {
  const { editor } = view;
  const { changes, person } = editor;
  const fieldsToTell = shownFields(view);
  if (!all.has(editor)) return fieldsToTell.filter((field) => isPutFirst(view, field));
  const values = valuesOf(view);
  const own = isToldAsSuch(view, seen)
    ? { ...changes, ...(seen.person === person && seen.edited) }
    : {};
  return fieldsToTell.filter((field) => values[field] !== seen.values[field] && !(field in own));
}

/** Whether the form says what became of the edits. */
function isToldAsSuch({ editor }: EditingView, seen: Seen): boolean {
  const { state, hasUnsavedChanges } = editor;
  const isNotice = state.kind === 'ready' && state.notice && state !== seen.state;
  return state.kind === 'saving' || Boolean(isNotice) || !hasUnsavedChanges;
}

/** What is unknown meanwhile, since a session ended, is hidden, and has not changed. */
const shownFields = ({ editor, hidden }: EditingView): ProfileField[] =>
  profileFields.filter((field) => editor.hasValues && !hidden.has(field));

function makeSeen({ editor, refusals }: EditingView): Seen {
  const { person, state, changes, hasUnsavedChanges } = editor;
  return {
    person,
    state,
    values: {},
    edited: changes,
    wasDirty: hasUnsavedChanges,
    focused: undefined,
    changed: new Set(),
    turn: 0,
    refusals,
    left: new Set(),
  };
}

/** What the fields hold; a picked photo by the address that it is shown by. */
function valuesOf({ editor }: EditingView): ProfileValues {
  const { draft, photo } = editor;
  return photo ? { ...draft, avatar: photo.preview } : draft;
}

/** Whether the first change, after which these words may have come, was none that is typed. */
const isPutFirst = ({ editor }: EditingView, field: ProfileField): boolean =>
  field === 'avatar' && (editor.photo !== undefined || editor.changes.avatar === '');

/** Whether a field has had its value before it was drawn with it. */
function isTyped({ root }: EditingView, field: ProfileField, value: string): boolean {
  const box = root?.querySelector<HTMLInputElement & { drawn: string }>(`#${field}`);
  return box?.value === value && box.drawn !== value;
}
