import { html, noChange, type TemplateResult } from 'lit';
import { asServed, isTakingOver } from '../hydration.js';
import type { ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

// Each field has a template of its own, in which all but its state is written out: one for all three would have twice as
// many expressions for Lit to keep, in 5 KB more memory.

/** What changes about a field, and what happens in it. */
export function describeField(view: EditorView, field: ProfileField) {
  const { editor, lazy } = view;
  const problem = lazy?.describeProblem(view, field);
  return {
    // A text that was typed before the code arrived stays.
    value: isTakingOver() ? noChange : editor.draft[field],
    isDisabled: !editor.hasValues,
    isReadonly: view.readonly.has(field),
    isInvalid: problem ? 'true' : 'false',
    problem,
    conflict: lazy?.renderConflict(view, field),
    onInput: ({ target }: Event) => view.onEdit(field, (target as HTMLInputElement).value),
    onChange: () => view.onLeave(field),
  };
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
        aria-describedby="name-error name-conflict"
        aria-invalid=${field.isInvalid}
        ?disabled=${field.isDisabled}
        ?readonly=${field.isReadonly}
        .value=${field.value}
        @input=${field.onInput}
        @change=${field.onChange}
      />
      <span id="name-error" class="error" part="error">${field.problem}</span>
      ${field.conflict}
    </div>
  `;
}

/** The status message with what there is to choose from, and how much room is left. */
export function renderStatusMessage(view: EditorView): TemplateResult {
  const { editor, lazy, settings } = view;
  const field = describeField(view, 'statusMessage');
  const hasPresets = settings.statusPresets?.length !== 0 && !field.isReadonly;
  return asServed(
    html`
      <div class="field" part="field">
        <label for="statusMessage" part="label">${view.t('statusMessage')}</label>
        <textarea
          id="statusMessage"
          part="input"
          rows="2"
          dir="auto"
          aria-describedby="statusMessage-error statusMessage-conflict"
          aria-invalid=${field.isInvalid}
          ?disabled=${field.isDisabled}
          ?readonly=${field.isReadonly}
          .value=${field.value}
          @input=${field.onInput}
          @change=${field.onChange}
          @keydown=${submitOnEnter}
        ></textarea>
        <span id="statusMessage-error" class="error" part="error">${field.problem}</span>
        <div class="presets" ?hidden=${!hasPresets}>
          ${hasPresets ? lazy?.renderPresets(view) : undefined}
        </div>
        ${lazy?.renderCounter(view)} ${field.conflict}
      </div>
    `,
    editor.draft.statusMessage,
  );
}

// A status message has no line breaks, and Enter in the other fields saves.
function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}
