import { fields } from '../fields.js';
import { profileFields, type ProfileField, type ProfileValues } from '../profile.js';
import { describeProblem } from './field-notices-view.js';
import type { EditingView } from './kit.js';
import { withLabel } from './sentences.js';

/** What somebody's fields held when they were last drawn, and what of it came about while the focus was elsewhere. */
interface Seen {
  readonly person: object;
  values: Partial<ProfileValues>;
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
 * What is to be told of fields since it came about while the focus was elsewhere: what was put in, until the next change,
 * and what is wrong with those that were left. Who is in a field hears there what happens to it. To be called whenever the
 * form is drawn.
 */
export function newsOfFields(
  view: EditingView,
  wrong: readonly ProfileField[],
): { readonly put: News; readonly left: News } {
  const { t } = view;
  const { values, changed, left, turn } = look(view, wrong);
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

function look(view: EditingView, wrong: readonly ProfileField[]): Seen {
  const { editor, root, refusals } = view;
  const { person, state, hasUnsavedChanges } = editor;
  let seen = all.get(editor);
  const isFirst = seen?.person !== person;
  if (!seen || isFirst) {
    seen = { person, values: {}, changed: new Set(), turn: 0, refusals, left: new Set() };
    all.set(editor, seen);
  }
  const { values: before, changed, left } = seen;
  const values = valuesOf(view);
  // What is unknown meanwhile, since a session ended, is hidden, and has not changed.
  const shown = profileFields.filter((field) => !view.hidden.has(field));
  const others = shown.filter((field) =>
    isFirst ? isPutFirst(view, field) : values[field] !== before[field],
  );
  seen.values = { ...before, ...Object.fromEntries(shown.map((field) => [field, values[field]])) };
  // What came back, and what becomes of a save, is told as such.
  const isToldAsSuch = state.kind === 'saving' || (state.kind === 'ready' && state.notice);
  // Chromium tells once more what stands behind a dialog that closes.
  const isBehind = view.optional?.picker.isOpen;
  const isRefused = seen.refusals !== refusals;
  const isOver = isToldAsSuch || isBehind || isRefused || !hasUnsavedChanges;
  if (others.length > 0 || isOver) changed.clear();
  if (others.length > 0) seen.turn += 1;
  seen.refusals = refusals;
  for (const field of profileFields) {
    const isInside = root?.activeElement?.id === field;
    // A photo may be pasted where the focus is.
    if (isInside && !(field === 'avatar' && editor.photo)) changed.delete(field);
    else if (!isOver && others.includes(field) && !isTyped(view, field, values[field]))
      changed.add(field);
    if (!wrong.includes(field)) left.delete(field);
    else if (!isInside) left.add(field);
  }
  return seen;
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
