import { expect, oneEvent } from '@open-wc/testing';
import type { Messages } from '../../src/index.js';
import { isolate } from '../../src/locales/isolate.js';
import { guarded } from '../../src/views/guard.js';
import { clear, setLook, show } from '../a11y/support.js';
import { takeProblems } from '../support/guard.js';
import { screenOf } from '../support/screen.js';
import { texts } from '../support/texts.js';
import { makeEditor, photo, removeEditors, showEditor, type Shown } from '../views/support.js';

/** What stands in the region of one role, marks included. */
const rawText = ({ element }: Pick<Shown, 'element'>, role: string): string =>
  element.shadowRoot?.querySelector(`[role="${role}"]`)?.textContent ?? '';

describe('a piece that cannot be drawn', () => {
  afterEach(removeEditors);

  it('is left out, and reported once', async () => {
    const piece = guarded((text: string): string => {
      throw new Error(`no ${text}`);
    });
    expect([piece('first'), piece('second')]).to.deep.equal([undefined, undefined]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(takeProblems()).to.have.lengthOf(1);
  });

  it('leaves the form and the alert as they are', async () => {
    const { element, screen, fake } = await showEditor({ 'status-max-length': '4' });
    const { PluralRules } = Intl;
    fake.replace.updateCurrentUserDetails = () => Promise.reject({ code: 'ERR_BAD_REQUEST' });
    try {
      const broken = function (): never {
        throw new RangeError('a counter that throws');
      };
      Object.assign(Intl, { PluralRules: broken });
      screen.type('Name', 'Ann');
      screen.type('Status message', 'Away');
      expect(await element.save()).to.equal(false);
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('[part="counter"]')).to.equal(null);
      expect(screen.textbox('Name').value).to.equal('Ann');
      expect(screen.alert()).to.contain(texts.failedSave);
    } finally {
      Object.assign(Intl, { PluralRules });
    }
    expect(takeProblems(/a counter that throws/)).to.have.lengthOf(1);
  });

  it('has a sentence in its place where words are needed', async () => {
    const { element, screen, fake } = await showEditor();
    const { NumberFormat } = Intl;
    fake.replace.updateCurrentUserDetails = () => Promise.reject({ code: 'ERR_BAD_REQUEST' });
    try {
      Intl.NumberFormat = function () {
        throw new RangeError('Invalid language tag');
      } as unknown as typeof NumberFormat;
      screen.type('Name', '');
      expect(await element.save()).to.equal(false);
      expect(screen.description('Name')).to.contain(texts.fieldRejected);
    } finally {
      Intl.NumberFormat = NumberFormat;
    }
    expect(takeProblems(/Invalid language tag/)).to.have.lengthOf(1);
  });
});

describe('a page’s own texts', () => {
  afterEach(removeEditors);

  it('are shown where they are texts, and passed over where they are not', async () => {
    const { element, screen } = await showEditor();
    const throwing = {
      get name(): string {
        throw new Error('no');
      },
    };
    const wrong = [5, null, 'text', [], { name: 5 }, { name: null }, { name: {} }, throwing];
    for (const messages of wrong) {
      element.messages = messages as unknown as Partial<Messages>;
      await element.updateComplete;
      expect(screen.textbox('Name').value).to.equal('Alice');
    }
    element.messages = { name: 'Nickname' };
    await element.updateComplete;
    expect(screen.textbox('Nickname').value).to.equal('Alice');
  });
});

