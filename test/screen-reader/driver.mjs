import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { announcements } from './announcements.mjs';

/** How long Orca has nothing to write down when it is at rest. */
const REST = 300;
/** How long Orca may take to begin with what a key leads to. */
const START = 3000;
/** A fast voice; who is interrupted earlier has not heard it. */
const MILLISECONDS_A_LETTER = 30;
const MOST_STOPS = 40;

const matches = (text, expected) =>
  typeof expected === 'string' ? text.includes(expected) : expected.test(text);

/** Uses a page as somebody does who hears it. */
export class Driver {
  #session;
  #browser;
  #stage;
  #ears;
  /** From where on in what was heard the next expectation looks. */
  #next = 0;
  /** From where on nobody has looked yet whether there was more. */
  #checked = 0;
  #expected = new Set();
  #allowed = [];
  #steps = 0;
  #patience;

  /** @param patience for how long speech is waited for, in milliseconds; it only bounds a run that went wrong */
  constructor({ session, browser, stage, ears, patience }) {
    this.#browser = browser;
    this.#patience = patience;
    this.#session = session;
    this.#stage = stage;
    this.#ears = ears;
  }

  /** What was pressed, heard and missed since a point of the log. */
  transcript(from) {
    return this.#ears.heard.slice(from).filter(({ kind }) => kind !== 'stop');
  }

  get position() {
    return this.#ears.heard.length;
  }

  /** Opens a page, and shows the editor on it once the page has been read. */
  async arrive({ lang = 'en', isLoading = false, ...options } = {}) {
    this.#note(`opens the page (${lang})`);
    this.#skip();
    // Always a new browser: of a page that comes in place of another Orca does not always say that it is there.
    await this.#browser.open(`${this.#stage.address}?lang=${lang}`);
    await this.#stage.opened();
    await this.hear('Finished loading My account');
    await this.#rest();
    this.#skip();
    await this.#stage.order('show', { ...options, isLoading });
    if (isLoading) return;
    await this.#rest();
    this.#skip();
  }

  /** Lets the page do something, such as lose its network. */
  async page(name, ...parameters) {
    this.#note(`page: ${[name, ...parameters.map((each) => JSON.stringify(each))].join(' ')}`);
    return this.#stage.order(name, ...parameters);
  }

  /** What the form shows where it tells how it goes. */
  async shown() {
    const texts = await this.#stage.order('shown').catch((error) => [error.message]);
    return texts.filter(Boolean).join(' | ') || 'nothing';
  }

  async press(...keys) {
    for (const key of keys) {
      this.#note(`presses ${key}`);
      const { moved } = this.#ears;
      await this.#session.run('xdotool', 'key', '--clearmodifiers', key);
      await this.#ears.until(() => this.#ears.moved !== moved || undefined, START);
      await this.#rest();
    }
  }

  async type(text) {
    this.#note(`types “${text}”`);
    await this.#session.run('xdotool', 'type', '--delay', '60', text);
    await this.#rest();
  }

  /** Empties the field that has the focus. */
  async clear() {
    await this.press('ctrl+a', 'Delete');
  }

  /** Goes from stop to stop until one is announced like this. */
  async tabTo(expected, key = 'Tab') {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const from = this.position;
      await this.press(key);
      await this.#ears.until(() => this.#find(from, /./), START);
      await this.#rest();
      const found = this.#find(from, expected);
      // Reading is no telling: what stands around a stop may be read with it.
      for (const each of this.#ears.heard.slice(from)) each.isRead = true;
      if (found !== undefined) {
        // What was read after the stop is no answer to what is pressed there.
        this.#next = this.position;
        return;
      }
    }
    throw new Error(`no stop was announced as ${expected}`);
  }

  /** Checks in which language the text of the field with the focus is to be spoken. */
  async expectLanguage(expected) {
    // Debian's own has what Orca is written with.
    const script = join(import.meta.dirname, 'focused-language.py');
    const language = await this.#session.run('/usr/bin/python3', script);
    this.#note(`the field’s language: ${language}`);
    if (language !== expected) throw new Error(`to be spoken in “${language}”, not “${expected}”`);
  }

  /** Waits until all of this is spoken in this order, after what was heard before. */
  async hear(...all) {
    for (const expected of all) this.#next = (await this.#hearOne(expected)) + 1;
  }

  /** The same in any order. */
  async hearEach(...all) {
    let last = this.#next;
    for (const expected of all) last = Math.max(last, (await this.#hearOne(expected)) + 1);
    this.#next = last;
  }

  /** Allows something to be spoken, once, that a quick end may come before. */
  mayHear(text) {
    this.#allowed.push(text);
  }

  /**
   * Checks that of what the form has to say nothing was said that was not expected, or twice, and that nothing was cut off.
   * The page says something of its own last: when that is heard, everything before it was.
   */
  async hearNothingMore() {
    await this.#rest();
    this.#steps += 1;
    const sentinel = `That was step ${this.#steps}.`;
    await this.#stage.order('say', sentinel);
    await this.hear(sentinel);
    const { heard } = this.#ears;
    const flaws = [];
    for (let index = this.#checked; index < heard.length; index += 1) {
      const { kind, text, isRead } = heard[index];
      if (kind !== 'speech' || isRead) continue;
      const isExpected = this.#expected.has(index) || this.#takeAllowed(text);
      // The name of a group that the focus entered.
      const isName = text.endsWith(' panel.');
      if (!isExpected && !isName && announcements.some((each) => each.test(text)))
        flaws.push(`heard without being expected: ${text}`);
      if (isExpected && this.#isCutOff(index)) flaws.push(`cut off: ${text}`);
    }
    this.#skip();
    if (flaws.length > 0) throw new Error(flaws.join('\n'));
  }

  async #hearOne(expected) {
    const find = () => this.#find(this.#next, expected);
    const found = await this.#ears.until(find, this.#patience);
    if (found === undefined) throw new Error(`not heard: ${expected}`);
    this.#expected.add(found);
    return found;
  }

  #find(from, expected) {
    const { heard } = this.#ears;
    for (let index = from; index < heard.length; index += 1) {
      const { kind, text } = heard[index];
      const isFree = kind === 'speech' && !this.#expected.has(index);
      if (isFree && matches(text, expected)) return index;
    }
    return undefined;
  }

  #takeAllowed(text) {
    const index = this.#allowed.indexOf(text);
    if (index < 0) return false;
    this.#allowed.splice(index, 1);
    return true;
  }

  /** Whether Orca fell silent during an utterance although nobody had pressed a key. */
  #isCutOff(index) {
    const { heard } = this.#ears;
    const { text, time } = heard[index];
    for (const later of heard.slice(index + 1)) {
      if (later.kind === 'step' || later.time > time + text.length * MILLISECONDS_A_LETTER)
        return false;
      if (later.kind === 'stop') return true;
    }
    return false;
  }

  #note(text) {
    this.#ears.catchUp();
    this.#ears.add('step', text);
  }

  #skip() {
    this.#next = this.position;
    this.#checked = this.position;
    this.#expected.clear();
    this.#allowed = [];
  }

  /** Waits until Orca has written down nothing for a while: it has dealt with what happened. */
  async #rest() {
    this.#ears.moved = Date.now();
    do {
      await wait(50);
      this.#ears.catchUp();
    } while (Date.now() - this.#ears.moved < REST);
  }
}
