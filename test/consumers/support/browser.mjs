import puppeteer from 'puppeteer-core';
import { findEngine } from '../../browsers.mjs';

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the Debian package's Chromium. */
export async function launch() {
  const programs = findEngine('chromium');
  if (!programs) throw new Error('Chromium is not installed; npm test installs it.');
  return puppeteer.launch({
    executablePath: programs.browser,
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet,
  });
}

/** A page of its own storage, whose requests to CometChat the sandbox answers. It notes what a console would show in red. */
export async function openPage(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${url}/start-worker`);
  await page.waitForFunction(() => document.title === 'Started');
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(`${message.text()} ${message.location().url ?? ''}`.trim());
    }
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return { page, problems, close: () => context.close() };
}

/** The editor on the page, through shadow roots. */
export const editorOf = (page) => page.waitForSelector('>>> cometchat-profile-editor');

/** Waits until the editor shows the server's profile. Resolves to the name in it. */
export async function waitUntilReady(page) {
  const editor = await editorOf(page);
  await page.waitForFunction((element) => element.state === 'ready', { timeout: 30_000 }, editor);
  return editor.evaluate((element) => element.profile.name);
}

/** What the form says politely. */
export const statusOf = (editor) =>
  editor.evaluate((element) =>
    element.shadowRoot.querySelector('[role="status"]').textContent.trim(),
  );

/** Types another name, saves, and waits for the confirmation, as a person does. */
export async function saveName(page, name) {
  // By parts, which are public names: Firefox does not look for roles inside shadow roots.
  const input = await page.waitForSelector('>>> [part~="input"][autocomplete="name"]');
  await input.click({ count: 3 });
  await input.type(name);
  await (await page.waitForSelector('>>> [part~="save"]')).click();
  const editor = await editorOf(page);
  await page.waitForFunction(
    (element) =>
      element.shadowRoot.querySelector('[role="status"]').textContent.includes('Profile saved'),
    { timeout: 15_000 },
    editor,
  );
}