describe('what people and servers wrote', () => {
  afterEach(removeEditors);
  afterEach(clear);

  it('keeps its direction to itself: another value', async () => {
    const { element, screen, fake } = await showEditor();
    screen.type('Name', 'Mine');
    fake.users.set('alice', { uid: 'alice', name: '\u202Eevil' });
    await element.reload();
    await element.updateComplete;
    const group = element.shadowRoot?.querySelector('[role="group"][id="name-conflict"]');
    expect(group?.textContent).to.contain(`“${isolate('\u202Eevil')}”`);
    const told = element.shadowRoot?.querySelector('.actions > .spoken')?.textContent;
    expect(told).to.contain(`“${isolate('\u202Eevil')}”`);
  });

  it('keeps its direction to itself: a reason that the page gives', async () => {
    const { element, screen } = await showEditor();
    element.addEventListener('profile-save', (event) => {
      event.waitUntil(Promise.reject(new Error('الاسم محجوز')));
    });
    screen.type('Name', 'Ann');
    expect(await element.save()).to.equal(false);
    expect(rawText({ element }, 'alert')).to.contain(isolate('الاسم محجوز'));
  });

  it('keeps its direction to itself: the name of a setting', async () => {
    await setLook({ name: 'usual' });
    const element = await show('misconfigured');
    expect(rawText({ element }, 'alert')).to.contain(`(${isolate('app-id')})`);
    expect(screenOf(element).alert()).to.contain('Tell the site’s support team.');
  });
});

describe('the words for what went wrong', () => {
  afterEach(removeEditors);
  afterEach(clear);

  it('name the fields that were changed elsewhere', async () => {
    const { element, screen, fake } = await showEditor();
    screen.type('Name', 'Mine');
    screen.type('Status message', 'Mine, too');
    fake.users.set('alice', { uid: 'alice', name: 'Alicia' });
    await element.reload();
    await element.updateComplete;
    const name = 'Name: Changed in another tab or on another device to “Alicia”.';
    const status = 'Status message: Removed in another tab or on another device.';
    expect(screen.status()).to.equal(texts.unsavedChanges);
    expect(screen.news()).to.deep.equal([`${name} ${status}`]);
    const labels = [...(element.shadowRoot?.querySelectorAll('[id$="-conflict"]') ?? [])].map(
      (each) => each.getAttribute('aria-label')?.replace(/[\u2068\u2069]/g, ''),
    );
    expect(labels).to.deep.equal([name, status]);
  });

  it('name the fields that the server did not take', async () => {
    const { element, screen, fake } = await showEditor();
    fake.replace.updateCurrentUserDetails = async () => ({ ...fake.stored });
    screen.type('Name', 'Ann');
    expect(await element.save()).to.equal(false);
    await element.updateComplete;
    expect(screen.alert()).to.equal(
      'Name: This wasn’t saved. The old value is still in place. Try again',
    );
  });

  it('say of a photo that was not uploaded that nothing was saved, and all is kept', async () => {
    await setLook({ name: 'usual' });
    const editor = await show('upload-failed');
    expect(screenOf(editor).alert()).to.equal(
      'Your photo wasn’t uploaded. Your changes weren’t saved, but they’re still here. Try again',
    );
  });

  it('say that a photo was removed', async () => {
    const { element, screen, fake } = makeEditor();
    fake.users.set('alice', { uid: 'alice', name: 'Alice', avatar: photo });
    const loaded = oneEvent(element, 'profile-loaded');
    document.body.append(element);
    await loaded;
    await element.updateComplete;
    screen.click('Remove photo');
    await element.updateComplete;
    expect(screen.status()).to.equal(texts.unsavedChanges);
    expect(screen.news()).to.deep.equal([texts.photoRemoved]);
    screen.click('Undo');
    await element.updateComplete;
    expect(screen.status()).to.equal(texts.noChanges);
    screen.click('Remove photo');
    expect(await element.save()).to.equal(true);
    await element.updateComplete;
    expect(screen.status()).to.equal(texts.saved);
  });

  it('say for whom a save waits', async () => {
    const { element, screen } = await showEditor();
    let go = (): void => undefined;
    element.addEventListener('profile-save', (event) => {
      event.waitUntil(new Promise<void>((resolve) => (go = resolve)));
    });
    screen.type('Name', 'Ann');
    const saving = element.save();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await element.updateComplete;
    expect(screen.status()).to.equal(texts.waitingPage);
    expect(screen.hasButton('Cancel')).to.equal(true);
    go();
    expect(await saving).to.equal(true);
  });
});
