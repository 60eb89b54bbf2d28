import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorOf, launch, openPage, saveName, waitUntilReady } from './support/browser.mjs';
import { runCases } from './support/cases.mjs';
import { installConsumer, pack, root, run } from './support/install.mjs';
import { startNext } from './support/next.mjs';
import { serve } from './support/server.mjs';
import { hydrationCases } from '../ssr/hydration.mjs';

/** Which to run, by their folders' names. Where none is given: all with `--all`, else all but `betweenVersions`. */
const wanted = process.argv.slice(2).filter((word) => word !== '--all');
const isAll = process.argv.includes('--all');

/** The same site with another version of its framework, or as a chat app: which folder has its other files. */
const bases = {
  'react-18': 'react',
  'preact-10': 'preact',
  cra: 'react',
  'vue-cli': 'vue',
  'vue-chat': 'vue',
  'angular-16': 'angular',
  'angular-17': 'angular-19',
  'angular-18': 'angular-19',
  'angular-19': 'angular',
  'angular-20': 'angular',
  'angular-chat': 'angular',
};

/** Whose files a consumer is made of, its own last. */
const layersOf = (name) => [...(bases[name] ? layersOf(bases[name]) : []), name];

/** What a site owner fills in. */
function fillIn(folder) {
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!/\.(?:html|[cm]?[jt]sx?|vue|svelte)$/.test(file) || file.startsWith('node_modules'))
      continue;
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (text.includes('YOUR_APP_ID')) {
      writeFileSync(path, text.replaceAll('YOUR_APP_ID', 'sandbox'));
    }
  }
}

async function prepare(name, tarball) {
  const folder = await installConsumer(name, tarball, layersOf(name));
  fillIn(folder);
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (scripts?.build) await run('npm', ['run', '--silent', 'build'], folder);
  return folder;
}

/** Which folders a consumer's site is made of, by the path they are served under. */
function siteOf(folder) {
  const site = join(folder, 'site/');
  return {
    '/standalone/': join(folder, 'node_modules/cometchat-profile-editor/dist/standalone/'),
    '/': existsSync(site) ? site : `${folder}/`,
  };
}

/** Loads a consumer's page, edits and saves as a person does, and loads it once more. */
async function use(browser, url, name) {
  const { page, problems, close } = await openPage(browser, url);
  try {
    await page.goto(url);
    assert.equal(await waitUntilReady(page), 'Alice Example');
    await saveName(page, `Alice of ${name}`);
    const heading = await page.$('>>> h1');
    if (heading) {
      const text = await heading.evaluate((element) => element.textContent);
      assert.equal(text, `Alice of ${name}`, 'the page has heard of it');
    }
    await page.reload();
    assert.equal(await waitUntilReady(page), `Alice of ${name}`, 'it was stored');
    assert.deepEqual(problems, [], 'nothing red in the console');
  } finally {
    await close();
  }
}

/** Picks a photo, which the worker reads, not the page in its place. */
async function pickPhoto(browser, url) {
  const { page, problems, close } = await openPage(browser, url);
  const workers = [];
  const missing = [];
  page.on('workercreated', (worker) => workers.push(worker.url()));
  page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
  await page.evaluateOnNewDocument(() => {
    const { createImageBitmap: original } = globalThis;
    globalThis.decodedInPage = 0;
    globalThis.createImageBitmap = (...parameters) => {
      globalThis.decodedInPage += 1;
      return original(...parameters);
    };
  });
  try {
    await page.goto(url);
    await waitUntilReady(page);
    await (
      await editorOf(page)
    ).evaluate((editor) => {
      editor.uploadAvatar = () => new Promise(() => {});
    });
    const input = await page.waitForSelector('>>> input[type="file"]');
    await input.uploadFile(join(root, 'demo/pictures/editor.png'));
    await page.waitForSelector('>>> dialog[open]', { timeout: 15_000 });
    assert.equal(workers.length, 1, 'a worker was made');
    // One that does not answer is ended before the page does its work.
    assert.deepEqual(
      page.workers().map((worker) => worker.url()),
      workers,
      'it answered',
    );
    assert.equal(await page.evaluate(() => globalThis.decodedInPage), 0, 'it did the work');
    assert.deepEqual(missing, [], 'no file is missing');
    assert.deepEqual(problems, [], 'nothing red in the console');
  } finally {
    await close();
  }
}

/** How the worker gets to the browser: by Vite, by webpack, and as it is. */
const photoSites = new Set(['vue', 'webpack', 'import-map']);

/** Angular's templates know the type of `$event`: one that reads what it does not have must not compile. */
async function expectTypeError(folder) {
  const file = join(folder, 'src/app/settings.ts');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll('$event.profile.name', '$event.profile.nickname'));
  await assert.rejects(
    run('node_modules/.bin/ngc', ['--noEmit', '--project', 'tsconfig.json'], folder),
    /'nickname' does not exist on type 'Profile'/,
  );
}

async function testSite(name, { browser, tarball }) {
  const folder = await prepare(name, tarball);
  const server = await serve(siteOf(folder));
  try {
    await use(browser, server.url, name);
    if (photoSites.has(name)) await pickPhoto(browser, server.url);
    if (layersOf(name).includes('angular')) await expectTypeError(folder);
  } finally {
    server.close();
  }
}

