import type { EditorState } from '../editor/editor-state.js';
import { fields } from '../fields.js';
import {
  isEmpty,
  profileFields,
  type ProfileChanges,
  type ProfileField,
  type ProfileValues,
} from '../profile.js';
import { describeProblem } from './field-notices-view.js';
import type { EditingView } from './kit.js';
import { withLabel } from './sentences.js';

/** What a drawing is compared with. */
interface Drawn {
  readonly person: object;
  readonly state: EditorState;
  readonly changes: ProfileChanges;
  readonly refusals: number;
  /** The field that had the focus. */
  readonly focused: string | undefined;
}

/** What the fields held when they were last drawn, and what of it came about by something else than typing. */
interface Seen {
  last: Drawn;
  readonly values: Partial<Record<ProfileField, string>>;
  /** The fields that the last change has put something in, such as a suggestion or a photo. */
  readonly changed: Set<ProfileField>;
  /** How many changes there were. */
  turn: number;
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
  const { editor, hidden, root, refusals } = view;
  const { person, state, changes, problems, hasValues } = editor;
  const focused = root?.activeElement?.id;
  const now: Drawn = { person, state, changes, refusals, focused };
  const seen = all.get(editor) ?? makeSeen(now);
  const { last, changed, left } = seen;
  const values = valuesOf(view);
  // What is unknown meanwhile, since a session ended, is hidden, and has not changed.
  const shown = profileFields.filter((field) => hasValues && !hidden.has(field));
  const own = isToldAsSuch(last, now)
    ? { ...changes, ...(last.person === person && last.changes) }
    : {};
  // Until there are values nobody has seen any; from then on they are those of whoever was there last.
  const others = shown.filter((field) =>
    all.has(editor)
      ? values[field] !== seen.values[field] && !(field in own)
      : isPutFirst(view, field),
  );
  // Chromium tells once more what stands behind a dialog that closes.
  const isSilent = view.optional?.picker.isOpen || last.refusals !== refusals;
  const isOver = isSilent || isDone(last, now) || last.person !== person;
  if (others.length > 0 || isOver) changed.clear();
  if (others.length > 0) seen.turn += 1;
  for (const field of profileFields) {
    // A photo may be pasted where the focus is.
    const isPasted = field === 'avatar' && editor.photo;
    const isPut = others.includes(field) && !isTyped(view, field, values[field]);
    if (focused === field && last.focused !== field && !isPasted) changed.delete(field);
    else if (isPut && !isSilent) changed.add(field);
    if (!problems[field]) left.delete(field);
    else if (focused !== field) left.add(field);
  }
  for (const field of shown) seen.values[field] = values[field];
  seen.last = now;
  if (hasValues) all.set(editor, seen);
  return seen;
}

const makeSeen = (now: Drawn): Seen => ({
  last: { ...now, focused: undefined },
  values: {},
  changed: new Set(),
  turn: 0,
  left: new Set(),
});

/** Whether the form says what becomes of edits: what somebody saves, discards or gets back is told as such. */
function isToldAsSuch(last: Drawn, { state, changes }: Drawn): boolean {
  const isNotice = state.kind === 'ready' && state.notice && state !== last.state;
  return state.kind === 'saving' || Boolean(isNotice) || isEmpty(changes);
}

/** Whether what was told before is over; what comes from another device while something is saved is told after that. */
function isDone(last: Drawn, now: Drawn): boolean {
  if (last.state.kind === 'saving') return false;
  return now.state.kind === 'saving' || (!isEmpty(last.changes) && isToldAsSuch(last, now));
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
