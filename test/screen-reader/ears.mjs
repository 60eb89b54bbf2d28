import { closeSync, openSync, readSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** What Orca has taken in and not dealt with yet: by one line each comes in, and by another goes. */
const WORK = [
  { begin: /EVENT MANAGER: Queueing /, end: /EVENT MANAGER: (?:Dequeued|Pruning (?!event)) / },
  { begin: /^v{5} PROCESS /, end: /^\^{5} PROCESS / },
];
const FOCUSED = /EVENT MANAGER: Dequeued object:state-changed:focused .*\(1,0,/;
/** A fast voice; who is interrupted earlier has not heard it. */
const MILLISECONDS_A_LETTER = 30;
const SPEECH = /^[\d:.]{15} - SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?(?:\{.*\})?\s*$/s;

/** When Orca wrote a line, in milliseconds of the day: on a busy machine it may be read much later. */
function timeOf(line) {
  const [hours, minutes, seconds] = line.slice(0, 15).split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Follows what Orca writes down, and keeps what it spoke. */
export class Ears {
  #file;
  #rest = '';
  #lines = [];
  /** Everything so far: `speech`, each `stop` of it, and the `step` that a driver made. */
  heard = [];
  /** When the last line came. */
  moved = Date.now();
  /** How often the focus came to something. */
  focused = 0;
  #work = WORK.map(() => 0);

  constructor(log) {
    this.#file = openSync(log, 'r');
  }

  /** Whether Orca is in the middle of something, however long ago it wrote its last line. */
  get isBusy() {
    return this.#work.some((count) => count > 0);
  }

  /** Believes no longer that Orca is busy: of what an object that is gone had to say it writes down no end. */
  forgetWork() {
    this.#work.fill(0);
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

  /** Whether Orca fell silent during an utterance although nobody had pressed a key. */
  isCutOff(index) {
    const { text, time } = this.heard[index];
    for (const later of this.heard.slice(index + 1)) {
      if (later.kind === 'step') return false;
      if (later.time > time + text.length * MILLISECONDS_A_LETTER) return false;
      if (later.kind === 'stop') return true;
    }
    return false;
  }

  close() {
    closeSync(this.#file);
  }

  #take(line) {
    const isNew = /^[\d:.]{15} - /.test(line);
    // What is spoken may have several lines.
    if (isNew) this.#lines = [];
    this.#lines.push(line);
    for (const [index, { begin, end }] of WORK.entries()) {
      if (begin.test(line)) this.#work[index] += 1;
      else if (end.test(line)) this.#work[index] = Math.max(0, this.#work[index] - 1);
    }
    if (FOCUSED.test(line)) this.focused += 1;
    if (line.endsWith('DEFAULT: Interrupting presentation')) this.add('stop', '', timeOf(line));
    const text = SPEECH.exec(this.#lines.join('\n'))?.[1].trim();
    if (text === undefined) return;
    const time = timeOf(this.#lines[0]);
    this.#lines = [];
    if (text) this.add('speech', text, time);
  }

  /** Notes something between what is heard. */
  add(kind, text, time) {
    this.heard.push({ kind, text, time });
  }
}
