import { create } from './playground-dom.js';
import { addRow, describe, fillRow } from './playground-log.js';
import { describeFault } from './sandbox/faults.js';
import type { RecordedRequest } from './sandbox/types.js';

/** Shows the requests that the sandbox saw, newest first. */
export class RequestLog {
  readonly #log: HTMLOListElement;
  readonly #rows = new Map<number, HTMLLIElement>();

  constructor(log: HTMLOListElement) {
    this.#log = log;
  }

  /** Adds a request, or shows what has become of it. */
  show(request: RecordedRequest): void {
    let row = this.#rows.get(request.id);
    if (!row) {
      row = create('li');
      this.#rows.set(request.id, row);
      addRow(this.#log, row);
    }
    const { method, path, phase, fault, body } = request;
    const chips = [
      create('span', statusOf(request), `chip ${kindOf(request)}`),
      create('span', phase, 'chip'),
    ];
    if (fault) chips.push(create('span', describeFault(fault).label, 'chip bad'));
    fillRow(row, {
      time: request.time,
      title: `${method} ${path}`,
      chips,
      details: body === null ? '' : describe(body),
      isFolded: phase !== 'save',
    });
  }

  clear(): void {
    this.#rows.clear();
    this.#log.replaceChildren();
  }
}

function statusOf({ status }: RecordedRequest): string {
  if (status === null) return 'waiting';
  return status === 0 ? 'broken off' : String(status);
}

function kindOf({ status }: RecordedRequest): string {
  if (status === null) return '';
  return status >= 200 && status < 300 ? 'good' : 'bad';
}
