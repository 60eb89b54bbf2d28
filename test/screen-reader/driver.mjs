import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { announcements } from './announcements.mjs';

/** How long Orca has nothing to write down when it is at rest. */
const REST = 300;
/** After how long without a word Orca is no longer believed to be busy. */
const STUCK = 5000;
/** How long a busy machine may take to begin with what a key leads to. */
const START = 15_000;
const MOST_STOPS = 40;
/** How long Orca may take to say that a page is there, and how many browsers may be started for one. */
const LOADED = 15_000;
/** How long a page that speaks may take to be heard, and how often it speaks. */
const ANSWER = 5000;
const MOST_CALLS = 6;
const MOST_BROWSERS = 3;

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
  /** From where on in what was heard the last stop was announced. */
  #stop = 0;
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
    const address = `${this.#stage.address}?lang=${lang}`;
    if (!(await this.#turnTo(address))) await this.#start(address);
    this.#ears.forgetWork();
    await this.#rest();
    this.#skip();
    await this.#stage.order('show', { ...options, isLoading });
    if (isLoading) return;
    // What was said while the form came up is heard by then, even where that takes its time.
    await this.#hearLast();
    this.#skip();
  }

  /**
   * Opens a page in place of the one before. Orca does not always say that such a page is there: it is if what it says is
   * heard.
   */
  async #turnTo(address) {
    if (!this.#browser.isOpen) return false;
    this.#skip();
    try {
      await this.#stage.turnTo(address);
      await this.#hearPage();
      return true;
    } catch (error) {
      this.#note(`another browser: ${error.message}`);
      return false;
    }
  }

  /** Opens a page in a new browser. On a busy machine Orca may miss that it has come, and then hears nothing of it. */
  async #start(address) {
    for (let attempt = 1; ; attempt += 1) {
      this.#skip();
      await this.#browser.open(address);
      try {
        await this.#stage.opened();
        await this.#ears.until(() => this.#find(this.#next, 'Finished loading'), LOADED);
        await this.#hearPage();
        return;
      } catch (error) {
        if (attempt === MOST_BROWSERS) throw error;
        this.#note(`another browser: ${error.message}`);
      }
    }
  }

  /** Waits until what the page says is heard. */
  async #hearPage() {
    for (let attempt = 0; attempt < MOST_CALLS; attempt += 1) {
      const call = await this.#say();
      const isHeard = await this.#ears.until(() => this.#find(this.#next, call), ANSWER);
      if (isHeard !== undefined) return;
    }
    throw new Error('nothing of the page was heard');
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
      const { focused } = this.#ears;
      await this.press(key);
      // Something that was said before the focus moved tells nothing of where it went.
      const hasMoved = () => this.#ears.focused !== focused && this.#find(from, /./) !== undefined;
      if (!hasMoved()) {
        await this.#ears.until(() => hasMoved() || undefined, START);
        await this.#rest();
      }
      const found = this.#find(from, expected);
      // Reading is no telling: what stands around a stop may be read with it.
      for (const each of this.#ears.heard.slice(from)) each.isRead = true;
      if (found !== undefined) {
        this.#stop = from;
        // What was read after the stop is no answer to what is pressed there.
        this.#next = this.position;
        return;
      }
    }
    throw new Error(`no stop was announced as ${expected}`);
  }

  /** Has the arrow keys read the page from its beginning, line by line, as long as something is done. */
  async browse(run) {
    await this.press('Insert+F12');
    await this.hear('The screen reader is controlling the caret.');
    try {
      await this.press('ctrl+Home');
      await run();
    } finally {
      await this.press('Insert+F12');
    }
    await this.hear('The application is controlling the caret.');
  }

  /** Reads on, line by line, until this is read. */
  async readTo(expected) {
    for (let line = 0; line < MOST_STOPS; line += 1) {
      const found = this.#find(this.#next, expected);
      if (found !== undefined) {
        this.#next = found + 1;
        return;
      }
      await this.press('Down');
    }
    throw new Error(`no line was read as ${expected}`);
  }

  /** Waits until this is read of the last stop that {@link tabTo} found. */
  async expectRead(expected) {
    const read = await this.#ears.until(() => this.#find(this.#stop, expected), this.#patience);
    if (read === undefined) throw new Error(`not read: ${expected}`);
    this.#next = this.position;
  }

  /**
   * Waits until the form has given the focus to a field. That such a field is read, Orca does not promise: where the browser
   * tells of its caret first, Orca takes it to be known.
   */
  async expectFocus(id) {
    const end = Date.now() + this.#patience;
    let focused = await this.#stage.order('focused');
    while (focused !== id && Date.now() < end) {
      await wait(40);
      focused = await this.#stage.order('focused');
    }
    if (focused !== id) throw new Error(`the focus was on ${focused}, not on ${id}`);
    await this.#rest();
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

  /** The same in any order: what two regions tell at once, a machine that is behind may swap. */
  async hearBoth(...all) {
    const found = [];
    for (const expected of all) found.push(await this.#hearOne(expected));
    this.#next = Math.max(...found) + 1;
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
    await this.#hearLast();
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
      if (isExpected && this.#ears.isCutOff(index)) flaws.push(`cut off: ${text}`);
    }
    this.#skip();
    if (flaws.length > 0) throw new Error(flaws.join('\n'));
  }

  /** Has the page say something, and waits until that is heard: with it everything before was. */
  async #hearLast() {
    await this.hear(await this.#say());
  }

  async #say() {
    this.#steps += 1;
    const text = `That was step ${this.#steps}.`;
    await this.#stage.order('say', text);
    return text;
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

  /** Waits until Orca has dealt with what happened, and has written down nothing for a while. */
  async #rest() {
    const ears = this.#ears;
    ears.moved = Date.now();
    do {
      await wait(40);
      ears.catchUp();
    } while (Date.now() - ears.moved < (ears.isBusy ? STUCK : REST));
    ears.forgetWork();
  }
}
