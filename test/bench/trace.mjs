const TASK = 'ThreadControllerImpl::RunTask';
const BASIC = ['toplevel', 'blink.user_timing'];

/**
 * What the browser notes while `work` runs. It is asked for as a whole, not by page.
 *
 * @param {object} chromium the browser
 * @param {() => Promise<unknown>} work what is traced
 * @param {string[]} [more] categories besides tasks and the page's marks
 */
export async function trace(chromium, work, more = []) {
  const events = [];
  const off = chromium.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event);
  });
  await chromium.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordUntilFull',
      includedCategories: [...BASIC, ...more],
      excludedCategories: ['*'],
    },
  });
  let complete;
  try {
    await work();
  } finally {
    complete = chromium.next('Tracing.tracingComplete');
    await chromium.send('Tracing.end');
    await complete;
    off();
  }
  return new MainThread(events);
}

/** The main thread of the page that has set a mark of the benchmark: its tasks, and what the processor has spent on it. */
class MainThread {
  #events;
  #tasks;

  constructor(events) {
    const mark = events.find(({ name }) => name.startsWith('bench-'));
    if (!mark) throw new Error('The trace has no mark of the page');
    this.#events = events
      .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
      .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
    // A task may run others within it.
    let end = 0;
    this.#tasks = this.all(TASK).filter((task) => {
      const isOuter = task.end > end;
      if (isOuter) ({ end } = task);
      return isOuter;
    });
  }

  /** Events with a begin and an end, in microseconds; `cpu` is what the processor spent on them, in milliseconds. */
  all(...names) {
    return this.#events
      .filter(({ ph, name, tts }) => ph === 'X' && tts !== undefined && names.includes(name))
      .map(({ ts, tts, dur = 0, tdur = 0 }) => ({
        begin: ts,
        end: ts + dur,
        cpuBegin: tts / 1000,
        cpu: tdur / 1000,
      }));
  }

  get tasks() {
    return this.#tasks;
  }

  /** When the last mark of this name before `before` was set; undefined where there is none. */
  timeOf(name, before = Infinity) {
    return this.#events.findLast((event) => event.name === name && event.ts < before)?.ts;
  }

  /** The task in which a moment lies, or the first one after it. */
  taskAt(time) {
    return this.#tasks.find(({ end }) => end >= time);
  }

  /** When the document that set the marks began: the page before it, its server's answer and the like are not counted. */
  get navigation() {
    return this.taskAt(this.timeOf('commitNavigationEnd'));
  }

  /** What a page's time in milliseconds is in the trace. */
  timeInTrace(milliseconds) {
    const { ts, args } = this.#events.findLast(({ name }) => name === 'bench-painted');
    return ts + (milliseconds - args.data.startTime) * 1000;
  }

  /** Processor time from the begin of one task to the end of another, in milliseconds. */
  spent(from, to) {
    return to.cpuBegin + to.cpu - from.cpuBegin;
  }

  /** Processor time from the navigation to the end of the task in which a mark was set. */
  spentUntil(name, before) {
    const time = this.timeOf(name, before);
    return time === undefined ? undefined : this.spent(this.navigation, this.taskAt(time));
  }

  /** Processor time to the end of the first frame that had the filled form in it. */
  get spentUntilPainted() {
    return this.spentUntil('bench-frame', this.timeOf('bench-painted'));
  }

  /** Processor time of the navigation in all, as far as the trace goes. */
  get spentInAll() {
    return this.spent(this.navigation, this.#tasks.at(-1));
  }
}
