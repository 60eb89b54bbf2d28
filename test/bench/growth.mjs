import { editorPage, editorTag, initialProfile } from './pages.mjs';
import { renderTable } from './report.mjs';
import { judge, quartilesOf } from './statistics.mjs';
import { trace } from './trace.mjs';
import { inTab } from './visit.mjs';

/** Ten times as much may cost a little more than ten times as much: what is measured wavers. */
const LINEAR = 12;
/** How much of the heap may be left over. */
const HEAP = 1.01;

const KEYS = 10;

/** One character each, as a reader counts. */
const SCRIPTS = {
  Latin: ['q', 'u', 'i', 'c', 'k', ' '],
  Devanagari: ['न', 'मो', 'स्ते', 'दु', 'नि', 'या', ' '],
  emoji: ['👩‍👩‍👧‍👦', '🧑🏽‍💻', '🏳️‍🌈', '👍🏿'],
  Arabic: ['مَ', 'رْ', 'حَ', 'بً', 'ا', ' '],
};

const textOf = (script, length) => {
  const characters = SCRIPTS[script];
  // No text of the editor ends in a space.
  return Array.from({ length }, (_, i) => characters[(length - 1 - i) % characters.length])
    .join('')
    .trim();
};

const EDITOR = "document.querySelector('cometchat-profile-editor')";
const STATUS = `${EDITOR}.shadowRoot.querySelector('textarea')`;

/** How many editors a page has, and what it costs until all have loaded. */
const editors = [1, 10, 100].map((count) => ({
  group: 'editors on a page, until all have loaded',
  size: count,
  path: `/editors-${count}`,
  html: editorPage(editorTag(initialProfile()).repeat(count), count),
  visit: async (bench, tab, path) => {
    const thread = await trace(bench.chromium, () => tab.go(path, 'loaded'));
    return thread.spentUntil('bench-loaded');
  },
}));

/** How long a status message is: what it costs to show it, and to type at its end. */
const texts = Object.keys(SCRIPTS).flatMap((script) =>
  [10, 100, 1_000, 10_000].map((length) => {
    const statusMessage = textOf(script, length);
    const attributes = `status-max-length="20000" ${initialProfile({ statusMessage })}`;
    return {
      group: `text in ${script}, until the form is painted`,
      typing: `text in ${script}, a key at its end`,
      size: length,
      path: `/text-${script}-${length}`,
      html: editorPage(editorTag(attributes)),
      changed: { statusMessage },
      visit: async (bench, tab, path) => {
        const showing = await trace(bench.chromium, () => tab.go(path, 'painted', 'loaded'));
        await tab.quiet();
        await tab.evaluate(
          `{ const field = ${STATUS}; field.focus(); field.setSelectionRange(1e6, 1e6); }`,
        );
        await tab.evaluate('benchSettle()');
        const typing = await trace(bench.chromium, async () => {
          await tab.evaluate('benchMark("from")');
          await tab.type('x'.repeat(KEYS));
          await markEnd(tab);
        });
        return [showing.spentUntilPainted, spentBetween(typing) / KEYS];
      },
    };
  }),
);

/** How many people's drafts this tab has kept, and what it costs until the last one's is back. */
const drafts = [1, 10, 100].map((count) => ({
  group: 'kept drafts, until the profile has loaded',
  size: count,
  path: '/login',
  visit: async (bench, tab, path) => {
    await tab.go(path, 'painted', 'loaded');
    // Typed by a person, it would have the browser ask whether to leave.
    await tab.evaluate(
      `{ const field = ${STATUS}; field.value += ' II'; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); }`,
    );
    const isKept = await tab.evaluate(`new Promise((resolve) => {
      const look = () => {
        const key = Object.keys(sessionStorage).find((each) => each.includes(':draft:'));
        if (!key) return setTimeout(look, 50);
        for (let i = 1; i < ${count}; i++) sessionStorage.setItem(key + i, sessionStorage.getItem(key));
        resolve(Object.keys(sessionStorage).filter((each) => each.includes(':draft:')).length);
      };
      look();
    })`);
    if (isKept !== count) throw new Error(`${isKept} drafts are kept, and not ${count}`);
    await tab.leave();
    const thread = await trace(bench.chromium, () => tab.go(path, 'loaded'));
    const value = await tab.evaluate(`${STATUS}.value`);
    if (!value.endsWith(' II')) throw new Error(`The draft is not back: ${value}`);
    return thread.spentUntil('bench-loaded');
  },
}));

