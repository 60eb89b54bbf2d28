import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { createUploads } from './photo/upload-plugin.mjs';
import { findEngine } from './browsers.mjs';
import { countAllFrames } from './coverage.mjs';
import { freePort } from './local-server.mjs';
import { serveLargePhoto } from './large-photo.mjs';
import { loseFiles } from './lost-files.mjs';
import { reporter } from './reporter.mjs';
import { middleware, plugins, rootDir } from './server.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

const engine = process.env.TEST_ENGINE ?? 'chromium';
const withCoverage = Boolean(process.env.TEST_COVERAGE);
const programs = findEngine(engine);
if (!programs) throw new Error(`The browser for ${engine} is not installed; npm test installs it.`);

const uploads = createUploads();

const quietBrowser = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

const launchers = {
  chromium: () =>
    chromeLauncher({
      concurrency: 2,
      launchOptions: {
        executablePath: programs.browser,
        args: process.getuid?.() === 0 ? ['--no-sandbox', ...quietBrowser] : quietBrowser,
      },
      // A context of its own gives each page its own storage and service worker, and the focus.
      createPage: async ({ browser }) => {
        const page = await (await browser.createBrowserContext()).newPage();
        return withCoverage ? countAllFrames(page) : page;
      },
    }),
  firefox: () =>
    puppeteerLauncher({
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: programs.browser,
        extraPrefsFirefox: {
          'media.navigator.permission.disabled': true,
          'media.navigator.streams.fake': true,
        },
      },
    }),
  webkit: () => webkitLauncher(programs),
};

/** Puts the guard before everything else in each test file, on the same line so that line numbers stay right. */
const guardPlugin = {
  name: 'guard',
  transform: ({ path, body }) =>
    path.endsWith('.test.ts') ? `import '/test/support/guard.ts';${body}` : undefined,
};

/**
 * `executeServerCommand('emulate-features', {'forced-colors': 'active'})`: any media feature, in Chromium only.
 * An empty object ends the emulation. The answer is false in an engine that cannot do it.
 */
const emulateFeaturesPlugin = {
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    if (engine !== 'chromium') return false;
    const client = await session.browser.getPage(session.id).createCDPSession();
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await client.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

/** `executeServerCommand('measure-heap')`: bytes in use after a collection; null in an engine that cannot tell. */
const measureHeapPlugin = {
  name: 'measure-heap',
  async executeCommand({ command, session }) {
    if (command !== 'measure-heap') return undefined;
    if (engine !== 'chromium') return null;
    const client = await session.browser.getPage(session.id).createCDPSession();
    await client.send('HeapProfiler.enable');
    for (let round = 0; round < 3; round += 1) {
      await client.send('HeapProfiler.collectGarbage');
    }
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    await client.detach();
    return usedSize;
  },
};

/**
 * What no browser decides, or what only Chromium can measure, runs there alone: the controller and the session against
 * fakes, the model, the leaks, and the accessibility matrix.
 */
const onlyChromium = [
  'a11y',
  'docs',
  'editor',
  'leak.test.ts',
  'locales',
  'model',
  'session',
  'views',
];

export default {
  rootDir,
  // The runner's own choice is the same for two engines that start at once.
  port: await freePort(),
  files: [
    'test/**/*.test.ts',
    ...(engine === 'chromium' ? [] : onlyChromium.map((place) => `!test/${place}{,/**}`)),
  ],
  nodeResolve: { exportConditions: ['development'] },
  browsers: [launchers[engine]()],
  // One page at a time makes the WebDriver launcher use the whole window instead of frames.
  concurrency: engine === 'chromium' ? 2 : 1,
  staticLogging: true,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 30_000, ui: 'bdd' } },
  plugins: [
    ...plugins,
    guardPlugin,
    a11ySnapshotPlugin(),
    emulateFeaturesPlugin,
    measureHeapPlugin,
    uploads.plugin,
  ],
  middleware: [loseFiles(), serveLargePhoto(), uploads.middleware, ...middleware],
  reporters: [
    reporter({
      engine,
      judgesCoverage: process.env.TEST_COVERAGE === 'judge',
      resultFile: process.env.TEST_RESULT_FILE,
    }),
  ],
  coverage: withCoverage,
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['node_modules/**/*'],
    report: withCoverage,
    reportDir: 'coverage',
    reporters: ['lcovonly', 'html'],
  },
};
