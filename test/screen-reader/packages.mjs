import { existsSync } from 'node:fs';
import { findEngine, installEngines, installFromDebian, which } from '../browsers.mjs';

const ACCESSIBILITY_BUS = [
  '/usr/libexec/at-spi-bus-launcher',
  '/usr/lib/at-spi2-core/at-spi-bus-launcher',
];

/** Debian packages, and what each must have brought. */
const PROGRAMS = {
  'at-spi2-core': () => ACCESSIBILITY_BUS.find((file) => existsSync(file)),
  dbus: () => which('dbus-daemon'),
  openbox: () => which('openbox'),
  orca: () => which('orca'),
  'speech-dispatcher': () => which('speech-dispatcher'),
  xdotool: () => which('xdotool'),
  xvfb: () => which('Xvfb'),
};

const missingPackages = () => Object.keys(PROGRAMS).filter((name) => !PROGRAMS[name]());

/** Where the bus is that assistive technology and programs speak over. */
export function findAccessibilityBus() {
  return PROGRAMS['at-spi2-core']();
}

/**
 * Installs what is missing of the screen reader and the browsers.
 *
 * @returns what is still missing, and the command that would install it
 */
export function installReader(engines) {
  const packages = missingPackages();
  const commands = packages.length > 0 ? [installFromDebian(packages)] : [];
  const browsers = installEngines(engines);
  if (browsers.command) commands.push(browsers.command);
  return { missing: [...missingPackages(), ...browsers.missing], command: commands.join(' && ') };
}

/** The programs that take part, with their versions. */
export function programsIn(engines) {
  return [which('orca'), ...engines.map((engine) => findEngine(engine).browser)];
}
