import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { findAccessibilityBus } from './packages.mjs';

/** A voice that says nothing, of the program `true`. The dummy that comes with speech-dispatcher needs a sound card. */
const SPEECH = `
CommunicationMethod "unix_socket"
Timeout 0
AudioOutputMethod "libao"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
DefaultLanguage "en"
`;
const VOICE = `
GenericExecuteSynth "true"
AddVoice "en" "MALE1" "silent"
`;

/**
 * Orca writes its log in blocks unless it is told otherwise, and need not repeat the keys that are pressed here. Letters go
 * to the page: whether Orca has changed to its focus mode in time depends on how busy the machine is.
 */
const ORCA = `
from orca import debug, settings
debug.debugFile.reconfigure(line_buffering=True)
settings.enableKeyEcho = False
settings.structuralNavigationEnabled = False
settings.caretNavigationEnabled = False
`;

/** Waits until something is there, for half a minute. */
async function until(isThere, what) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (isThere()) return;
    await wait(100);
  }
  throw new Error(`${what} did not start`);
}

/** The processes whose environment names a folder: what was started in it, and what that has started. */
function processesIn(folder) {
  const others = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(name) !== process.pid,
  );
  const isIn = (id) => {
    try {
      return readFileSync(`/proc/${id}/environ`, 'latin1').includes(folder);
    } catch {
      // It has ended, or is somebody else's.
      return false;
    }
  };
  return others.filter(isIn).map(Number);
}

function end(ids, signal) {
  for (const id of ids) {
    try {
      process.kill(id, signal);
    } catch {
      continue;
    }
  }
}

/** A desktop of its own, in memory and in a temporary folder, with Orca on it. */
export class Session {
  #folder = mkdtempSync(join(tmpdir(), 'profile-editor-reader-'));
  #env = {};

  /** Where Orca writes down what it does. */
  get log() {
    return join(this.#folder, 'orca.log');
  }

  /** Where a program of the session may keep its own files. */
  folder(name) {
    const folder = join(this.#folder, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  async start() {
    const home = this.folder('home');
    const speech = this.folder('home/.config/speech-dispatcher');
    const voices = this.folder('home/.config/speech-dispatcher/modules');
    writeFileSync(join(speech, 'speechd.conf'), SPEECH);
    writeFileSync(join(voices, 'silent.conf'), VOICE);
    writeFileSync(join(this.folder('home/.local/share/orca'), 'orca-customizations.py'), ORCA);
    this.#env = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local/share'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_RUNTIME_DIR: this.folder('run'),
      TMPDIR: this.folder('tmp'),
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      ACCESSIBILITY_ENABLED: '1',
      GNOME_ACCESSIBILITY: '1',
      GSETTINGS_BACKEND: 'keyfile',
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
    delete this.#env.NO_AT_BRIDGE;
    delete this.#env.WAYLAND_DISPLAY;
    const screen = ['-displayfd', '3', '-screen', '0', '1200x1000x24', '-nolisten', 'tcp'];
    this.#env.DISPLAY = `:${await this.#startAndRead('Xvfb', screen)}`;
    const bus = ['--session', '--nofork', '--nopidfile', '--print-address=3'];
    this.#env.DBUS_SESSION_BUS_ADDRESS = await this.#startAndRead('dbus-daemon', bus);
    this.launch('openbox', []);
    this.launch(findAccessibilityBus(), ['--launch-immediately']);
    this.launch('speech-dispatcher', ['--run-single', '--config-dir', speech]);
    const socket = join(this.folder('run/speech-dispatcher'), 'speechd.sock');
    await until(() => existsSync(socket), 'speech-dispatcher');
    // Never with `--replace`: that would end the Orca that somebody here listens to.
    this.launch('orca', ['--debug-file', this.log]);
    await until(
      () => existsSync(this.log) && readFileSync(this.log, 'utf8').includes('SPEECH OUTPUT'),
      'Orca, of which a user can run only one at a time,',
    );
  }

  /** Starts a program; it ends with the session. */
  launch(program, parameters, stdio = 'ignore') {
    return spawn(program, parameters, { env: this.#env, stdio, detached: true });
  }

  /** Runs a program to its end, and gives what it printed. */
  async run(program, ...parameters) {
    const child = this.launch(program, parameters, ['ignore', 'pipe', 'ignore']);
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${code}`);
    return Buffer.concat(output).toString().trim();
  }

  /** Ends a program with everything that it started. */
  async end(child) {
    const isRunning = child.exitCode === null && child.signalCode === null;
    const ended = isRunning && once(child, 'exit');
    end([-child.pid], 'SIGKILL');
    await ended;
  }

  /** Ends everything that runs here. */
  async close() {
    // One that is killed may still write for a moment, into the folder that is to be removed.
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      end(processesIn(this.#folder), signal);
      for (let attempt = 0; attempt < 50 && processesIn(this.#folder).length > 0; attempt += 1) {
        await wait(100);
      }
    }
    this.abandon();
  }

  /** The same at once, where there is no time to wait. */
  abandon() {
    end(processesIn(this.#folder), 'SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20 });
  }

  /** Starts a program that writes one line to its third stream. */
  async #startAndRead(program, parameters) {
    const child = this.launch(program, parameters, ['ignore', 'ignore', 'ignore', 'pipe']);
    const [line] = await Promise.race([
      once(createInterface({ input: child.stdio[3] }), 'line'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${program} did not start`))),
    ]);
    return line;
  }
}
