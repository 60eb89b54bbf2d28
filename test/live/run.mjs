import { parseArgs } from 'node:util';

const { values } = parseArgs({
  // Checks against the sandbox instead, to try the check itself.
  options: { sandbox: { type: 'boolean', default: false } },
});
const variables = ['COMETCHAT_APP_ID', 'COMETCHAT_REGION', 'COMETCHAT_AUTH_TOKEN'];
const [appId, region, authToken] = variables.map((name) => process.env[name]?.trim() ?? '');
// The page never asks the network for it: the runner answers.
const photo = 'https://example.com/cometchat-profile-editor-check.png';
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const stepTime = 90_000;
const total = { passed: 0, failed: 0 };
let isStopped = false;

const missing = variables.filter((name) => !process.env[name]?.trim());
if (missing.length > 0 && !values.sandbox) {
  console.log(`The live check was skipped: ${missing.join(', ')} not set.`);
  console.log(
    'Set them to an app and an auth token of a test user, whose profile it edits and puts back.',
  );
  process.exit(0);
}

async function serve() {
  const { startDevServer } = await import('@web/dev-server');
  const { freePort } = await import('../local-server.mjs');
  const { middleware, plugins, rootDir } = await import('../server.mjs');
  const port = await freePort();
  const config = { rootDir, hostname: 'localhost', port, nodeResolve: true, plugins, middleware };
  const options = { readCliArgs: false, readFileConfig: false, logStartMessage: false };
  const server = await startDevServer({ config, ...options, autoExitProcess: false });
  return { address: `http://localhost:${port}/test/live/live-page.html`, server };
}

async function launch() {
  const { findEngine } = await import('../browsers.mjs');
  const programs = findEngine('chromium');
  if (!programs)
    throw new Error('Chromium is not installed. To install it: sudo apt-get install chromium');
  const { launch: start } = await import('puppeteer-core');
  const args = ['--disable-background-networking', '--disable-sync', '--no-first-run'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return start({ executablePath: programs.browser, args, handleSIGINT: false });
}

async function openPage(browser, address) {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPhoto = request.url() === photo;
    void (isPhoto
      ? request.respond({ contentType: 'image/png', body: picture })
      : request.continue());
  });
  await page.goto(address);
  await page.waitForFunction('Boolean(window.live)');
  return page;
}

/** Calls the page's part, for as long as one step may take. */
async function call(page, method, ...parameters) {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), stepTime);
  });
  // An assertion's own class does not survive the way out of the page.
  const run = page.evaluate(
    (name, given) =>
      window.live[name](...given).then(
        (value) => ({ value }),
        (reason) => ({ problem: String(reason?.message ?? reason?.code ?? reason) }),
      ),
    method,
    parameters,
  );
  try {
    const { value, problem } = await Promise.race([run, deadline]);
    if (problem !== undefined) throw new Error(problem);
    return value;
  } finally {
    clearTimeout(timer);
  }
}

function count(name, error) {
  total[error ? 'failed' : 'passed'] += 1;
  console.log(error ? `FAILED  ${name}` : `passed  ${name}`);
  if (error) console.log(`        ${error.message.split('\n')[0]}`.replaceAll(secret, '…'));
}

async function check(page, account) {
  for (const name of await call(page, 'names')) {
    if (isStopped) return;
    const error = await call(page, 'check', account, name).then(
      () => undefined,
      (reason) => reason,
    );
    count(name, error);
  }
}

/** Puts the profile back, in a page of its own: the first may be beyond use. */
async function restore(browser, address, account, original) {
  const name = 'puts the profile back';
  try {
    const page = await openPage(browser, address);
    const differing = await call(page, 'restore', account, original);
    const fields = differing.map((field) => `${field} was ${JSON.stringify(original[field])}`);
    count(name, fields.length > 0 ? new Error(`Not put back: ${fields.join('; ')}`) : undefined);
  } catch (error) {
    console.log(`The profile was: ${JSON.stringify(original)}`);
    count(name, error);
  }
}

let secret = authToken || '\0';
let browser;
let server;
try {
  if (values.sandbox) await (await import('../../demo/sandbox/build.mjs')).buildSandbox();
  let address;
  ({ address, server } = await serve());
  browser = await launch();
  const page = await openPage(browser, address);
  const account = values.sandbox
    ? await call(page, 'openSandbox', photo)
    : { appId, region, authToken, photo };
  secret = account.authToken;
  process.once('SIGINT', () => {
    console.log('Stopping; the profile is put back first …');
    isStopped = true;
  });
  const original = await call(page, 'read', account);
  try {
    await check(page, account);
  } finally {
    await restore(browser, address, account, original);
  }
} catch (error) {
  count('the run itself', error);
} finally {
  await browser?.close();
  await server?.stop();
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && !isStopped ? 0 : 1);
