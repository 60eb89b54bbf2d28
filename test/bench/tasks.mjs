const FRAME = 'ProxyMain::BeginMainFrame';
const SCRIPT = ['v8.callFunction', 'v8.evaluateModule', 'v8.run', 'RunMicrotasks'];

/** Those of `events` that no other of them is around. */
function outermost(events) {
  let last = 0;
  return events.filter(({ end }) => {
    const isInside = end <= last;
    if (!isInside) last = end;
    return !isInside;
  });
}

const total = (events) => events.reduce((sum, { cpu }) => sum + cpu, 0);
const isWithin = (inner, outer) => outer.begin <= inner.begin && inner.end <= outer.end;

/** The evaluation of the SDK's module. A trace does not name modules; the SDK's is the heaviest by far. */
export function evaluatedSdk(thread) {
  return thread.all('v8.evaluateModule').reduce((a, b) => (a.cpu > b.cpu ? a : b));
}

/** The longest task of a load, in milliseconds of processor time, the evaluation of the SDK's module not counted. */
export function longestOwnTask(thread) {
  const { navigation } = thread;
  const sdk = evaluatedSdk(thread);
  const own = thread.tasks
    .filter(({ begin }) => begin >= navigation.begin)
    .map((task) => task.cpu - (isWithin(sdk, task) ? sdk.cpu : 0));
  return Math.max(...own);
}

/** The most script between one frame's begin and the next one's, in milliseconds of processor time. */
export function mostScriptInFrame(thread) {
  const begins = thread.all(FRAME).map(({ begin }) => begin);
  const scripts = outermost(thread.all(...SCRIPT));
  const frames = [-Infinity, ...begins].map((begin, index) => {
    const end = begins[index] ?? Infinity;
    return total(scripts.filter((script) => script.begin >= begin && script.begin < end));
  });
  return Math.max(...frames);
}

/**
 * What keys have waited for: the longest task that was under way while one of them waited, and the longest wait by the
 * clock, in milliseconds.
 *
 * @param {[number, number][]} keys when each was pressed, and when the page heard of it, by the page's clock
 */
export function waits(thread, keys) {
  const pressed = keys.map((times) => times.map((time) => thread.timeInTrace(time)));
  const met = thread.tasks.filter(({ begin, end }) =>
    pressed.some(([from, to]) => begin < to && end > from),
  );
  return {
    longestMet: Math.max(...met.map(({ cpu }) => cpu)),
    wait: Math.max(...keys.map(([from, to]) => to - from)),
    keys: keys.length,
  };
}
