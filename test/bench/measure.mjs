import { longestOwnTask, mostScriptInFrame } from './tasks.mjs';
import { inspect, load, openPage, save, SLOWDOWN, type } from './visit.mjs';

/** When the editor shows what the server said. */
const isLoaded = 'benchMarks.loaded > 0';

const FIELD = 'pierce/#name';
const SAVE = 'pierce/button.save';
const TYPED = 'The quick brown fox jumps over a dog';

/** What is measured of the editor and of the floors; each visit gives one sample or more by name. */
const visits = {
  'lit-floor': (bench) => plain(bench, '/lit-floor'),
  'sdk-floor': (bench) => plain(bench, '/sdk-floor'),
  'sdk-login': (bench) => plain(bench, '/sdk-login'),
  'initial-profile': (bench) => plain(bench, '/initial-profile', isLoaded),
  login: logInAndReturn,
};

/** Loads a page and looks at it. */
async function plain(bench, path, isLoaded) {
  const visit = await openPage(bench);
  try {
    await load(visit, bench, { path, isLoaded });
    return { [path.slice(1)]: await inspect(visit, bench) };
  } finally {
    await visit.close();
  }
}

/** Logs in, saves a longer name, and comes back in the same tab. */
async function logInAndReturn(bench) {
  const visit = await openPage(bench);
  const page = { path: '/login', isLoaded };
  try {
    await load(visit, bench, page);
    const login = await inspect(visit, bench);
    await type(visit.page, FIELD, ' II');
    login.saved = await save(visit.page, SAVE);
    await load(visit, bench, page);
    return { login, returning: await inspect(visit, bench) };
  } finally {
    await visit.close();
  }
}

/**
 * The longest task of a page with the editor, and the most script of a frame while a name is typed, preview and all. The
 * page runs at full speed and its processor time is multiplied: slowed down, the browser spins by the clock, and would
 * count the turns of other programs as the page's own.
 */
async function watchTasks(bench) {
  const visit = await openPage(bench, 1);
  try {
    const { page } = visit;
    const longestOwn = await longestOwnTask(page, async (mark) => {
      await mark();
      await load(visit, bench, { path: '/preview', isLoaded });
    });
    const script = await mostScriptInFrame(page, async (mark) => {
      await mark();
      await type(page, FIELD, TYPED, { pause: 40 });
    });
    return { preview: { longestOwn: longestOwn * SLOWDOWN, script: script * SLOWDOWN } };
  } finally {
    await visit.close();
  }
}

/**
 * Measures everything `times` times, in turns, so that what else the machine does meets all alike.
 *
 * @param {object} bench browser, server and cloud
 * @param {Record<string, (bench: object) => Promise<object>>} more visits of other products
 * @returns {Promise<Map<string, object[]>>} the samples by name
 */
export async function measure(bench, times, more, onRound) {
  const samples = new Map();
  const measureOnce = async (visit) => {
    await bench.cloud.reset();
    for (const [name, sample] of Object.entries(await visit(bench))) {
      samples.set(name, [...(samples.get(name) ?? []), sample]);
    }
  };
  for (let round = 1; round <= times; round++) {
    onRound(round);
    for (const visit of Object.values({ ...visits, ...more })) await measureOnce(visit);
  }
  // Apart from the others: a trace that has just ended still slows the next page down.
  for (let round = 1; round <= times; round++) await measureOnce(watchTasks);
  return samples;
}
