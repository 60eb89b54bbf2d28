import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../fields.js';
import type { EditorState, SaveWait } from '../editor/editor-state.js';
import { isolate } from '../locales/isolate.js';
import type { ProfileField } from '../profile.js';
import { announceConflict, describeProblem } from './field-notices-view.js';
import type { EditingView } from './kit.js';
import { newsOfFields, type News } from './news-of-fields.js';
import { renderBox } from './notice-box.js';
import { isBack, isDiscarded, refusedField, settledConflicts } from './said.js';
import { join, withLabel } from './sentences.js';

type Failed = Extract<EditorState, { kind: 'failed' }>;

/** How it stands; undefined while there is only `progress` to tell of. */
export function renderNotice(view: EditingView, progress: unknown): TemplateResult | undefined {
  const isLoading = progress !== nothing;
  const back = isBack(view, isLoading) ? renderSilent(view.t('form')) : undefined;
  // What stands there already would be told once more.
  if (isLoading) return undefined;
  return html`
    ${renderStanding(view) ?? back}
  `;
}

/** What is wrong, where several fields are, or a save has just been refused for one. */
function sumUp(view: EditingView): string | undefined {
  const { editor, t } = view;
  const wrong = Object.keys(editor.problems) as ProfileField[];
  const refused = refusedField(view, wrong);
  if (refused?.wasInside) {
    const problem = describeProblem(view, refused.field) ?? '';
    return withLabel(view, t(fields[refused.field].label), problem);
  }
  if (!refused && wrong.length < 2) return undefined;
  return t('invalid-profile', { subject: describeSubject(view, wrong) });
}

function renderStanding(view: EditingView): TemplateResult | undefined {
  const { editor, t, kit } = view;
  const { icons } = kit;
  const { state } = editor;
  if (state.kind === 'saving') {
    return state.wait ? renderWait(view, state.wait) : renderLine(view, dot, t('saving'), 'late');
  }
  const summary = sumUp(view);
  if (summary !== undefined) {
    return html`
      ${kit.renewed(view.refusals, renderLine(view, icons.alert, summary, 'error'))}
    `;
  }
  const isReady = state.kind === 'ready';
  if (isDiscarded(view)) return renderSilent(t('noChanges'));
  if (isReady && state.notice === 'saved') return renderLine(view, icons.tick, t('saved'), 'saved');
  // What failed is said by the alert, which is not to be talked over.
  if (!editor.hasUnsavedChanges || state.kind === 'failed') return undefined;
  const isRestored = isReady && state.notice === 'restored';
  const line = renderLine(view, dot, t(isRestored ? 'restored' : 'unsavedChanges'));
  return html`
    ${kit.renewed(settledConflicts(view), line)}
  `;
}

/** For those who see it by the form itself. */
const renderSilent = (text: string): TemplateResult => html`
  <span class="spoken">${text}</span>
`;

/**
 * What others see where it happens. Each has a region of its own, which is there before its words: a screen reader that is
 * behind reads what is in a new one by then, and then what came. None is in another: Chromium tells all that stands in one
 * as a text.
 */
export function renderNews(view: EditingView): TemplateResult {
  const { editor } = view;
  const { put, left } = newsOfFields(view);
  const isTold = sumUp(view) !== undefined;
  const isOver = ['saving', 'failed'].includes(editor.state.kind);
  const conflicts = isTold || isOver ? [] : editor.conflicts;
  return html`
    ${renderSpoken(view, { texts: conflicts.map((each) => announceConflict(view, each)) })}
    ${renderSpoken(view, isTold ? { texts: [] } : left)} ${renderSpoken(view, put)}
  `;
}

function renderSpoken({ kit, language }: EditingView, { texts, turn = 0 }: News): TemplateResult {
  const text = join(language, ...texts);
  return html`
    <div class="spoken" aria-live="polite">
      ${text && kit.renewed(turn + text, renderText(text))}
    </div>
  `;
}

const renderText = (text: string): TemplateResult => html`
  <span>${text}</span>
`;

const dot = html`
  <i class="dot"></i>
`;

// The whole line is made anew: a screen reader that is behind would read what stands in the old one by then, and then what
// was put there, which is the same.
function renderLine(
  { kit }: EditingView,
  icon: TemplateResult,
  text: string,
  kind = '',
): TemplateResult {
  const line = html`
    <span class=${`line ${kind}`} part="notice">
      ${icon}
      <span>${text}</span>
    </span>
  `;
  return html`
    ${kit.renewed(text, line)}
  `;
}

