import { create } from './playground-dom.js';

const mostRows = 200;
const secretKey = /token|jwt|secret|^fat$/i;
const secretText = /sandbox-token-\w+/g;

/** Values as JSON in one line, without tokens. */
export function describe(value: unknown): string {
  const text = JSON.stringify(value, (key, part: unknown) => (secretKey.test(key) ? '…' : part), 1);
  return (text ?? '').replaceAll(/\n\s*/g, ' ').replaceAll(secretText, '…');
}

/** What a row of a log says. */
export interface Row {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly title: string;
  /** How it went. */
  readonly chips: readonly HTMLElement[];
  readonly details: string;
  /** Shows the details only when asked to. */
  readonly isFolded?: boolean;
}

/** Writes a row into a list item. */
export function fillRow(row: HTMLLIElement, content: Row): void {
  const { time, title, chips, details, isFolded } = content;
  const line = create('div', '', 'line');
  const clock = create('time', new Date(time).toLocaleTimeString([], { hour12: false }));
  clock.dateTime = new Date(time).toISOString();
  line.append(clock, create('b', title), ...chips);
  row.replaceChildren(line);
  if (!details) return;
  const code = create('code', details);
  if (!isFolded) {
    row.append(code);
    return;
  }
  const fold = create('details');
  fold.append(create('summary', 'Body'), code);
  row.append(fold);
}

/** Puts a row on top of a log and lets go of the oldest. */
export function addRow(log: HTMLOListElement, row: HTMLLIElement): void {
  log.prepend(row);
  while (log.children.length > mostRows) log.lastElementChild?.remove();
}
