import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDevServer } from '@web/dev-server';
import puppeteer from 'puppeteer-core';
import { findEngine } from '../browsers.mjs';
import { middleware, plugins, rootDir } from '../server.mjs';
import { findFlaws } from './flaws.mjs';

const THEMES = ['light', 'dark'];
const WIDTHS = ['320', '560', '900'];
const LANGUAGES = ['en', 'ar', 'pseudo'];
/** Dialogs cover the page, and have no pseudo-language: they speak what is fetched with them. */
const DIALOGS = ['cropping', 'cropping-animation', 'camera-waiting', 'camera', 'camera-blocked'];
const DIALOG_LANGUAGES = ['en', 'ar', 'de'];
const folder = join(rootDir, 'screenshots');

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

let taken = 0;
let inspected = 0;
const flaws = [];

/** Gives the page of states another look, and waits until every state has it. */
async function setLook(page, look) {
  for (const [name, value] of Object.entries(look)) {
    await page.select(`select[name="${name}"]`, value);
  }
  await page.waitForFunction(() => document.documentElement.dataset.done === 'settled', {
    timeout: 60_000,
  });
}

/** Notes what is cut off or overlaps in every state; with a picture for the eye where asked to. */
async function inspectAll(page, look, { takesPictures }) {
  for (const section of await page.$$('main > section')) {
    const state = await section.evaluate(({ id }) => id);
    const name = `${state}-${Object.values(look).join('-')}`;
    if (takesPictures) {
      await section.screenshot({ path: join(folder, `${name}.png`) });
      taken += 1;
    } else inspected += 1;
    const editor = await section.$('cometchat-profile-editor');
    for (const flaw of await editor.evaluate(findFlaws)) flaws.push(`${name}: ${flaw}`);
  }
}

/** Saves a picture of a dialog, and notes its flaws. */
async function takeDialog(page, address, look) {
  const { dialog, width, ...rest } = look;
  await page.setViewport({ width: Number(width), height: 900 });
  await page.goto(`${address}?${new URLSearchParams({ dialog, width: '320', ...rest })}`);
  await page.waitForSelector('html[data-done="settled"]', { timeout: 60_000 });
  const name = Object.values(look).join('-');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  taken += 1;
  const editor = await page.$('cometchat-profile-editor');
  const shown = await editor.evaluateHandle(({ shadowRoot }) => shadowRoot.querySelector('dialog'));
  for (const flaw of await shown.evaluate(findFlaws)) flaws.push(`${name}: ${flaw}`);
}

try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 1000 });
  page.on('pageerror', ({ message }) => flaws.push(`the page reported: ${message}`));
  const { port } = server.server.address();
  const address = `http://localhost:${port}/demo/states.html`;
  await page.goto(address);
  await page.waitForSelector('html[data-done]', { timeout: 120_000 });
  for (const lang of LANGUAGES) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        const look = { lang, theme, width };
        await setLook(page, look);
        await inspectAll(page, look, { takesPictures: true });
      }
    }
  }
  const codes = await page.$$eval('select[name="lang"] option', (all) =>
    all.map(({ value }) => value),
  );
  for (const lang of codes.filter((code) => !LANGUAGES.includes(code))) {
    const look = { lang, theme: 'light', width: '320' };
    await setLook(page, look);
    await inspectAll(page, look, { takesPictures: false });
  }
  // Leaving a page with unsaved changes would have to be confirmed.
  const fresh = await browser.newPage();
  for (const dialog of DIALOGS) {
    for (const lang of DIALOG_LANGUAGES) {
      for (const theme of THEMES) {
        for (const width of WIDTHS)
          await takeDialog(fresh, address, { dialog, lang, theme, width });
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
}

writeFileSync(join(folder, 'flaws.txt'), flaws.join('\n'));
for (const flaw of flaws) console.error(flaw);
console.log(
  `${taken} screenshots in screenshots/, ${inspected} states looked at in other languages, ${flaws.length} flaws`,
);
process.exit(flaws.length > 0 || taken === 0 ? 1 : 0);
