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
import { delimiter, join } from 'node:path';
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

/** Orca asks with `pgrep` whether its user has another one, on whatever desktop, and would then not start. Here is no other. */
const NO_OTHERS = '#!/bin/sh\nexit 1\n';

/** Waits until something is there, for two minutes: that only bounds a start that went wrong. */
async function until(isThere, what) {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (isThere()) return;
    await wait(100);
  }
  throw new Error(`${what} did not start`);
}

/**
 * The processes whose environment names a folder, or that belong to one of some groups: what was started in it, and what
 * that has started. Some of Chromium's write over their environment.
 */
function processesIn(folder, groups) {
  const others = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(name) !== process.pid,
  );
  const isIn = (id) => {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z') return false;
      if (groups.has(Number(group))) return true;
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
  /** What runs: each program is a group of processes of its own. */
  #groups = new Set();

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
    const programs = this.folder('bin');
    writeFileSync(join(programs, 'pgrep'), NO_OTHERS, { mode: 0o755 });
    this.#env = {
      ...process.env,
      HOME: home,
      PATH: [programs, process.env.PATH].join(delimiter),
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
    // `-r`: on a busy machine a key can be let go so late that it would count as pressed again.
    const screen = ['-displayfd', '3', '-screen', '0', '1200x1000x24', '-nolisten', 'tcp', '-r'];
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
      'Orca',
    );
  }

  /** Starts a program; it ends with the session. */
  launch(program, parameters, stdio = 'ignore') {
    const child = spawn(program, parameters, { env: this.#env, stdio, detached: true });
    this.#groups.add(child.pid);
    return child;
  }

  /** Runs a program to its end, and gives what it printed. */
  async run(program, ...parameters) {
    const child = this.launch(program, parameters, ['ignore', 'pipe', 'ignore']);
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    const [code] = await once(child, 'close');
    this.#groups.delete(child.pid);
    if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${code}`);
    return Buffer.concat(output).toString().trim();
  }

  /** Ends a program with everything that it started. */
  async end(child) {
    const isRunning = child.exitCode === null && child.signalCode === null;
    const ended = isRunning && once(child, 'exit');
    end([-child.pid], 'SIGKILL');
    await ended;
    this.#groups.delete(child.pid);
  }

  /** Ends everything that runs here. */
  async close() {
    // One that is killed may still write for a moment, into the folder that is to be removed.
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      end(this.#processes(), signal);
      for (let attempt = 0; attempt < 50 && this.#processes().length > 0; attempt += 1) {
        await wait(100);
      }
    }
    this.abandon();
  }

  /** The same at once, where there is no time to wait. */
  abandon() {
    end(this.#processes(), 'SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20 });
  }

  #processes() {
    return processesIn(this.#folder, this.#groups);
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
