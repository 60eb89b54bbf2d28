import { html, noChange, type TemplateResult } from 'lit';
import { asServed, isTakingOver } from '../hydration.js';
import { profileFields, type ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

// Each field has a template of its own, in which all but its state is written out: one for all three would have twice as
// many expressions for Lit to keep, in 5 KB more memory.

/** What changes about a field, and what happens in it. */
export function describeField(view: EditorView, field: ProfileField) {
  const { editor, lazy } = view;
  const problem = lazy?.renderProblem(view, field);
  return {
    // A text that was typed before the code arrived stays.
    value: isTakingOver() ? noChange : editor.draft[field],
    isDisabled: !editor.hasValues,
    isReadonly: view.readonly.has(field),
    isInvalid: problem ? 'true' : 'false',
    problem,
    below: lazy?.renderBelow(view, field),
    onInput: ({ target }: Event) => view.onEdit(field, (target as TextField).value),
    onChange: ({ target }: Event) => {
      takeValue(view, field, target as TextField);
      view.onLeave(field);
    },
  };
}

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

function takeValue({ editor, onEdit }: FieldEditor, field: ProfileField, box: TextField): void {
  const draft = editor.draft[field];
  // What changed since the drawing, such as by a reset, is newer than what is still in the box.
  if (box.drawn !== draft) return;
  // A box gives some values otherwise than it took them: without line breaks, or with others.
  const twin = box.cloneNode() as TextField;
  twin.value = draft;
  if (twin.value !== box.value) onEdit(field, box.value);
}

export function renderName(view: EditorView): TemplateResult {
  const field = describeField(view, 'name');
  return html`
    <div class="field" part="field">
      <label for="name" part="label">${view.t('name')}</label>
      <input
        id="name"
        part="input"
        type="text"
        dir="auto"
        autocomplete="name"
        aria-required="true"
        aria-describedby="name-error"
        aria-invalid=${field.isInvalid}
        ?disabled=${field.isDisabled}
        ?readonly=${field.isReadonly}
        .value=${field.value}
        .drawn=${field.value}
        @input=${field.onInput}
        @change=${field.onChange}
      />
      <span class="error" part="error">${field.problem}</span>
      ${field.below}
    </div>
  `;
}

/** How much of a text the field is made as high as, in code units; it scrolls well before that. */
const longestMirror = 1_000;

/** The status message with what there is to choose from, and how much room is left. */
export function renderStatusMessage(view: EditorView): TemplateResult {
  const { editor, lazy, settings } = view;
  const field = describeField(view, 'statusMessage');
  const hasPresets = settings.statusPresets?.length !== 0 && !field.isReadonly;
  const { statusMessage } = editor.draft;
  return asServed(
    html`
      <div class="field" part="field">
        <label for="statusMessage" part="label">${view.t('statusMessage')}</label>
        <div class="grow" data-text=${statusMessage.slice(0, longestMirror)}>
          <textarea
            id="statusMessage"
            part="input"
            rows="1"
            dir="auto"
            aria-describedby="statusMessage-error"
            aria-invalid=${field.isInvalid}
            ?disabled=${field.isDisabled}
            ?readonly=${field.isReadonly}
            .value=${field.value}
            .drawn=${field.value}
            @input=${field.onInput}
            @change=${field.onChange}
            @keydown=${(event: KeyboardEvent) => saveOnEnter(view, event)}
          ></textarea>
          ${field.isReadonly ? undefined : lazy?.renderClear(view)}
        </div>
        <span class="error" part="error">${field.problem}</span>
        ${field.below}
        <div class="presets" ?hidden=${!hasPresets}>
          ${hasPresets ? lazy?.renderPresets(view) : undefined}
        </div>
        ${lazy?.renderCounter(view)}
      </div>
    `,
    statusMessage,
  );
}

// Enter saves in the other fields, too. With a modifier it means something else to people who chat.
function saveOnEnter(view: EditorView, event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const isModified = shiftKey || ctrlKey || altKey || metaKey;
  if (key !== 'Enter' || isModified || isComposing(event)) return;
  event.preventDefault();
  if (!event.repeat) view.onSave();
}

// Safari ends the composition before the key that ends it, which then only its code tells from another.
export function isComposing({ isComposing: isOpen, keyCode }: KeyboardEvent): boolean {
  return isOpen || keyCode === 229;
}
