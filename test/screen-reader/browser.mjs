import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine } from '../browsers.mjs';

const FIREFOX = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtab.preload': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

const CHROMIUM = [
  '--force-renderer-accessibility',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];

/** A browser of the session, without the page's address to be seen. */
export class Browser {
  #engine;
  #session;
  #profile;
  #program;
  #opened = 0;

  constructor(engine, session) {
    this.#engine = engine;
    this.#session = session;
  }

  /** Shows a page in a new process with a new profile: one that was killed would bring its pages back. */
  async open(address) {
    await this.close();
    this.#opened += 1;
    this.#profile = this.#session.folder(`${this.#engine}-${this.#opened}`);
    const { browser } = findEngine(this.#engine);
    const parameters = this.#engine === 'firefox' ? this.#firefox() : this.#chromium();
    this.#program = this.#session.launch(browser, parameters(address));
  }

  async close() {
    if (this.#program) await this.#session.end(this.#program);
    this.#program = undefined;
  }

  #firefox() {
    const preferences = Object.entries(FIREFOX).map(
      (each) => `user_pref(${each.map((part) => JSON.stringify(part)).join(', ')});`,
    );
    writeFileSync(join(this.#profile, 'user.js'), preferences.join('\n'));
    return (address) => ['--no-remote', '--kiosk', '--profile', this.#profile, address];
  }

  #chromium() {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const own = [...CHROMIUM, ...asRoot, `--user-data-dir=${this.#profile}`];
    return (address) => [...own, `--app=${address}`];
  }
}
