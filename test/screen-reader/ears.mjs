import { closeSync, openSync, readSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const SPEECH = /^[\d:.]{15} - SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?(?:\{.*\})?\s*$/s;

/** Follows what Orca writes down, and keeps what it spoke. */
export class Ears {
  #file;
  #rest = '';
  #lines = [];
  /** Everything so far: `speech`, each `stop` of it, and the `step` that a driver made. */
  heard = [];
  /** When the last line came. */
  moved = Date.now();

  constructor(log) {
    this.#file = openSync(log, 'r');
  }

  /** Takes what is new. */
  catchUp() {
    const buffer = Buffer.alloc(1 << 20);
    for (;;) {
      const size = readSync(this.#file, buffer, 0, buffer.length, null);
      if (size === 0) return;
      this.moved = Date.now();
      const lines = (this.#rest + buffer.toString('latin1', 0, size)).split('\n');
      this.#rest = lines.pop();
      for (const line of lines) this.#take(Buffer.from(line, 'latin1').toString());
    }
  }

  /** Waits until `find` gives something, looking again whenever there is more. */
  async until(find, patience) {
    const end = Date.now() + patience;
    for (;;) {
      this.catchUp();
      const found = find();
      if (found !== undefined || Date.now() > end) return found;
      await wait(40);
    }
  }

  close() {
    closeSync(this.#file);
  }

  #take(line) {
    const isNew = /^[\d:.]{15} - /.test(line);
    // What is spoken may have several lines.
    if (isNew) this.#lines = [];
    this.#lines.push(line);
    if (line.endsWith('DEFAULT: Interrupting presentation')) this.add('stop', '');
    const text = SPEECH.exec(this.#lines.join('\n'))?.[1].trim();
    if (text === undefined) return;
    this.#lines = [];
    if (text) this.add('speech', text);
  }

  /** Notes something between what is heard. */
  add(kind, text) {
    this.heard.push({ kind, text, time: Date.now() });
  }
}
