import { setTimeout as sleep } from 'node:timers/promises';
import { isSdk } from './build.mjs';

const PATIENCE = 60_000;

/**
 * A tab of its own: no cookies, no storage, and the cloud stood in for. It shows an empty page first, whose process the
 * measured page then takes over: what starting one takes tells nothing about the page.
 */
export async function openTab({ chromium, server, cloud }) {
  const { browserContextId } = await chromium.send('Target.createBrowserContext');
  const blank = `${server.origin}/blank`;
  const target = { url: 'about:blank', browserContextId };
  const { targetId } = await chromium.send('Target.createTarget', target);
  const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params) => chromium.send(method, params, sessionId);
  const on = (method, listener) => chromium.on(method, listener, sessionId);
  const cloudRequests = await cloud.serve({ send, on });

  /** The value of an expression, awaited. Asked for once what is measured is over. */
  async function evaluate(expression) {
    const parameters = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await send('Runtime.evaluate', parameters);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  }

  /** Leaves the page, and has what it left behind collected. */
  async function leave() {
    await Promise.all([server.told('blank', PATIENCE), send('Page.navigate', { url: blank })]);
    await sleep(100);
    await collectGarbage();
  }

  /** Goes to a page and waits until it has told of all of `names`. Gives what it told of the first. */
  async function go(path, ...names) {
    server.requests.length = 0;
    cloudRequests.length = 0;
    const told = names.map((name) => server.told(name, PATIENCE));
    const [first] = await Promise.all([
      ...told,
      send('Page.navigate', { url: server.origin + path }),
    ]);
    return first;
  }

  /** Waits until nothing more is asked for. */
  async function quiet() {
    const count = () => server.requests.length + cloudRequests.length;
    for (let before = -1; before !== count();) {
      before = count();
      await sleep(500);
    }
  }

  /** Twice: what the first one finalises, the second one frees. */
  async function collectGarbage() {
    await send('HeapProfiler.collectGarbage');
    await send('HeapProfiler.collectGarbage');
  }

  async function heap() {
    await collectGarbage();
    const { usedSize } = await send('Runtime.getHeapUsage');
    return usedSize;
  }

  /** Presses and releases keys, one for each character; each press waits for the page to have taken the one before. */
  async function type(text, { pause = 0, until = () => false } = {}) {
    for (const character of text) {
      if (until()) return;
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key: character, text: character });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key: character });
      if (pause > 0) await sleep(pause);
    }
  }

  async function click({ x, y }) {
    const press = { x, y, button: 'left', clickCount: 1 };
    await send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' });
    await send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' });
  }

  const close = () => chromium.send('Target.disposeBrowserContext', { browserContextId });

  const tab = { evaluate, leave, go, quiet, heap, type, click, close, cloudRequests };
  try {
    await leave();
    return tab;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Does something with a tab, and closes it. */
export async function inTab(bench, work) {
  const tab = await openTab(bench);
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}

// The browser's own question before a request to another origin.
const isAsked = ({ method }) => method !== 'OPTIONS';

/** What a loaded page weighs. */
export async function weigh(tab, { server }) {
  await tab.quiet();
  const scripts = server.requests.filter(({ isScript }) => isScript);
  const sdkAt = scripts.findIndex(({ path }) => isSdk(path));
  const sum = (requests) => requests.reduce((total, { bytes }) => total + bytes, 0);
  return {
    nodes: await tab.evaluate('benchCountNodes()'),
    heap: await tab.heap(),
    bytesBefore: sdkAt < 0 ? undefined : sum(scripts.slice(0, sdkAt)),
    bytes: sum(scripts),
    requests: server.requests.length + tab.cloudRequests.filter(isAsked).length,
    problems: await tab.evaluate('benchMarks.problems'),
  };
}