/** Editors that come and go: what a hundred and a thousand cost, and what is left on the heap. */
const cycles = {
  path: '/cycles',
  html: editorPage(editorTag(initialProfile())),
  visit: async (bench, tab, path) => {
    await tab.go(path, 'painted', 'loaded');
    await tab.quiet();
    const run = (count) =>
      trace(bench.chromium, async () => {
        await tab.evaluate('benchMark("from")');
        await tab.evaluate(`benchCycle(${EDITOR}, ${count})`);
        await markEnd(tab);
      });
    // The browser's own list of what was fetched would grow to its 250 entries.
    await tab.evaluate('performance.setResourceTimingBufferSize(0)');
    // What the first ones leave, such as compiled code, the later ones use: after 2,000 no more is added to it.
    await tab.evaluate(`benchCycle(${EDITOR}, 2_000)`);
    const hundred = spentBetween(await run(100));
    const thousand = spentBetween(await run(1_000));
    // What is lost with every editor is lost in every batch; what code is compiled late, in one. A trace leaves things, too.
    const heaps = [await tab.heap()];
    for (let batch = 0; batch < 3; batch++) {
      await tab.evaluate(`benchCycle(${EDITOR}, 1_000)`);
      await tab.quiet();
      heaps.push(await tab.heap());
    }
    const growth = heaps.slice(1).map((heap, index) => heap / heaps[index]);
    return { hundred, thousand, growth };
  },
};

/** Sets the mark once two frames have passed, and waits until the task that sets it is over. */
async function markEnd(tab) {
  await tab.evaluate('benchSettle().then(() => benchMark("to"))');
  await tab.evaluate('0');
}

/** Processor time from one mark to the other, in milliseconds. */
function spentBetween(thread) {
  const [from, to] = ['bench-from', 'bench-to'].map((name) => thread.taskAt(thread.timeOf(name)));
  return to.cpuBegin - from.cpuBegin - from.cpu;
}

/** The pages that it takes, by address. */
export const growthPages = () =>
  new Map([...editors, ...texts, cycles].map(({ path, html }) => [path, html]));

/**
 * How cost grows: measured in turns, `times` times.
 *
 * @returns {Promise<string>} the tables
 */
export async function measureGrowth(bench, times, say) {
  const costs = new Map();
  const heaps = [];
  const note = (group, size, cost) => {
    if (!costs.has(group)) costs.set(group, new Map());
    const bySize = costs.get(group);
    bySize.set(size, [...(bySize.get(size) ?? []), cost]);
  };
  const once = async ({ path, visit, changed }) => {
    await bench.cloud.reset(changed);
    return inTab(bench, (tab) => visit(bench, tab, path));
  };
  const attempt = async (path, work) => {
    try {
      await work();
    } catch (error) {
      say(`A visit to ${path} failed: ${error.message.split('\n')[0]}`);
    }
  };
  await attempt('warm up', () => once(editors[0]));
  for (let round = 1; round <= times; round++) {
    say(`Growth, round ${round} of ${times} …`);
    for (const one of [...editors, ...texts, ...drafts]) {
      await attempt(one.path, async () => {
        const [cost, typing] = [await once(one)].flat();
        note(one.group, one.size, cost);
        if (one.typing) note(one.typing, one.size, typing);
      });
    }
    // Once: it takes long, and wavers little.
    if (round > 1) continue;
    await attempt(cycles.path, async () => {
      const { hundred, thousand, growth } = await once(cycles);
      note('attach and detach', 100, hundred);
      note('attach and detach', 1_000, thousand);
      heaps.push(...growth);
    });
  }
  return renderGrowth(costs, heaps);
}

const short = (value) => value.toFixed(value < 10 ? 1 : 0);

function renderGrowth(costs, heaps) {
  const rows = [...costs].map(([group, bySize]) => {
    const sizes = [...bySize.keys()];
    const medians = [...bySize].map(([size, list]) => {
      return `${size.toLocaleString('en')}: ${short(quartilesOf(list).median)} ms`;
    });
    // The worst of the steps is judged.
    const steps = sizes.slice(1).map((size, index) => {
      const small = quartilesOf(bySize.get(sizes[index])).median;
      return quartilesOf(bySize.get(size).map((cost) => cost / small));
    });
    const worst = steps.reduce((one, other) => (other.median > one.median ? other : one));
    return [
      group,
      medians.join(', '),
      steps.map(({ median }) => `${median.toFixed(1)} ×`).join(', '),
      `${LINEAR} ×`,
      judge(worst, LINEAR),
    ];
  });
  const table = renderTable(['', 'cost', 'growth at ten times as much', 'limit', ''], rows);
  const heap = quartilesOf(heaps);
  if (!heap) return table;
  const percent = (ratio) => `${((ratio - 1) * 100).toFixed(2)} %`;
  return `${table}\n\nHeap after 1,000 more editors that came and went: + ${percent(heap.median)} (${percent(heap.q1)} to ${percent(heap.q3)}), limit ${percent(HEAP)}: ${judge(heap, HEAP)}.`;
}
