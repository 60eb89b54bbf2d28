import { mergeProcessCovs } from '@bcoe/v8-coverage';

/** A file is the same one however often it was asked for: a second try of an import has a query of its own. */
const withoutQuery = (url) => url.replace(/[?#].*$/, '');

/**
 * Makes the coverage of a page that of all its frames. Each frame runs a copy of a file of its own, of which the runner
 * keeps the last one only, so that what a test ran in one frame was forgotten for what it did not run in another.
 *
 * @param {import('puppeteer-core').Page} page
 */
export function countAllFrames(page) {
  const { coverage } = page;
  const stop = coverage.stopJSCoverage.bind(coverage);
  coverage.stopJSCoverage = async () => {
    const result = [];
    for (const { rawScriptCoverage } of await stop()) {
      if (!rawScriptCoverage) continue;
      result.push({ ...rawScriptCoverage, url: withoutQuery(rawScriptCoverage.url) });
    }
    return mergeProcessCovs([{ result }]).result.map((script) => ({ rawScriptCoverage: script }));
  };
  return page;
}
