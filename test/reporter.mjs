import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { transformSync } from 'esbuild';

/** Lines and branches of `src/` that the tests in Chromium must run through, in per cent. */
export const COVERAGE_THRESHOLD = { lines: 95, branches: 95 };

const root = resolve(import.meta.dirname, '..');

function* testsOf(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, title: [...path, test.name].join(' › ') };
  for (const child of suite?.suites ?? []) yield* testsOf(child, [...path, child.name]);
}

function describeError({ name, message, stack, expected, actual }) {
  const lines = [
    stack?.includes(message) ? stack : `${name ?? 'Error'}: ${message}\n${stack ?? ''}`,
  ];
  if (expected !== undefined || actual !== undefined) {
    lines.push(`expected: ${expected}`, `actual:   ${actual}`);
  }
  return lines.join('\n').trim().replaceAll(/^/gm, '      ');
}

/** How long the tests of one file ran, in milliseconds, what is set up around them left out. */
function durationOf(session) {
  let sum = 0;
  for (const { duration = 0 } of testsOf(session.testResults)) sum += duration;
  return sum;
}

/** What went wrong in one test file, one entry a failure. */
function failuresOf(session) {
  const failures = [];
  const tests = [...testsOf(session.testResults)];
  for (const test of tests) {
    if (test.skipped) failures.push(`${test.title}\n      is skipped`);
    else if (!test.passed) {
      failures.push(`${test.title}\n${describeError(test.error ?? { message: 'failed' })}`);
    }
  }
  for (const error of session.errors) failures.push(describeError(error).trim());
  if (tests.length === 0 && failures.length === 0) failures.push('has no tests');
  if (!session.passed && failures.length === 0) failures.push('failed without a reason');
  for (const url of session.request404s) {
    if (failures.length > 0) failures[failures.length - 1] += `\n      not found: ${url}`;
  }
  return { failures, passed: tests.filter((test) => test.passed && !test.skipped).length };
}

/**
 * The modules of `src/` that tests can cover: one with types only holds no code, and what runs in a worker is
 * invisible to the page's coverage.
 */
function modulesWithCode() {
  return (
    readdirSync(resolve(root, 'src'), { recursive: true })
      .filter((name) => name.endsWith('.ts') && !/(?:\.d|-worker)\.ts$/.test(name))
      // Loaded as built files only: by the pages under a policy, and by the consumers.
      .filter((name) => !['react.ts', 'standalone.ts'].includes(name))
      .map((name) => resolve(root, 'src', name))
      .filter((file) => {
        const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts' });
        return code.replaceAll(/^export \{[^}]*\} from .*$/gm, '').trim() !== '';
      })
  );
}

/** Compares the coverage with the threshold; a module that no test ever loaded counts as a failure. */
function judgeCoverage(coverageMap) {
  const covered = coverageMap.files();
  const summary = coverageMap.getCoverageSummary().data;
  const failures = modulesWithCode()
    .filter((file) => !covered.includes(file))
    .map((file) => `coverage: no test loads ${relative(root, file)}`);
  for (const kind of ['lines', 'branches']) {
    const { pct } = summary[kind];
    if (pct < COVERAGE_THRESHOLD[kind]) {
      failures.push(`coverage: ${pct} % of ${kind}, ${COVERAGE_THRESHOLD[kind]} % wanted`);
    }
  }
  const worst = covered
    .map((file) => ({ file, data: coverageMap.fileCoverageFor(file).toSummary().data }))
    .filter(({ data }) => Math.min(data.lines.pct, data.branches.pct) < COVERAGE_THRESHOLD.lines)
    .map(
      ({ file, data }) => `  ${data.lines.pct} % / ${data.branches.pct} %  ${relative(root, file)}`,
    );
  const lines = [
    `coverage: ${summary.lines.pct} % of lines, ${summary.branches.pct} % of branches`,
  ];
  if (worst.length > 0) lines.push('lines / branches under the threshold:', ...worst);
  return { failures, lines };
}

/**
 * Prints one line a test file and every failure in full. Skipped tests, empty files and missed coverage count as failures.
 *
 * @param {{engine: string, judgesCoverage: boolean, resultFile: string | undefined}} options
 */
export function reporter({ engine, judgesCoverage, resultFile }) {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const { failures, passed } = failuresOf(session);
        const mark = failures.length > 0 ? '✗' : '✓';
        const seconds = Math.round(durationOf(session) / 1000);
        logger.log(`${mark} ${engine} ${relative(root, testFile)} (${passed}, ${seconds} s)`);
        for (const failure of failures) logger.log(`    ✗ ${failure}`);
        const isChatty = failures.length > 0 || process.env.TEST_LOGS;
        if (isChatty) for (const log of session.logs) logger.log('      log:', ...log);
      }
    },

    onTestRunFinished({ sessions, testCoverage }) {
      /** What passed and failed, by test file, and what concerns none. */
      const results = {};
      for (const session of sessions) {
        const { failures, passed } = failuresOf(session);
        results[relative(root, session.testFile)] = { passed, failed: failures.length };
      }
      if (sessions.length === 0) results[''] = { passed: 0, failed: 1 };
      if (testCoverage) {
        const { failures, lines } = judgeCoverage(testCoverage.coverageMap);
        console.log(lines.join('\n'));
        if (judgesCoverage) {
          for (const failure of failures) console.log(`✗ ${failure}`);
          const isEnough = failures.length === 0;
          results.coverage = { passed: isEnough ? 1 : 0, failed: isEnough ? 0 : 1 };
        }
      }
      if (resultFile) {
        writeFileSync(resultFile, JSON.stringify(results));
        return;
      }
      let [passed, failed] = [0, 0];
      for (const result of Object.values(results)) {
        passed += result.passed;
        failed += result.failed;
      }
      console.log(`${passed} passed, ${failed} failed`);
    },
  };
}
