import { expectedLitWarnings } from './lit-warnings.js';

/**
 * Fails a test in which the page reports an error, an unhandled rejection or a console warning that nobody expected.
 *
 * The test server puts this module before every test file.
 */

interface Problem {
  readonly kind: 'error' | 'unhandledrejection' | 'console.warn' | 'console.error';
  readonly text: string;
  readonly values: readonly unknown[];
}

const problems: Problem[] = [];

const issuedWarnings = ((globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings ??=
  new Set());
for (const warning of expectedLitWarnings) issuedWarnings.add(warning);

/**
 * Whether the SDK itself caused a rejection or an error. It rejects with plain objects and lets some of its own
 * promises go unhandled (its delayed `user_sessions` request, an answer with neither data nor error), which no
 * caller can prevent.
 */
function isFromSdk(reason: unknown): boolean {
  if (reason instanceof Error)
    return /\/chat-sdk-javascript\/|\/cometchat-sdk-[\w-]+\.js/.test(reason.stack ?? '');
  return typeof reason === 'object' && reason !== null && ('code' in reason || 'name' in reason);
}

function describe(value: unknown): string {
  if (value instanceof Error) {
    // Only Chromium repeats the message in the stack.
    const stack = value.stack ?? '';
    return stack.includes(value.message) ? stack : `${String(value)}\n${stack}`;
  }
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** Browsers report this for layouts that settle one frame later; it is no error of anybody's. */
const HARMLESS_ERROR = /^ResizeObserver loop/;

globalThis.addEventListener('error', (event) => {
  if (HARMLESS_ERROR.test(event.message)) {
    event.stopImmediatePropagation();
    return;
  }
  // Stopped here, or the test framework would blame whichever test is running.
  event.stopImmediatePropagation();
  // The test server has put the same error on the console.
  const repeated = problems.findIndex(
    ({ values }) => values.length === 1 && values[0] === event.error,
  );
  if (repeated !== -1) problems.splice(repeated, 1);
  if (isFromSdk(event.error)) return;
  const text = describe(event.error ?? event.message);
  problems.push({ kind: 'error', text, values: [event.error] });
});

globalThis.addEventListener('unhandledrejection', (event) => {
  if (isFromSdk(event.reason)) return;
  problems.push({
    kind: 'unhandledrejection',
    text: describe(event.reason),
    values: [event.reason],
  });
});

/** The test server repeats every unhandled rejection on the console, in two calls: this text, then the reason. */
const REPEATED_REJECTION = /^An error was thrown in a Promise outside a test/;
let isNextRepeated = false;

for (const level of ['warn', 'error'] as const) {
  const original = console[level].bind(console);
  console[level] = (...values: unknown[]) => {
    original(...values);
    const text = values.map(describe).join(' ');
    const isRepeated = isNextRepeated;
    isNextRepeated = REPEATED_REJECTION.test(text);
    if (!isNextRepeated && !isRepeated) problems.push({ kind: `console.${level}`, text, values });
  };
}

/**
 * Takes the problems noted so far, so that the test in which they are expected can look at them and pass.
 *
 * @param pattern which of them, by their text
 */
export function takeProblems(pattern = /(?:)/): string[] {
  const taken = problems.filter(({ text }) => pattern.test(text));
  for (const problem of taken) problems.splice(problems.indexOf(problem), 1);
  return taken.map(({ text }) => text);
}

/** Rejections are reported in a task after the one in which they happen. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

afterEach(async function () {
  await nextTask();
  const found = problems.splice(0);
  const test = this.currentTest;
  if (found.length === 0 || !test || test.state === 'failed') return;
  // Set on the test itself: an error thrown in a hook would end the whole file.
  test.state = 'failed';
  test.err = new Error(
    `the page reported:\n${found.map(({ kind, text }) => `${kind}: ${text}`).join('\n')}`,
  );
});
