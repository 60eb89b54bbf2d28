import { judge, medianOf, quartilesOf, ratiosOf, uncertaintyOf } from './statistics.mjs';

/** How many times slower than this machine a visitor's is, where a limit speaks of milliseconds. */
export const SLOWDOWN = 4;

const LIMITS = {
  initialProfile: 1.3,
  returning: 1.3,
  login: 1.15,
  heap: 1.35,
  bytesBefore: 20 * 1024,
  bytes: 110 * 1024,
  task: 50,
  script: 16,
};

const ONE_RUN = 0.05;

const TITLES = {
  'lit-floor': 'floor: bare Lit input',
  'markup-floor': 'floor: Lit evaluated, the editor’s own tree and styles, none of its code',
  'sdk-floor': 'floor: the bare Lit input, SDK evaluated first',
  'sdk-login': 'hand-written page: the same, logging in and loading',
  'initial-profile': 'editor, `initial-profile`',
  login: 'editor, first login',
  returning: 'editor, returning session',
};

const short = (value) => value.toFixed(value < 10 ? 1 : 0);
const milliseconds = (value) => `${short(value)} ms`;
const kilobytes = (value) => `${(value / 1024).toFixed(1)} KB`;
const times = (value) => `${value.toFixed(2)} ×`;
const bytes = (value) => `${Math.round(value)} bytes`;

/** A median with its quartiles. */
const spread =
  (show) =>
  ({ q1, median, q3 }) =>
    `${show(median)} (${show(q1).replace(/ .*/, '')}–${show(q3).replace(/ .*/, '')})`;
const middle =
  (show) =>
  ({ median }) =>
    show(median);

const COLUMNS = [
  ['filled form painted', 'painted', spread(milliseconds)],
  ['loaded', 'all', middle(milliseconds)],
  ['saved', 'saved', middle(milliseconds)],
  ['wall clock', 'wall', spread(milliseconds)],
  ['JS before SDK', 'bytesBefore', middle(kilobytes)],
  ['JS in all', 'bytes', middle(kilobytes)],
  ['heap', 'heap', middle((value) => `${(value / 1e6).toFixed(2)} MB`)],
  ['DOM nodes', 'nodes', middle(String)],
  ['requests', 'requests', middle(String)],
];

/** Cells of one width each, as Markdown. */
export function renderTable(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, index) => Math.max(...all.map((row) => row[index].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

const valuesOf = (samples, name, key) =>
  (samples.get(name) ?? []).map((sample) => sample[key]).filter((value) => value !== undefined);

/** One row for each page. */
export function renderResults(samples, titles = {}) {
  const rows = Object.entries({ ...TITLES, ...titles })
    .filter(([name]) => samples.has(name))
    .map(([name, title]) => [
      title,
      ...COLUMNS.map(([, key, show]) => {
        const quartiles = quartilesOf(valuesOf(samples, name, key));
        return quartiles ? show(quartiles) : '–';
      }),
    ]);
  return renderTable(['', ...COLUMNS.map(([title]) => title)], rows);
}

/** One row for each aim, with what was measured and whether it is met; without a limit, what to compare it with. */
export function renderVerdicts(samples) {
  const painted = (name) =>
    (samples.get(name) ?? [])
      .filter((sample) => 'painted' in sample)
      .map((sample) => ({ round: sample.round, value: sample.painted }));
  const ratio = (name, base) => ratiosOf(painted(name), painted(base));
  const slowed = (name, key) => valuesOf(samples, name, key).map((value) => value * SLOWDOWN);
  const sdkHeap = medianOf(valuesOf(samples, 'sdk-floor', 'heap'));
  const heap = valuesOf(samples, 'login', 'heap').map((value) => value / sdkHeap);
  const aims = [
    [
      '`initial-profile`, to the bare Lit input',
      ratio('initial-profile', 'lit-floor'),
      times,
      LIMITS.initialProfile,
    ],
    [
      'returning session, to the bare Lit input',
      ratio('returning', 'lit-floor'),
      times,
      LIMITS.returning,
    ],
    ['first login, to the SDK floor', ratio('login', 'sdk-floor'), times, LIMITS.login],
    [
      'the editor’s own tree and styles without its code, to the bare Lit input',
      ratio('markup-floor', 'lit-floor'),
      times,
    ],
    [
      '`initial-profile`, to its own tree and styles',
      ratio('initial-profile', 'markup-floor'),
      times,
    ],
    ['first login, to the hand-written page', ratio('login', 'sdk-login'), times],
    ['hand-written page, to the SDK floor', ratio('sdk-login', 'sdk-floor'), times],
    ['heap after a first login, to the SDK floor', heap, times, LIMITS.heap],
    [
      'JS before the SDK, brotli',
      valuesOf(samples, 'login', 'bytesBefore'),
      bytes,
      LIMITS.bytesBefore,
    ],
    ['JS in all, brotli', valuesOf(samples, 'login', 'bytes'), bytes, LIMITS.bytes],
    [
      'longest task, without the SDK’s evaluation, × 4',
      slowed('tasks', 'longestOwn'),
      milliseconds,
      LIMITS.task,
    ],
    [
      'most script in one frame, typing a name with `preview`, × 4',
      slowed('tasks', 'script'),
      milliseconds,
      LIMITS.script,
    ],
    ['evaluation of the SDK, × 4', slowed('tasks', 'sdk'), milliseconds],
    [
      'longest task that a key waits for during the load, × 4',
      slowed('input', 'longestMet'),
      milliseconds,
    ],
    [
      'longest wait of a key, wall clock at full speed',
      valuesOf(samples, 'input', 'wait'),
      milliseconds,
    ],
  ];
  const rows = [];
  const unsure = [];
  for (const [title, values, show, limit] of aims) {
    const quartiles = quartilesOf(values);
    if (!quartiles) continue;
    const uncertainty = uncertaintyOf(quartiles);
    if (show === times && uncertainty > ONE_RUN) unsure.push(title);
    rows.push([
      title,
      spread(show)(quartiles),
      uncertainty > 0 ? `± ${(uncertainty * 100).toFixed(1)} %` : '–',
      limit === undefined ? '–' : show(limit),
      limit === undefined ? '' : judge(quartiles, limit),
    ]);
  }
  const table = renderTable(['aim', 'measured', 'another run', 'limit', ''], rows);
  return unsure.length === 0
    ? `${table}\n\nAnother run of this kind should agree within 5 % on every ratio.`
    : `${table}\n\nThis run cannot tell within 5 %: ${unsure.join('; ')}. The machine was too busy, or the rounds too few.`;
}
