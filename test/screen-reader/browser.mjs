import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine } from '../browsers.mjs';

/** Without what only costs time here; of what a page is and says nothing is changed. */
const FIREFOX = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.update.enabled': false,
  'gfx.webrender.software': true,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
};

const CHROMIUM = [
  '--force-renderer-accessibility',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=Translate',
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

  get isOpen() {
    return this.#program !== undefined;
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
