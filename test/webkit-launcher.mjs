import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { freePort } from './local-server.mjs';

/** A screen in memory, on a display number that Xvfb chooses itself. */
async function startDisplay(program) {
  const child = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const [number] = await Promise.race([
    once(createInterface({ input: child.stdio[3] }), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ]);
  return { child, display: `:${number}` };
}

async function startDriver(program, port, display) {
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    NO_AT_BRIDGE: '1',
  };
  const child = spawn(program, [`--port=${port}`], { env, stdio: 'ignore', detached: true });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not start');
}

/** Ends a detached process with everything that it started. */
function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    return;
  }
}

/**
 * WebKitGTK's MiniBrowser through WebDriver, on a screen of its own.
 *
 * @param {{browser: string, driver: string, display: string}} programs
 */
export function webkitLauncher(programs) {
  const options = {
    hostname: '127.0.0.1',
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      // WebKitWebDriver speaks no BiDi; without this the client insists on it.
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
    },
  };
  const launcher = webdriverLauncher(options);
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);
  let screen;
  let driver;
  const endAll = () => {
    if (driver) endGroup(driver);
    screen?.child.kill();
  };
  process.once('exit', endAll);

  launcher.initialize = async (config) => {
    await initialize(config);
    launcher.name = 'WebKit';
    screen = await startDisplay(programs.display);
    options.port = await freePort();
    driver = await startDriver(programs.driver, options.port, screen.display);
  };
  launcher.stop = async () => {
    await stop();
    endAll();
  };
  return launcher;
}
