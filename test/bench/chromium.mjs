import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
  // A page that nobody looks at is as fast as another.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // A page that was left is gone, and is not kept for a way back to it. The browser's own interface, which headless windows
  // have as well, loads no pages of its own beside the measured one.
  '--disable-features=BackForwardCache,PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  '--window-size=1000,800',
];

const isRoot = process.getuid?.() === 0;

/**
 * Starts Chromium and speaks its protocol through a pipe. A library that drives browsers turns the `Runtime` and `Debugger`
 * domains of every page on, and V8 then keeps a stack for every error and promise, which the SDK's start pays for. Here a
 * page has the domains that the benchmark names, and no other.
 *
 * @param {string} executable the program
 */
export async function startChromium(executable) {
  const profile = mkdtempSync(join(tmpdir(), 'cometchat-profile-editor-bench-'));
  const parameters = [...FLAGS, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`];
  const child = spawn(executable, [...parameters, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const waiting = new Map();
  const listeners = new Set();
  let lastId = 0;
  let rest = [];

  function receive({ id, result, error, ...event }) {
    if (id === undefined) {
      for (const listener of listeners) listener(event);
      return;
    }
    const { method, resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${method}: ${error.message}`));
    else resolve(result);
  }

  fromBrowser.on('data', (data) => {
    const parts = data.toString('latin1').split('\0');
    rest.push(parts[0]);
    for (const part of parts.slice(1)) {
      receive(JSON.parse(Buffer.from(rest.join(''), 'latin1').toString()));
      rest = [part];
    }
  });
  const ended = once(child, 'exit').then(() => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: no browser`));
    waiting.clear();
  });
  toBrowser.on('error', () => undefined);

  function send(method, params = {}, sessionId) {
    const id = (lastId += 1);
    toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => waiting.set(id, { method, resolve, reject }));
  }

  /** Calls `listener` with the parameters of every such event, until the function that is returned is called. */
  function on(method, listener, sessionId) {
    const each = (event) => {
      if (event.method === method && event.sessionId === sessionId) listener(event.params);
    };
    listeners.add(each);
    return () => listeners.delete(each);
  }

  /** The next such event. */
  const next = (method, sessionId) =>
    new Promise((resolve) => {
      const off = on(
        method,
        (params) => {
          off();
          resolve(params);
        },
        sessionId,
      );
    });

  async function close() {
    await Promise.race([send('Browser.close'), ended]).catch(() => undefined);
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  const { product } = await Promise.race([
    send('Browser.getVersion'),
    ended.then(() => {
      throw new Error(`${executable} has ended`);
    }),
  ]);
  return { product, send, on, next, close };
}
