import { ROUND_TRIP } from './cloud.mjs';

const LIMITS = {
  initialProfile: 1.25,
  login: 1.15,
  heap: 1.3,
  bytesBefore: 16 * 1024,
  bytes: 105 * 1024,
  task: 50,
  script: 16,
};

const COLUMNS = [
  ['filled input', 'input', (value) => `${Math.round(value)} ms`],
  ['saved', 'saved', (value) => `${Math.round(value)} ms`],
  ['JS before SDK', 'bytesBefore', (value) => `${(value / 1024).toFixed(1)} KB`],
  ['JS in all', 'bytes', (value) => `${(value / 1024).toFixed(1)} KB`],
  ['heap', 'heap', (value) => `${(value / 1e6).toFixed(2)} MB`],
  ['DOM nodes', 'nodes', String],
  ['requests', 'requests', String],
  ['long tasks', 'longTasks', String],
  ['longest', 'longest', (value) => `${Math.round(value)} ms`],
];

const TITLES = {
  'lit-floor': 'floor: bare Lit input',
  'sdk-floor': 'floor: the same, SDK evaluated first',
  'sdk-login': 'the same, logging in and reading by hand',
  'initial-profile': 'editor, `initial-profile`',
  login: 'editor, first login',
  returning: 'editor, returning session',
};

/** The middle one of a list of numbers; undefined where there is none. */
function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median of every number of a list of samples. */
function summarise(samples) {
  const names = new Set(samples.flatMap((sample) => Object.keys(sample)));
  names.delete('problems');
  return Object.fromEntries(
    [...names].map((name) => [name, median(samples.map((sample) => sample[name]))]),
  );
}

/** The medians by name. */
export const summariseAll = (samples) =>
  Object.fromEntries([...samples].map(([name, list]) => [name, summarise(list)]));

/** Cells of one width each, as Markdown. */
function renderTable(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, index) => Math.max(...all.map((row) => row[index].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** One row for each page. */
export function renderResults(medians, titles = {}) {
  const all = { ...TITLES, ...titles };
  const rows = Object.entries(all)
    .filter(([name]) => medians[name])
    .map(([name, title]) => [
      title,
      ...COLUMNS.map(([, key, show]) => {
        const value = medians[name][key];
        return value === undefined ? '–' : show(value);
      }),
    ]);
  return renderTable(['', ...COLUMNS.map(([title]) => title)], rows);
}

/** One row for each promise, with what was measured and whether it is kept; without a limit, what to compare it with. */
export function renderVerdicts(medians) {
  const { login, returning, preview } = medians;
  const initial = medians['initial-profile'];
  const lit = medians['lit-floor'];
  const sdk = medians['sdk-floor'];
  const byHand = medians['sdk-login'];
  const milliseconds = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
  const ratio = (value) => `${value.toFixed(2)} ×`;
  const bytes = (value) => `${value} bytes`;
  // The round trips are what the page saw of them: the fixed delay, and what the way to this process costs.
  const rows = [
    [
      '`initial-profile`: input, to the bare Lit input',
      initial.input / lit.input,
      LIMITS.initialProfile,
      ratio,
    ],
    [
      'first login: input less two round trips, to the SDK floor',
      (login.input - byHand.answers) / sdk.input,
      LIMITS.login,
      ratio,
    ],
    [
      'returning session: input less one round trip, to the SDK floor',
      (returning.input - returning.answers) / sdk.input,
      LIMITS.login,
      ratio,
    ],
    [
      'first login: less only the one round trip that it waits for',
      (login.input - login.answers) / sdk.input,
      undefined,
      ratio,
    ],
    [
      'a page that logs in and reads by hand: less its two',
      (byHand.input - byHand.answers) / sdk.input,
      undefined,
      ratio,
    ],
    ['first login: input, to that page', login.input / byHand.input, undefined, ratio],
    ['heap after load, to the SDK floor', login.heap / sdk.heap, LIMITS.heap, ratio],
    ['JS before the SDK, brotli', initial.bytesBefore, LIMITS.bytesBefore, bytes],
    ['JS in all, brotli', initial.bytes, LIMITS.bytes, bytes],
    [
      'longest task, the SDK’s evaluation not counted',
      preview.longestOwn,
      LIMITS.task,
      milliseconds,
    ],
    [
      'most script in one frame, typing a name with `preview`',
      preview.script,
      LIMITS.script,
      milliseconds,
    ],
  ];
  return renderTable(
    ['promise', 'measured', 'limit', ''],
    rows.map(([title, value, limit, show]) => [
      title,
      show(value),
      limit === undefined ? '–' : show(limit),
      limit === undefined ? '' : value <= limit ? 'pass' : 'FAIL',
    ]),
  );
}

/** How long the cloud's answers took within the times of the table. */
export const renderRoundTrips = ({ login, returning, 'sdk-login': byHand }) =>
  `The cloud answers after ${ROUND_TRIP} ms. As the page saw it, the one answer that the field waits for took ` +
  `${Math.round(login.answers)} ms at the first login and ${Math.round(returning.answers)} ms in the returning session; the ` +
  `two of the page that does it by hand took ${Math.round(byHand.answers)} ms.`;