function renderWait(view: EditingView, wait: SaveWait): TemplateResult {
  const { t, kit } = view;
  const label = kit.attempt(() => describeWait(view, wait), t('saving'), describeWait);
  const line = renderLine(view, dot, label);
  if (wait.for !== 'upload') return line;
  return html`
    <progress part="progress" aria-label=${label} .value=${wait.progress}></progress>
    ${line}
  `;
}

function describeWait({ t, language }: EditingView, wait: SaveWait): string {
  switch (wait.for) {
    case 'page':
      return t('waitingPage');
    case 'photo':
      return t('waitingPhoto');
    case 'online':
      return t('waitingOnline');
    case 'rate-limit': {
      const isSoon = wait.until - Date.now() < 60_000;
      const format = new Intl.DateTimeFormat(language, { timeStyle: isSoon ? 'medium' : 'short' });
      return t('waitingRate', { time: isolate(format.format(wait.until)) });
    }
    case 'upload': {
      const format = new Intl.NumberFormat(language, { style: 'percent' });
      // Spoken at quarters only: the text is what the live region announces. It is not over before the server has answered,
      // and then the save is told of: two changes at once may be spoken as the last one twice.
      const quarters = Math.min(Math.floor(wait.progress * 4), 3);
      return t('uploading', { percent: format.format(quarters / 4) });
    }
  }
}

/** The button beside "Save": it discards the edits, ends what a save waits for, or takes the last save back. */
export function renderAsideButton({ editor, t, onUndo }: EditingView): TemplateResult | undefined {
  const { state } = editor;
  const isSaving = state.kind === 'saving';
  if (isSaving && state.wait) {
    return html`
      <button type="button" class="quiet" @click=${() => editor.cancelSave()}>
        ${t('cancel')}
      </button>
    `;
  }
  if (state.kind === 'ready' && editor.canUndo) {
    return html`
      <button type="button" class="quiet" part="undo" @click=${onUndo}>${t('undoSave')}</button>
    `;
  }
  if (!editor.hasUnsavedChanges) return undefined;
  // The second click of a double one was meant for "Undo", which stood there.
  const onDiscard = ({ detail }: MouseEvent): unknown => detail < 2 && editor.reset();
  return html`
    <button
      type="button"
      class="quiet"
      part="discard"
      aria-disabled=${isSaving ? 'true' : 'false'}
      @click=${onDiscard}
    >
      ${t('discard')}
    </button>
  `;
}

/** What went wrong with the whole form, and "Try again". */
export function renderFailure(view: EditingView): TemplateResult | undefined {
  const { editor, t, kit } = view;
  const { state } = editor;
  if (state.kind !== 'failed') return undefined;
  const text = kit.attempt(() => describeFailure(view, state), t('unknown'), describeFailure);
  return renderBox(view, text, [[t('tryAgain'), () => void editor.retry()]], 'danger');
}

/** What went wrong with the whole form and what to do about it, in a few sentences. */
function describeFailure(view: EditingView, { error, ended, phase, stored }: Failed): string {
  const { t, editor, language } = view;
  if (ended) {
    const keys = {
      expired: 'session-expired',
      'logged-out': 'endedLoggedOut',
      'other-user': 'endedOtherUser',
    } as const;
    return join(language, t(keys[ended]), editor.hasUnsavedChanges && t('endedKept'));
  }
  const { code, hostMessage } = error;
  const subject = describeSubject(view, error.subject);
  if (code === 'not-applied') return withLabel(view, subject, t('not-applied'));
  const outcome = {
    connect: t('failedLoad'),
    load: t('failedLoad'),
    save: t(stored === 'unknown' ? 'failedSaveUnknown' : 'failedSave'),
    upload: join(language, t('upload-failed'), t('failedSave')),
  }[phase];
  const reason = code !== 'upload-failed' && t(code, { subject });
  return join(language, outcome, hostMessage ? isolate(hostMessage) : reason);
}

/** A list of the fields' labels; other names, such as an attribute's, stay as they are. */
function describeSubject({ t, language }: EditingView, subject: readonly string[]): string {
  const isField = (name: string): name is ProfileField => Object.hasOwn(fields, name);
  const names = subject.map((name) => (isField(name) ? t(fields[name].label) : isolate(name)));
  return new Intl.ListFormat(language).format(names);
}
