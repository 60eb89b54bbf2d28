import { createMarkupPage, takeMarkup } from './pages.mjs';
import { evaluatedSdk, longestOwnTask, mostScriptInFrame, waits } from './tasks.mjs';
import { trace } from './trace.mjs';
import { inTab, weigh } from './visit.mjs';

const TYPED = 'The quick brown fox jumps over a dog';

const inEditor = (selector) =>
  `document.querySelector('cometchat-profile-editor').shadowRoot.querySelector('${selector}')`;
const NAME = inEditor('#name');
const SAVE = inEditor('button.save');

/** What is visited: the field and the button to save with, and whether it tells when it has loaded. */
const pages = {
  'lit-floor': {},
  'markup-floor': {},
  'initial-profile': { isEditor: true },
  'sdk-floor': {},
  login: { isEditor: true, field: NAME, save: SAVE },
  'sdk-login': {},
};

/** The order of a round: what is compared stands together. */
const turn = [
  'lit-floor',
  'initial-profile',
  'markup-floor',
  'lit-floor',
  'sdk-floor',
  'login',
  'sdk-floor',
  'sdk-login',
];

/** Focuses a field and puts the cursor at its end. */
export const focus = (field) =>
  `{ const field = ${field}; field.focus(); field.setSelectionRange(field.value.length, field.value.length); }`;

/** Loads a page in a trace: the processor time to the painted form and until it has loaded, and the page's own clock. */
async function time(bench, tab, path, { isEditor }) {
  let wall;
  const thread = await trace(bench.chromium, async () => {
    ({ at: wall } = await tab.go(path, 'painted', ...(isEditor ? ['loaded'] : [])));
  });
  return { painted: thread.spentUntilPainted, all: thread.spentInAll, wall };
}

/** Loads a page; the one that logs in, again in the same tab. */
async function timed(bench, name, page) {
  return inTab(bench, async (tab) => {
    const samples = { [name]: await time(bench, tab, `/${name}`, page) };
    if (name !== 'login') return samples;
    await tab.leave();
    samples.returning = await time(bench, tab, `/${name}`, page);
    return samples;
  });
}

/** Loads a page and weighs it; saves a longer name, where it can be saved, and comes back. */
async function weighed(bench, name, { isEditor, field, save }) {
  const told = ['painted', ...(isEditor ? ['loaded'] : [])];
  return inTab(bench, async (tab) => {
    await tab.go(`/${name}`, ...told);
    const sample = await weigh(tab, bench);
    if (!isEditor && field) sample.requests += await tab.evaluate('benchAnswers.length');
    const samples = { [name]: sample };
    if (!save) return samples;
    await tab.evaluate(focus(field));
    await tab.type(' II');
    const thread = await trace(bench.chromium, async () => {
      const saved = bench.server.told('saved', 30_000);
      await tab.evaluate(`${save}.click()`);
      await saved;
    });
    const [from, to] = ['bench-pressed', 'bench-saved'].map((mark) =>
      thread.taskAt(thread.timeOf(mark)),
    );
    sample.saved = thread.spent(from, to);
    if (name !== 'login') return samples;
    await tab.leave();
    await tab.go(`/${name}`, ...told);
    samples.returning = await weigh(tab, bench);
    return samples;
  });
}

/** The longest task of a page with the editor, and the most script of a frame while a name is typed beside the preview. */
async function watchTasks(bench) {
  return inTab(bench, async (tab) => {
    const categories = ['v8', 'v8.execute', 'cc'];
    const load = async () => {
      await tab.go('/initial-profile', 'painted', 'loaded');
      await tab.quiet();
    };
    const loading = await trace(bench.chromium, load, categories);
    await tab.leave();
    await tab.go('/preview', 'painted', 'loaded');
    await tab.quiet();
    await tab.evaluate(focus(NAME));
    const write = async () => {
      await tab.evaluate('performance.mark("bench-typing")');
      await tab.type(TYPED, { pause: 40 });
    };
    const typing = await trace(bench.chromium, write, categories);
    return {
      tasks: {
        longestOwn: longestOwnTask(loading),
        sdk: evaluatedSdk(loading).cpu,
        script: mostScriptInFrame(typing),
      },
    };
  });
}

/** What keys wait for that are pressed one after the other from the moment that the form is painted. */
async function watchInput(bench) {
  return inTab(bench, async (tab) => {
    const thread = await trace(bench.chromium, async () => {
      let isOver = false;
      const loaded = bench.server.told('loaded', 60_000).then(() => (isOver = true));
      await tab.click(await tab.go('/initial-profile', 'painted'));
      await tab.type('x'.repeat(90), { until: () => isOver });
      await loaded;
    });
    return { input: waits(thread, await tab.evaluate('benchMarks.keys')) };
  });
}

/** Adds the page that is drawn like the editor once it is filled. */
async function addMarkup(bench) {
  await bench.cloud.reset();
  const drawn = await inTab(bench, async (tab) => {
    await tab.go('/initial-profile', 'painted');
    return tab.evaluate(takeMarkup);
  });
  bench.server.add(createMarkupPage(drawn));
}

/**
 * Measures everything in turns, so that what else the machine does meets all alike. A visit that fails costs its sample
 * alone, and is told of.
 *
 * @param {object} bench browser, server and cloud
 * @param {object} times how many rounds of each kind
 * @param {object} more other products' pages, by name
 * @returns {Promise<Map<string, object[]>>} the samples by name
 */
export async function measure(bench, times, more, say) {
  const samples = new Map();
  const all = { ...pages, ...more };
  const once = async (title, visit, round) => {
    await bench.cloud.reset();
    try {
      for (const [name, sample] of Object.entries(await visit())) {
        samples.set(name, [...(samples.get(name) ?? []), { ...sample, round }]);
      }
    } catch (error) {
      say(`A visit to ${title} failed: ${error.message.split('\n')[0]}`);
    }
  };
  const rounds = async (count, title, visits) => {
    for (let round = 1; round <= count; round++) {
      say(`${title}, round ${round} of ${count} …`);
      for (const [name, visit] of visits(round)) await once(name, visit, round);
    }
  };
  const each = (visit, names) => names.map((name) => [name, () => visit(bench, name, all[name])]);
  await addMarkup(bench);
  // What a browser does after its start is not measured with the first page.
  await rounds(1, 'Warming up', () => each(timed, Object.keys(all)));
  samples.clear();
  // The others have no limit: every third round has them.
  await rounds(times.timed, 'Processor time', (round) =>
    each(timed, round % 3 === 1 ? [...turn, ...Object.keys(more)] : turn),
  );
  await rounds(times.weighed, 'Weight', () => each(weighed, Object.keys(all)));
  await rounds(times.tasks, 'Tasks', () => [
    ['the tasks', () => watchTasks(bench)],
    ['the input', () => watchInput(bench)],
  ]);
  return samples;
}
