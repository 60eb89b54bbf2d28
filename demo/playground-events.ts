import type { ProfileEditorEventMap } from '../src/index.js';
import { create } from './playground-dom.js';
import { addRow, describe, fillRow } from './playground-log.js';

const fields = {
  'profile-loaded': ['profile'],
  'profile-change': ['draft', 'changes', 'valid'],
  'profile-save': ['changes'],
  'profile-saved': ['profile', 'changes'],
  'profile-error': ['error', 'phase'],
  'profile-session-ended': ['reason'],
  'profile-conflict': ['field', 'mine', 'theirs'],
} as const satisfies Record<keyof ProfileEditorEventMap, readonly string[]>;

type EventName = keyof typeof fields;

const kinds: Partial<Record<EventName, string>> = {
  'profile-saved': 'good',
  'profile-error': 'bad',
  'profile-session-ended': 'bad',
};

/** Shows every event of the editors within `target`, newest first. */
export function logEvents(target: EventTarget, log: HTMLOListElement): void {
  for (const name of Object.keys(fields) as EventName[]) {
    target.addEventListener(name, (event) => {
      const row = create('li');
      const chips = chipsOf(name, event);
      const details = describe(readFields(name, event));
      fillRow(row, { time: Date.now(), title: name, chips, details });
      addRow(log, row);
    });
  }
}

function readFields(name: EventName, event: Event): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields[name]) {
    const value: unknown = Reflect.get(event, field);
    values[field] = field === 'error' ? readError(value) : value;
  }
  return values;
}

/** An error says nothing as JSON. Its original is left out: a site may have put anything there. */
function readError(error: unknown): unknown {
  const { code, subject } = error as { code: string; subject?: readonly string[] };
  return subject?.length ? { code, subject } : { code };
}

function chipsOf(name: EventName, event: Event): HTMLElement[] {
  const kind = kinds[name];
  if (!kind) return [];
  const text: unknown =
    Reflect.get(event, 'reason') ?? (readFields(name, event)['error'] as { code?: string })?.code;
  return [create('span', typeof text === 'string' ? text : 'confirmed', `chip ${kind}`)];
}
