// Takes the pictures of the documentation anew: `npm run pictures`.
import { join } from 'node:path';
import { statSync } from 'node:fs';
import { startDevServer } from '@web/dev-server';
import puppeteer from 'puppeteer-core';
import { findEngine } from '../../test/browsers.mjs';
import { middleware, plugins, rootDir } from '../../test/server.mjs';

/** Which state each shows, in which look, and what somebody has typed; `dialog` for those that cover the page. */
const pictures = [
  { file: 'form.webp', look: { only: 'upload' }, typed: { name: 'Alice Liddell' } },
  { file: 'photo-menu.webp', look: { only: 'photo-menu' } },
  { file: 'dark.webp', look: { only: 'saved-upload', theme: 'dark' } },
  {
    file: 'arabic.webp',
    look: { only: 'upload', lang: 'ar' },
    typed: { name: 'أليس الخطيب', statusMessage: 'متاحة للدردشة' },
  },
  { file: 'crop.webp', look: { dialog: 'cropping' } },
];
const MAX_BYTES = 60_000;
/** Around the form, in pixels: where its shadow ends. */
const margin = 16;

const programs = findEngine('chromium');
if (!programs) throw new Error('Chromium is not installed; npm test installs it.');

const server = await startDevServer({
  config: { rootDir, hostname: 'localhost', port: 0, nodeResolve: true, plugins, middleware },
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
});
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await puppeteer.launch({
  executablePath: programs.browser,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--no-first-run', ...quiet] : quiet,
});

/** The page with one state, as wide as a form is in most pages. */
async function open({ look, typed = {} }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 592, height: 640, deviceScaleFactor: 2 });
  const { port } = server.server.address();
  const query = new URLSearchParams({ width: '560', ...look });
  await page.goto(`http://localhost:${port}/demo/states.html?${query}`);
  await page.waitForSelector('html[data-done="settled"]', { timeout: 60_000 });
  // Only the form: the switches and titles are for those who develop it.
  await page.addStyleTag({
    content: `
      header, h2 { display: none !important; }
      main { padding: ${margin}px !important; }
      section { inline-size: 100% !important; }
      :root { font-family: Inter, 'Noto Sans Arabic', system-ui, sans-serif; }
    `,
  });
  await page.evaluate(async (texts) => {
    const editor = document.querySelector('section:not([hidden]) cometchat-profile-editor');
    for (const [id, text] of Object.entries(texts)) {
      const box = editor.shadowRoot.getElementById(id);
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await editor.updateComplete;
    await document.fonts.ready;
  }, typed);
  return page;
}

/** The part of the page that the picture shows. */
async function frame(page, { look }) {
  const box = await page.evaluate((isDialog) => {
    const editor = document.querySelector('section:not([hidden]) cometchat-profile-editor');
    const shown = isDialog ? editor.shadowRoot.querySelector('dialog') : editor;
    const { x, y, width, height } = shown.getBoundingClientRect();
    return { x, y, width, height };
  }, 'dialog' in look);
  return {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
}

const problems = [];
try {
  for (const picture of pictures) {
    const page = await open(picture);
    const path = join(import.meta.dirname, picture.file);
    const clip = await frame(page, picture);
    await page.screenshot({ path, clip, type: 'webp', quality: 82 });
    const { size } = statSync(path);
    console.log(`${picture.file}: ${size} bytes`);
    if (size > MAX_BYTES) problems.push(`${picture.file} has ${size} bytes, limit ${MAX_BYTES}`);
    await page.close({ runBeforeUnload: false });
  }
} finally {
  await browser.close();
  await server.stop();
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
