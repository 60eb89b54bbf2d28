import { html, noChange, type TemplateResult } from 'lit';
import { asServed, isTakingOver } from '../hydration.js';
import type { ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

// Each field has a template of its own, in which all but its state is written out: one for all three would have twice as
// many expressions for Lit to keep, in 5 KB more memory.

/** What changes about a field, and what happens in it. */
export function describeField(view: EditorView, field: ProfileField) {
  const { editor, editing } = view;
  const problem =
    editing === null ? describeByBrowser(view, field) : editing?.renderProblem(view, field);
  return {
    // A text that was typed before the code arrived stays.
    value: isTakingOver() ? noChange : editor.draft[field],
    isDisabled: !editor.hasValues,
    isReadonly: view.readonly.has(field),
    isInvalid: problem ? 'true' : 'false',
    problem,
    below: editing?.renderBelow(view, field),
    onInput: ({ target }: Event) => {
      const box = target as HTMLInputElement;
      view.onEdit(field, box.value);
      // Where a handler of the page put it back at once, nothing has changed for Lit.
      const value = editor.draft[field];
      if (value !== box.value) box.value = value;
    },
    onChange: ({ target }: Event) => {
      view.lazy?.takeValue(view, field, target as HTMLInputElement);
      view.onLeave(field);
    },
  };
}

/** What the browser itself says of a field that is empty, or otherwise wrong: for where our own words cannot be fetched. */
function describeByBrowser({ editor }: EditorView, field: ProfileField): string | undefined {
  if (!editor.problems[field]) return undefined;
  const box = document.createElement('input');
  box.required = true;
  box.pattern = '(?!)';
  box.value = editor.draft[field].trim();
  return box.validationMessage;
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
