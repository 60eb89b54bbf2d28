import assert from 'node:assert/strict';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findEngine } from '../browsers.mjs';
import {
  editorOf,
  launch,
  openPage,
  saveName,
  waitUntilReady,
} from '../consumers/support/browser.mjs';
import { runCases } from '../consumers/support/cases.mjs';
import { root } from '../consumers/support/install.mjs';
import { serve } from '../consumers/support/server.mjs';

/** What a site needs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'connect-src https://*.cometchat.io wss://*.cometchat.io',
  'img-src https:',
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

/** The page of a site under that policy; nothing of the sandbox is on it. */
const html = (attributes) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>A page under the strictest policy</title>
  <script src="/watch.js"></script>
  <script type="module" src="/standalone/cometchat-profile-editor.js"></script>
  <cometchat-profile-editor app-id="sandbox" region="us" ${attributes}></cometchat-profile-editor>
</html>`;

const watch = `globalThis.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));`;

const token = 'auth-token="sandbox-token-alice"';

/** Serves the page under a policy whose reports come back to the server. */
const serveUnder = (directives, attributes) =>
  serve(
    { '/standalone/': join(root, 'dist/standalone/') },
    {
      headers: {
        'content-security-policy': [...directives, 'report-uri /reports'].join('; '),
      },
      page: async (path) => ({ '/': html(attributes), '/watch.js': watch })[path],
    },
  );

/** What went against the policy while `test` used the page, and what else the console showed in red. */
async function withPage(browser, directives, attributes, test) {
  const server = await serveUnder(directives, attributes);
  const { page, problems, close } = await openPage(browser, server.url);
  try {
    await page.goto(server.url);
    await test(page);
    const violations = await page.evaluate(() => globalThis.violations);
    return { violations, problems, reports: server.reports };
  } finally {
    await close();
    server.close();
  }
}

async function editAndSave(page) {
  assert.equal(await waitUntilReady(page), 'Alice Example');
  const photo = await page.waitForSelector('>>> img.avatar');
  await page.waitForFunction((image) => image.complete && image.naturalWidth > 0, {}, photo);
  await saveName(page, 'Alice under a policy');
  const sheets = await (
    await editorOf(page)
  ).evaluate(({ shadowRoot }) => shadowRoot.adoptedStyleSheets.length);
  assert.ok(sheets > 0, 'the styles came as sheets');
}

const quiet = { violations: [], problems: [], reports: [] };

/** Another source for one directive. */
const allow = (directive, ...sources) =>
  policy.map((each) => (each.startsWith(directive) ? [each, ...sources].join(' ') : each));

const chromium = await launch();

/** In Firefox, what a service worker makes up counts as fetched from the page's own address. */
const inFirefox = policy.map((each) =>
  /^(?:connect|img)-src/.test(each) ? `${each} 'self'` : each,
);
const cases = [
  [
    'Chromium: loads, edits and saves under the whole policy',
    async () => assert.deepEqual(await withPage(chromium, policy, token, editAndSave), quiet),
  ],
  [
    'Chromium: another language, the preview and a dark theme',
    async () => {
      const attributes = `${token} lang="de" preview theme="dark"`;
      const seen = await withPage(chromium, policy, attributes, async (page) => {
        await waitUntilReady(page);
        await page.waitForSelector('aria/Dein Profil[role="form"]');
      });
      assert.deepEqual(seen, quiet);
    },
  ],
  [
    "Chromium: an auth-token-url, which needs connect-src 'self'",
    async () => {
      const attributes = 'auth-token-url="/chat-token"';
      const directives = allow('connect-src', "'self'");
      assert.deepEqual(await withPage(chromium, directives, attributes, editAndSave), quiet);
    },
  ],
  [
    'Chromium: a violation would be noticed and reported',
    async () => {
      const server = await serveUnder(policy, token);
      const { page, close } = await openPage(chromium, server.url);
      try {
        await page.goto(server.url);
        await waitUntilReady(page);
        await page.evaluate(() => {
          const image = new Image();
          image.src = 'http://example.invalid/x.png';
        });
        await page.waitForFunction(() => globalThis.violations.length > 0);
        await server.reported;
        assert.match(server.reports[0], /example\.invalid/);
      } finally {
        await close();
        server.close();
      }
    },
  ],
];

/** Chooses a picture, cuts it out and saves it: a worker, a picture made in the page, and an upload. */
async function uploadAndSave(page) {
  await waitUntilReady(page);
  const input = await page.waitForSelector('>>> input[type="file"]');
  await input.uploadFile(join(root, 'demo/pictures/editor.png'));
  const apply = await page.waitForSelector('>>> dialog .primary', { timeout: 10_000 });
  await apply.click();
  const editor = await editorOf(page);
  await page.waitForFunction((element) => element.hasUnsavedChanges, { timeout: 10_000 }, editor);
  await (await page.waitForSelector('>>> [part~="save"]')).click();
  await page.waitForFunction(
    ({ profile }) => profile.avatar.includes('/uploads/'),
    { timeout: 10_000 },
    editor,
  );
}

/** What the README says that pictures need besides. */
const forPhotos = [
  ...allow('connect-src', "'self'").map((each) => {
    if (each.startsWith('img-src')) return `${each} blob:`;
    return each.startsWith('trusted-types') ? `${each} cometchat-profile-editor` : each;
  }),
  "worker-src 'self'",
];

const photoCase = [
  'Chromium: a photo is cut out and uploaded, under the policy that the README gives for that',
  async () => {
    const attributes = `${token} avatar-upload-url="/sandbox/upload?app=sandbox"`;
    assert.deepEqual(await withPage(chromium, forPhotos, attributes, uploadAndSave), quiet);
  },
];

/** Saves on a site that has lost one of its files, as after an update, and counts how often the page asks for it. */
async function saveWithoutWords(browser) {
  let asked = 0;
  const server = await serve(
    { '/standalone/': join(root, 'dist/standalone/') },
    {
      page: async (path) => {
        if (path === '/') return html(token);
        if (!path.startsWith('/standalone/after-')) return undefined;
        asked += 1;
        return '<title>Not found</title>';
      },
    },
  );
  const { page, close } = await openPage(browser, server.url);
  try {
    await page.goto(server.url);
    assert.equal(await waitUntilReady(page), 'Alice Example');
    await saveName(page, 'Alice without words');
    const element = await editorOf(page);
    // The change of state by the save is one more reason to ask; that is over when the editor is.
    await element.evaluate((editor) => editor.updateComplete.then(() => undefined));
    const before = asked;
    await element.evaluate(async (editor) => {
      for (let update = 0; update < 20; update += 1) {
        editor.requestUpdate();
        await editor.updateComplete;
      }
    });
    assert.ok(before > 0, 'it was asked for');
    assert.equal(asked, before, 'not again with every update');
  } finally {
    await close();
    server.close();
  }
}

const lostFileCase = [
  'Chromium: saves where a file is missing, and does not ask for it without end',
  () => saveWithoutWords(chromium),
];

const firefox = findEngine('firefox');
const firefoxCase = [
  'Firefox: loads, edits and saves under the policy and the sandbox, and where a file is missing',
  async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefox.browser,
    });
    try {
      const { violations, reports } = await withPage(browser, inFirefox, token, editAndSave);
      assert.deepEqual({ violations, reports }, { violations: [], reports: [] });
      await saveWithoutWords(browser);
    } finally {
      await browser.close();
    }
  },
];

try {
  await runCases([...cases, photoCase, lostFileCase, ...(firefox ? [firefoxCase] : [])]);
} finally {
  await chromium.close();
}
