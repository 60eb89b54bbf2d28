import { html, type TemplateResult } from 'lit';
import { fields } from '../fields.js';
import { isolate } from '../locales/isolate.js';
import type { Conflict, ProfileField } from '../profile.js';
import { checkPhotoUrl, cleanPhotoUrl } from '../rules.js';
import type { EditingView } from './kit.js';
import { renderBox } from './notice-box.js';
import { descriptionOf } from './said.js';
import { join, withLabel } from './sentences.js';

/** What stands below a field: its conflict, and what it says of itself. */
export function renderBelow(view: EditingView, field: ProfileField): TemplateResult {
  const { attempt } = view.kit;
  return html`
    ${attempt(() => renderConflict(view, field), undefined, renderConflict)}
    ${attempt(() => renderDescription(view, field), undefined, renderDescription)}
  `;
}

/** What belongs to a field for those who hear it; and what the page says of one that cannot be edited, such as who manages it. */
function renderDescription(view: EditingView, field: ProfileField): TemplateResult {
  const { kit, settings, readonly, language } = view;
  const conflict = conflictOf(view, field);
  const problem = describeProblem(view, field) ?? '';
  const hint = (readonly.has(field) && settings.messages['readonlyHint']) || '';
  const text = join(language, problem, conflict ? describeConflict(view, conflict) : '', hint);
  return html`
    <span id=${`${field}-error`} hidden>${kit.freshText(descriptionOf(view, field, text))}</span>
    ${hint ? renderHint(hint) : undefined}
  `;
}

function renderHint(text: string): TemplateResult {
  return html`
    <span class="hint" part="hint">${text}</span>
  `;
}

/** An edited field that was changed elsewhere, and the choice. */
export function renderConflict(view: EditingView, field: ProfileField): TemplateResult | undefined {
  const { editor, t } = view;
  const conflict = conflictOf(view, field);
  if (!conflict) return undefined;
  const settle = (choice: 'mine' | 'theirs') => (event: Event) => {
    editor.resolveConflict(field, choice);
    // The buttons go away with the conflict.
    void view.kit.focusAfter(event, field);
  };
  return html`
    <div role="group" aria-label=${announceConflict(view, conflict)} id=${`${field}-conflict`}>
      ${renderBox(view, describeConflict(view, conflict), [
        [t('keepMine'), settle('mine')],
        [t('useTheirs'), settle('theirs')],
      ])}
    </div>
  `;
}

function conflictOf({ editor }: EditingView, field: ProfileField): Conflict | undefined {
  return editor.conflicts.find((each) => each.field === field);
}

function describeConflict({ t }: EditingView, { theirs }: Conflict): string {
  return theirs ? t('conflict', { theirs: isolate(theirs) }) : t('conflictEmpty');
}

/** The same with the field's name, for those who do not see where it stands. */
export function announceConflict(view: EditingView, conflict: Conflict): string {
  return withLabel(view, view.t(fields[conflict.field].label), describeConflict(view, conflict));
}

/** What is wrong with a field, with a drawing. */
export function renderProblem(view: EditingView, field: ProfileField): TemplateResult | undefined {
  const problem = describeProblem(view, field);
  return problem ? view.kit.renderWithAlert(problem) : undefined;
}

/** What is wrong with a field: by the rules, or in the server's view. */
export function describeProblem(view: EditingView, field: ProfileField): string | undefined {
  const { editor, t, language } = view;
  const { state, problems } = editor;
  const problem = problems[field];
  if (problem) {
    const describe = (): string => {
      const { limit = 0 } = problem;
      const plural = new Intl.PluralRules(language).select(limit);
      return t(problem.code, { limit: new Intl.NumberFormat(language).format(limit), plural });
    };
    return view.kit.attempt(describe, t('fieldRejected'), describeProblem);
  }
  if (state.kind !== 'failed' || !state.error.subject.includes(field)) return undefined;
  return t(state.error.code === 'not-applied' ? 'not-applied' : 'fieldRejected');
}

/** Why the stored photo is not shown here, although others may see it; undefined where it is, or is being edited. */
export function renderStoredPhoto(view: EditingView): TemplateResult | undefined {
  const text = describeStoredPhoto(view);
  return text === undefined
    ? undefined
    : html`
        ${view.kit.freshText(text)}
      `;
}

function describeStoredPhoto({ photo, editor, t }: EditingView): string | undefined {
  const { avatar } = editor.draft;
  if (!avatar || photo !== undefined || editor.changes.avatar !== undefined) return undefined;
  const problem = checkPhotoUrl(cleanPhotoUrl(avatar), () => false);
  return `${t('photoNotImage')} ${problem ? t(problem.code) : ''}`;
}
