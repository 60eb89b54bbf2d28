const CATEGORIES = ['-*', 'toplevel', 'v8', 'v8.execute', 'cc', 'blink.user_timing'];

const TASK = 'ThreadControllerImpl::RunTask';
const FRAME = 'ProxyMain::BeginMainFrame';
const SCRIPT = new Set(['v8.callFunction', 'v8.evaluateModule', 'v8.run', 'RunMicrotasks']);
const START = 'bench-start';

/**
 * What the page's main thread does during `work`, from the moment that the page sets its mark on: events with their begin
 * and their end in microseconds, and how long the processor was at them, other programs of the machine not counted.
 */
async function traceMainThread(page, work) {
  await page.tracing.start({ categories: CATEGORIES });
  let bytes;
  try {
    await work(() => page.evaluate(`performance.mark('${START}')`));
  } finally {
    bytes = await page.tracing.stop();
  }
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes));
  const mark = traceEvents.find(({ name }) => name === START);
  return traceEvents
    .filter(({ ph, pid, tid, ts }) => {
      return ph === 'X' && pid === mark.pid && tid === mark.tid && ts >= mark.ts;
    })
    .map(({ name, ts, dur, tdur = 0 }) => ({ name, begin: ts, end: ts + dur, cpu: tdur / 1000 }))
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
}

/** Those of `events` that no other of them is around. */
function outermost(events) {
  let end = 0;
  return events.filter((event) => {
    const isInside = event.end <= end;
    if (!isInside) ({ end } = event);
    return !isInside;
  });
}

const total = (events) => events.reduce((sum, { cpu }) => sum + cpu, 0);

/**
 * The longest task of a load, in milliseconds, the evaluation of the SDK's module not counted. A trace does not name
 * modules; the SDK's is the heaviest by far.
 */
export async function longestOwnTask(page, work) {
  const events = await traceMainThread(page, work);
  const modules = events.filter(({ name }) => name === 'v8.evaluateModule');
  const sdk = modules.reduce((a, b) => (a.cpu > b.cpu ? a : b));
  const tasks = events.filter(({ name }) => name === TASK);
  const own = tasks.map(({ begin, end, cpu }) =>
    begin <= sdk.begin && sdk.end <= end ? cpu - sdk.cpu : cpu,
  );
  return Math.max(...own);
}

/** The most script between one frame's begin and the next one's, in milliseconds. */
export async function mostScriptInFrame(page, work) {
  const events = await traceMainThread(page, work);
  const begins = events.filter(({ name }) => name === FRAME).map(({ begin }) => begin);
  const scripts = outermost(events.filter(({ name }) => SCRIPT.has(name)));
  const frames = [-Infinity, ...begins].map((begin, index) => {
    const end = begins[index] ?? Infinity;
    return total(scripts.filter((script) => script.begin >= begin && script.begin < end));
  });
  return Math.max(...frames);
}
