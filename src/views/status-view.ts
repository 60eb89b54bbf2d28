import { html, type TemplateResult } from 'lit';
import type { StatusPreset } from '../profile.js';
import { freshText } from '../fresh-text.js';
import { cleanText, graphemesOf } from '../rules.js';
import { focusAfter } from './focus-after.js';
import { icons } from './icons.js';
import type { EditorView } from './view.js';

/** From which share of its limit on the status message's length is told. */
const counterShare = 0.8;

/** How near the status message is to its limit, and its length when it came that near, by editor. */
const told = new WeakMap<object, { readonly level: number; readonly count: number }>();

/** Up to how many times the limit graphemes are counted, in code units. */
const countedShare = 20;

/** How much of the status message's limit is used, where that is much; said at a few points only. */
export function renderCounter(view: EditorView): TemplateResult {
  const { count, limit } = measureStatus(view);
  const text = count < limit * counterShare ? '' : describeCount(view, count);
  const said = countToSay(view, count, count / limit);
  return html`
    <span class="hint counter" part="counter" aria-hidden="true">${freshText(text)}</span>
    <span class="spoken" aria-live="polite">
      ${said === undefined ? '' : freshText(describeCount(view, said))}
    </span>
  `;
}

/** Of which length to tell: once as the limit comes near, once as it is reached, and once as it is passed; else undefined. */
function countToSay({ editor }: EditorView, count: number, share: number): number | undefined {
  const level = share < counterShare ? 0 : share < 1 ? 1 : share === 1 ? 2 : 3;
  let last = told.get(editor);
  if (level !== last?.level) {
    last = { level, count };
    told.set(editor, last);
  }
  return level === 0 ? undefined : last.count;
}

/** The length of the status message in graphemes, as far as it matters. */
function measureStatus({ editor, settings }: EditorView): { count: number; limit: number } {
  const limit = settings.statusMaxLength;
  const { statusMessage } = editor.draft;
  // A grapheme has at least one code unit, so that most texts need no counting.
  if (statusMessage.length < limit * counterShare) return { count: 0, limit };
  const text = statusMessage.trim();
  // What is far too long is not worth the exact number.
  const isFar = text.length > limit * countedShare;
  return { count: isFar ? text.length : [...graphemesOf(cleanText(text))].length, limit };
}

function describeCount({ settings, t, language }: EditorView, count: number): string {
  const limit = settings.statusMaxLength;
  const number = new Intl.NumberFormat(language);
  const plural = new Intl.PluralRules(language).select(limit);
  return t('counter', { count: number.format(count), limit: number.format(limit), plural });
}

/** Ready-made status messages to choose from. */
export function renderPresets(view: EditorView): TemplateResult {
  const { t, editor, onEdit } = view;
  const presets = (view.settings.statusPresets ?? defaultPresets(view)).map(({ emoji, text }) => {
    const label = emoji ? `${emoji} ${text}` : text;
    return html`
      <button
        type="button"
        class="small chip"
        ?disabled=${!editor.hasValues}
        @click=${() => onEdit('statusMessage', label)}
      >
        ${label}
      </button>
    `;
  });
  // Firefox makes a row that scrolls a stop of its own, unless it is told otherwise.
  return html`
    <div class="chips" role="group" tabindex="-1" aria-label=${t('presets')}>${presets}</div>
  `;
}

/** The button in the field that empties it; an empty field hides it. */
export function renderClear({ t, onEdit }: EditorView): TemplateResult {
  const clear = (event: Event): void => {
    onEdit('statusMessage', '');
    // The button goes away after what it cleared.
    void focusAfter(event, 'statusMessage');
  };
  return html`
    <button type="button" class="clear" aria-label=${t('clearStatus')} @click=${clear}>
      ${icons.cross}
    </button>
  `;
}

function defaultPresets({ t }: EditorView): readonly StatusPreset[] {
  return [
    { emoji: '🟢', text: t('presetAvailable') },
    { emoji: '🔴', text: t('presetBusy') },
    { emoji: '📅', text: t('presetMeeting') },
    { emoji: '☕', text: t('presetAway') },
    { emoji: '🌴', text: t('presetHoliday') },
  ];
}
