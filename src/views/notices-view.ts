import { html, type TemplateResult } from 'lit';
import { fields } from '../fields.js';
import type { EditorState, SaveWait } from '../editor/editor-state.js';
import type { Conflict, ProfileField } from '../profile.js';
import type { EditorView } from './view.js';

type Failed = Extract<EditorState, { kind: 'failed' }>;

/** What a save waits for, or that edits came back; undefined where there is no such thing to say. */
export function renderNotice(view: EditorView): TemplateResult | undefined {
  const { editor, t, language } = view;
  const { state } = editor;
  if (state.kind === 'saving' && state.wait) return renderWait(view, state.wait);
  const wrong = Object.keys(editor.problems);
  if (wrong.length > 1) {
    // One is said by the field itself, which gets the focus.
    const summary = join(language, t('invalid-profile'), describeSubject(view, wrong));
    return renderBox(summary, [], 'danger');
  }
  const isRestored = state.kind === 'ready' && state.notice === 'restored';
  const note = isRestored && editor.hasUnsavedChanges ? renderBox(t('restored'), []) : undefined;
  const spoken = editor.conflicts.map((each) => describeConflict(view, each));
  if (spoken.length === 0) return note;
  return html`
    ${note}
    <span class="spoken">${join(language, ...spoken)}</span>
  `;
}

function renderWait({ editor, t, language }: EditorView, wait: SaveWait): TemplateResult {
  const cancel: Action = [t('cancel'), () => editor.cancelSave()];
  switch (wait.for) {
    case 'page':
    case 'photo':
      return renderBox(t('saving'), [cancel]);
    case 'online':
      return renderBox(t('waitingOnline'), [cancel]);
    case 'rate-limit': {
      const isSoon = wait.until - Date.now() < 60_000;
      const format = new Intl.DateTimeFormat(language, { timeStyle: isSoon ? 'medium' : 'short' });
      return renderBox(t('waitingRate', { time: format.format(wait.until) }), [cancel]);
    }
    case 'upload': {
      const format = new Intl.NumberFormat(language, { style: 'percent' });
      // Spoken at quarters only: the text is what the live region announces.
      const percent = format.format(Math.floor(wait.progress * 4) / 4);
      const label = t('uploading', { percent });
      return html`
        ${renderBox(label, [cancel])}
        <progress part="progress" aria-label=${label} .value=${wait.progress}></progress>
      `;
    }
  }
}

/** What went wrong with the whole form, and "Try again". */
export function renderFailure(view: EditorView): TemplateResult | undefined {
  const { editor, t } = view;
  if (editor.state.kind !== 'failed') return undefined;
  const text = describeFailure(view, editor.state);
  return renderBox(text, [[t('tryAgain'), () => void editor.retry()]], 'danger');
}

/** An edited field that was changed elsewhere, and the choice. */
export function renderConflict(view: EditorView, field: ProfileField): TemplateResult | undefined {
  const { editor, t } = view;
  const conflict = editor.conflicts.find((each) => each.field === field);
  if (!conflict) return undefined;
  const text = describeConflict(view, conflict);
  const settle = (choice: 'mine' | 'theirs') => (event: Event) => {
    editor.resolveConflict(field, choice);
    // The buttons go away with the conflict.
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    root.getElementById(field)?.focus();
  };
  return html`
    <div role="group" aria-label=${text} id=${`${field}-conflict`}>
      ${renderBox(text, [
        [t('keepMine'), settle('mine')],
        [t('useTheirs'), settle('theirs')],
      ])}
    </div>
  `;
}

function describeConflict({ t }: EditorView, { theirs }: Conflict): string {
  return theirs ? t('conflict', { theirs }) : t('conflictEmpty');
}

/** What is wrong with a field: by the rules, or in the server's view. */
export function describeProblem(
  { editor, t, language }: EditorView,
  field: ProfileField,
): string | undefined {
  const { state, problems } = editor;
  const problem = problems[field];
  if (problem) {
    const limit = new Intl.NumberFormat(language).format(problem.limit ?? 0);
    return t(problem.code, { limit });
  }
  if (state.kind !== 'failed' || !state.error.subject.includes(field)) return undefined;
  return t(state.error.code === 'not-applied' ? 'fieldNotApplied' : 'fieldRejected');
}

/** What went wrong with the whole form and what to do about it, in one or two sentences. */
function describeFailure(view: EditorView, { error, ended, phase, stored }: Failed): string {
  const { t, editor, language } = view;
  if (ended) {
    const keys = {
      expired: 'endedExpired',
      'logged-out': 'endedLoggedOut',
      'other-user': 'endedOtherUser',
    } as const;
    return join(language, t(keys[ended]), editor.hasUnsavedChanges && t('endedKept'));
  }
  const outcome = {
    connect: t('failedLoad'),
    load: t('failedLoad'),
    save:
      error.code !== 'not-applied' && t(stored === 'unknown' ? 'failedSaveUnknown' : 'failedSave'),
    upload: t('failedUpload'),
  }[phase];
  const subject = describeSubject(view, error.subject);
  return join(language, outcome, error.hostMessage || t(error.code, { subject }));
}

function describeSubject({ t, language }: EditorView, subject: readonly string[]): string {
  const isField = (name: string): name is ProfileField => name in fields;
  const names = subject.map((name) => (isField(name) ? t(fields[name].label) : name));
  return new Intl.ListFormat(language).format(names);
}

type Action = readonly [text: string, onClick: (event: Event) => void];

function renderBox(text: string, actions: readonly Action[], kind = ''): TemplateResult {
  return html`
    <div class=${`notice ${kind}`} part="notice">
      <p>${text}</p>
      ${
        actions.length > 0
          ? html`
              <div class="buttons">
                ${actions.map(
                  ([label, onClick]) => html`
                    <button type="button" class="small" @click=${onClick}>${label}</button>
                  `,
                )}
              </div>
            `
          : undefined
      }
    </div>
  `;
}

// Chinese and Japanese put no space between sentences.
function join(language: string, ...sentences: readonly (string | false)[]): string {
  return sentences.filter(Boolean).join(/^(zh|ja)/i.test(language) ? '' : ' ');
}
