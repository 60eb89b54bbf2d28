import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSdk } from './build.mjs';

/** How many times slower than this machine the page's main thread runs. */
export const SLOWDOWN = 4;

const probe = readFileSync(join(import.meta.dirname, 'probe.js'), 'utf8');

/** A page of its own context: no cookies, no storage, a slow processor, and the cloud stood in for. */
export async function openPage({ browser, server, cloud }, slowdown = SLOWDOWN) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const cdp = await page.createCDPSession();
  // A renderer that is there already: what starting one takes tells nothing about the page.
  await page.goto(`${server.origin}/blank`);
  const cloudRequests = await cloud.serve(cdp);
  await page.evaluateOnNewDocument(probe);
  await page.emulateCPUThrottling(slowdown);
  return { page, cdp, cloudRequests, problems, close: () => context.close() };
}

/** Goes to a page and waits for its first filled field, and until it asks for nothing more. */
export async function load({ page, cloudRequests }, { server }, { path, isLoaded }) {
  server.requests.length = 0;
  cloudRequests.length = 0;
  await page.goto(server.origin + path, { waitUntil: 'load' });
  await page.waitForFunction('benchMarks.input > 0', { timeout: 30_000 });
  if (isLoaded) await page.waitForFunction(isLoaded, { timeout: 30_000 });
  await quiet(() => server.requests.length + cloudRequests.length);
}

/** Waits until `count` has stayed the same for half a second. */
async function quiet(count) {
  for (let before = -1; before !== count();) {
    before = count();
    await sleep(500);
  }
}

/** What a loaded page is like. */
export async function inspect({ page, cdp, cloudRequests, problems }, { server }) {
  const { input, longTasks, nodes, answers } = await page.evaluate(() => ({
    ...globalThis.benchMarks,
    nodes: globalThis.benchCountNodes(),
    // Those that the field waited for.
    answers: performance
      .getEntriesByType('resource')
      .filter(({ name, responseEnd }) => {
        return /\.cometchat\.io\/v3/.test(name) && responseEnd <= globalThis.benchMarks.input;
      })
      .map(({ duration }) => duration),
  }));
  const scripts = server.requests.filter(({ isScript }) => isScript);
  const sdkAt = scripts.findIndex(({ path }) => isSdk(path));
  const sum = (requests) => requests.reduce((total, { bytes }) => total + bytes, 0);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return {
    input,
    nodes,
    heap: usedSize,
    bytesBefore: sdkAt < 0 ? undefined : sum(scripts.slice(0, sdkAt)),
    bytes: sum(scripts),
    requests: server.requests.length + cloudRequests.filter(isAsked).length,
    answers: answers.reduce((total, duration) => total + duration, 0),
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    problems: [...problems],
  };
}

// The browser's own question before a request to another origin.
const isAsked = ({ method }) => method !== 'OPTIONS';

/** Types into the field `selector` finds, at its end, one key after the other. */
export async function type(page, selector, text, { pause = 0 } = {}) {
  const field = await page.waitForSelector(selector);
  await field.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(text, { delay: pause });
}

/** Presses a button and gives the milliseconds from the press until `benchMarks.saved` is set. */
export async function save(page, selector) {
  const button = await page.waitForSelector(selector);
  // A press of the mouse would wait for the button to be in view; what is measured begins at the click either way.
  await button.evaluate((element) => element.click());
  await page.waitForFunction('benchMarks.saved > 0', { timeout: 30_000 });
  return page.evaluate('benchMarks.saved - benchMarks.pressed');
}
