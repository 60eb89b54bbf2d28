// Measures in Chromium what a picked photo costs the page. Start: node test/photo/benchmark.mjs
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { findEngine } from '../browsers.mjs';
import { listenLocally } from '../local-server.mjs';

const root = resolve(import.meta.dirname, '../..');
const outdir = await mkdtemp(join(tmpdir(), 'avatar-benchmark-'));
await build({
  stdin: {
    resolveDir: root,
    contents: `export { openPhotoEditor } from './src/photo/photo-editor.ts';
      export { enPhoto } from './src/locales/en-us-photo.ts';`,
  },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  entryNames: 'editor',
  outdir,
});
await build({
  entryPoints: [join(root, 'src/photo/photo-worker.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outdir,
});

async function serve(url, response) {
  const file = await readFile(join(outdir, url)).catch(() => undefined);
  response.setHeader('content-type', file ? 'text/javascript' : 'text/html');
  response.end(file ?? '<!doctype html><title>Benchmark</title><body></body>');
}

const server = createServer(({ url }, response) => void serve(url, response));
const port = await listenLocally(server);

const browser = await puppeteer.launch({
  executablePath: findEngine('chromium').browser,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** What all processes of the browser hold by themselves, in MB; Linux only. */
async function privateMemory() {
  const parents = new Map();
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    parents.set(Number(pid), Number(stat.split(') ').pop().split(' ')[1]));
  }
  const isOurs = (pid) => pid > 1 && (pid === browser.process().pid || isOurs(parents.get(pid)));
  let sum = 0;
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    for (const [, kilobytes] of rollup.matchAll(/^Private_\w+:\s+(\d+)/gm))
      sum += Number(kilobytes);
  }
  return sum / 1000;
}

async function measure(width, height) {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  await page.evaluate(
    async (width, height) => {
      // Detail everywhere, as in a photo, so that decoding takes its time.
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      const tile = new OffscreenCanvas(256, 256);
      const noise = new ImageData(256, 256);
      noise.data.forEach(
        (_, index, data) => (data[index] = index % 4 === 3 ? 255 : Math.random() * 256),
      );
      tile.getContext('2d').putImageData(noise, 0, 0);
      context.fillStyle = context.createPattern(tile, 'repeat');
      context.fillRect(0, 0, width, height);
      globalThis.photo = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
      canvas.width = 0;
      globalThis.editor = await import('/editor.js');
      globalThis.tasks = [];
      new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries())).observe({
        type: 'longtask',
      });
    },
    width,
    height,
  );
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  await new Promise((settled) => setTimeout(settled, 1000));
  const before = await privateMemory();
  let peak = before;
  const done = new AbortController();
  const watching = (async () => {
    while (!done.signal.aborted) peak = Math.max(peak, await privateMemory());
  })();
  const { TaskDuration: busyBefore } = await page.metrics();
  const times = await page.evaluate(async () => {
    const { openPhotoEditor, enPhoto } = globalThis.editor;
    const start = performance.now();
    const options = {
      container: document.body,
      messages: enPhoto,
      language: 'en',
      dir: 'ltr',
    };
    globalThis.result = openPhotoEditor(globalThis.photo, options);
    await new Promise((found) => {
      new MutationObserver(() => document.querySelector('dialog[open]') && found()).observe(
        document.body,
        { subtree: true, childList: true, attributes: true },
      );
    });
    await new Promise(requestAnimationFrame);
    return { opened: performance.now() - start, bytes: globalThis.photo.size };
  });
  const { TaskDuration: busyAfter } = await page.metrics();
  const finished = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector('dialog .primary').click();
    const { image } = await globalThis.result;
    return { took: performance.now() - start, bytes: image.size };
  });
  done.abort();
  await watching;
  const longest = await page.evaluate(() =>
    Math.max(0, ...globalThis.tasks.map(({ duration }) => duration)),
  );
  await page.close();
  const decoded = (width * height * 4) / 1e6;
  console.log(
    [
      `${width} × ${height}, ${(times.bytes / 1e6).toFixed(1)} MB`,
      `dialog after ${times.opened.toFixed(0)} ms, of which main thread ${((busyAfter - busyBefore) * 1000).toFixed(0)} ms`,
      `picture of ${(finished.bytes / 1000).toFixed(0)} KB after ${finished.took.toFixed(0)} ms`,
      `longest main-thread task ${longest ? `${longest.toFixed(0)} ms` : 'under 50 ms'}`,
      `memory +${(peak - before).toFixed(0)} MB at most, ${((peak - before) / decoded).toFixed(2)} × the decoded size`,
    ].join('\n  '),
  );
}

try {
  await measure(4000, 3000);
  await measure(8660, 5774);
} finally {
  await browser.close();
  server.close();
  await rm(outdir, { recursive: true });
}
