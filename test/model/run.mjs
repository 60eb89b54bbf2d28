import { relative, resolve } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';

/** Tries as many sequences of the model test as its argument says: `npm run model -- 100000`. */
const runs = Number(process.argv[2] ?? 50_000);
if (!Number.isInteger(runs) || runs < 1) throw new Error('How many sequences? A whole number.');

const folder = relative(config.rootDir, resolve(import.meta.dirname));
const moreRuns = {
  name: 'more-runs',
  serve: ({ path }) =>
    path === `/${folder}/runs.ts`
      ? { body: `export const runs = ${runs};`, type: 'js' }
      : undefined,
};

await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  config: {
    ...config,
    files: [`${folder}/editor-model.test.ts`],
    testsFinishTimeout: runs * 100 + 60_000,
    plugins: [moreRuns, ...config.plugins],
    coverage: false,
  },
});
