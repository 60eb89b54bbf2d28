import { html, noChange, nothing, type TemplateResult } from 'lit';
import { asServed, isTakingOver } from '../hydration.js';
import type { ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

/** One labelled text field with its hint, problem and conflict. */
export function renderField(view: EditorView, field: ProfileField): TemplateResult {
  const { editor, t, extras } = view;
  const isPhoto = field === 'avatar';
  const problem = extras?.describeProblem(view, field);
  const text = editor.draft[field];
  // A text that was typed before the code arrived stays.
  const value = isTakingOver() ? noChange : text;
  const hint = isPhoto ? t('photoUrlHint') : nothing;
  const isDisabled = !editor.hasValues;
  const isReadonly = view.readonly.has(field);
  const isInvalid = problem ? 'true' : 'false';
  const describedBy = `${field}-error ${field}-conflict ${field}-hint`;
  const onInput = (event: Event): void =>
    view.onEdit(field, (event.target as HTMLInputElement).value);
  const onChange = (): void => view.onLeave(field);
  return html`
    <div class="field" part="field">
      <label for=${field} part="label">${t(isPhoto ? 'photoUrl' : field)}</label>
      ${
        field === 'statusMessage'
          ? asServed(
              html`
                <textarea
                  id=${field}
                  part="input"
                  rows="2"
                  dir="auto"
                  aria-invalid=${isInvalid}
                  aria-describedby=${describedBy}
                  ?disabled=${isDisabled}
                  ?readonly=${isReadonly}
                  .value=${value}
                  @input=${onInput}
                  @change=${onChange}
                  @keydown=${submitOnEnter}
                ></textarea>
              `,
              text,
            )
          : html`
              <input
                id=${field}
                part="input"
                type=${isPhoto ? 'url' : 'text'}
                dir=${isPhoto ? 'ltr' : 'auto'}
                autocomplete=${isPhoto ? 'off' : 'name'}
                aria-required=${isPhoto ? 'false' : 'true'}
                aria-invalid=${isInvalid}
                aria-describedby=${describedBy}
                ?disabled=${isDisabled}
                ?readonly=${isReadonly}
                .value=${value}
                @input=${onInput}
                @change=${onChange}
              />
            `
      }
      <span id="${field}-hint" class="hint" part="hint">${hint}</span>
      <span id="${field}-error" class="error" part="error">${problem}</span>
      ${field === 'statusMessage' ? renderBelowStatus(view) : nothing}
      ${extras?.renderConflict(view, field)}
    </div>
  `;
}

function renderBelowStatus(view: EditorView): unknown {
  const { extras, settings, readonly } = view;
  const hasPresets = settings.statusPresets?.length !== 0 && !readonly.has('statusMessage');
  return html`
    ${
      hasPresets
        ? html`
            <div class="presets">${extras?.renderPresets(view)}</div>
          `
        : nothing
    }
    ${extras?.renderCounter(view)}
  `;
}

// A status message has no line breaks, and Enter in the other fields saves.
function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}
