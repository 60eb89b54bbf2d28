import { profileFields, type ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

/** A text field, and what it was drawn with. */
type TextField = (HTMLInputElement | HTMLTextAreaElement) & { drawn?: string };
type FieldEditor = Pick<EditorView, 'editor' | 'onEdit'>;

/** Takes what the fields hold: whatever filled them in may have sent no event. */
export function takeValues(view: FieldEditor, root: ParentNode): void {
  for (const field of profileFields) {
    const box = root.querySelector<TextField>(`#${field}:enabled:read-write`);
    if (box) takeValue(view, field, box);
  }
}

/** The same for one field. */
export function takeValue(
  { editor, onEdit }: FieldEditor,
  field: ProfileField,
  box: TextField,
): void {
  const draft = editor.draft[field];
  // What changed since the drawing, such as by a reset, is newer than what is still in the box.
  if (box.drawn !== draft) return;
  // A box gives some values otherwise than it took them: without line breaks, or with others.
  const twin = box.cloneNode() as TextField;
  twin.value = draft;
  if (twin.value !== box.value) onEdit(field, box.value);
}