/** The server's HTML has the tag, made for each request, and React takes it over. */
async function testNext({ browser, tarball }) {
  const folder = await prepare('next', tarball);
  const next = await startNext(folder);
  const server = await serve(
    { '/_next/static/': join(folder, '.next/static/') },
    { page: async (path) => (path === '/' ? (await fetch(next.url)).text() : undefined) },
  );
  try {
    const html = await (await fetch(next.url)).text();
    assert.match(html, /<cometchat-profile-editor/);
    await use(browser, server.url, 'next');
  } finally {
    server.close();
    next.close();
  }
}

/** A chat app that has logged in: one SDK copy, one login, and an app that knows of the save. */
async function testChatApp(name, { browser, tarball }) {
  const folder = await prepare(name, tarball);
  const server = await serve(siteOf(folder));
  const { page, problems, close } = await openPage(browser, server.url);
  const calls = [];
  page.on('request', (request) => {
    if (/cometchat\.io\/v3/.test(request.url()) && request.method() === 'PUT') {
      calls.push(request.postData() ?? '');
    }
  });
  try {
    await page.goto(server.url);
    assert.equal(await waitUntilReady(page), 'Alice Example');
    assert.equal(calls.length, 1, 'one login');
    const isShared = await (
      await editorOf(page)
    ).evaluate((editor) => editor.matches(':state(shared-session)'));
    assert.ok(isShared, 'one SDK copy');
    await saveName(page, 'Alice of the app');
    // The heading shows what the app's SDK or kit knows of its user.
    await page.waitForFunction(
      () => document.querySelector('h1')?.textContent === 'Alice of the app',
      { timeout: 5_000 },
    );
    assert.equal(calls.length, 2, 'one save, and no other login');
    await page.reload();
    assert.equal(await waitUntilReady(page), 'Alice of the app');
    assert.equal(calls.length, 2, 'the app’s login is kept');
    assert.deepEqual(problems, [], 'nothing red in the console');
  } finally {
    await close();
    server.close();
  }
}

/** `demo/headless.html` on the packed modules: a form of your own. */
async function testHeadless({ browser, tarball }) {
  const folder = await prepare('import-map', tarball);
  const text = readFileSync(join(root, 'demo/headless.html'), 'utf8');
  const own = text.slice(
    text.indexOf('<form>'),
    text.indexOf('</script>', text.indexOf('</form>')),
  );
  assert.ok(own.split('\n').length < 60, 'form and code in under 60 lines');
  const [map] = /<script type="importmap">[^]*?<\/script>/.exec(
    readFileSync(join(folder, 'index.html'), 'utf8'),
  );
  const entry = '"/src/headless.js": "/node_modules/cometchat-profile-editor/dist/headless.js",';
  const html = text.replace(
    '<body>',
    `${map.replace('"imports": {', `"imports": {${entry}`)}<body>`,
  );
  const server = await serve(
    { '/demo/': join(root, 'demo/'), ...siteOf(folder) },
    { page: async (path) => (path === '/headless' ? html : undefined) },
  );
  const { page, problems, close } = await openPage(browser, server.url);
  try {
    await page.goto(`${server.url}/headless`);
    const name = await page.waitForSelector('aria/Name[role="textbox"]');
    await page.waitForFunction((input) => input.value === 'Alice Example', {}, name);
    await name.click({ count: 3 });
    await name.type('Alice without a head');
    await page.keyboard.press('Enter');
    const status = await page.waitForSelector('[role=status]');
    await page.waitForFunction((element) => element.textContent === 'Saved', {}, status);
    await page.reload();
    await page.waitForFunction(
      () => document.querySelector('input').value === 'Alice without a head',
    );
    assert.deepEqual(problems, [], 'nothing red in the console');
  } finally {
    await close();
    server.close();
  }
}

const sites = [
  'html',
  'import-map',
  'react',
  'react-18',
  'cra',
  'preact',
  'preact-10',
  'vue',
  'vue-cli',
  'svelte',
  'angular-16',
  'angular-17',
  'angular-18',
  'angular-19',
  'angular-20',
  'angular',
  'webpack',
  'lit',
];

/** Between the oldest and the newest version of a framework, at half a minute or more each: only with `--all`, or by name. */
const betweenVersions = new Set(['angular-17', 'angular-18', 'angular-19', 'angular-20']);

const chatApps = ['ui-kit', 'vue-chat', 'angular-chat'];

const all = new Map([
  ...sites.map((name) => [name, (tools) => testSite(name, tools)]),
  ['next', testNext],
  ...chatApps.map((name) => [name, (tools) => testChatApp(name, tools)]),
  ['headless', testHeadless],
]);

const isWanted = (name) =>
  wanted.length > 0 ? wanted.includes(name) : isAll || !betweenVersions.has(name);
const tarball = await pack();
const browser = await launch();
const tools = { browser, tarball };
let litFolder;

try {
  await runCases([
    ...[...all].filter(([name]) => isWanted(name)).map(([name, test]) => [name, () => test(tools)]),
    ...(isWanted('lit-ssr')
      ? hydrationCases(async () => {
          litFolder ??= prepare('lit-ssr', tarball);
          return { browser, folder: await litFolder };
        })
      : []),
  ]);
} finally {
  await browser.close();
}
