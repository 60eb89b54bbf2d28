import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { Profile } from '../../src/index.js';
import { createDeferred } from '../support/deferred.js';
import { createFakeSdk } from '../support/fake-sdk.js';
import { focusOf, makeEditor, photo, removeEditors, showEditor, type Shown } from './support.js';

/** What is told besides the line that is to be seen. */
const told = ({ screen }: Shown): string[] => screen.news();

const query = ({ element }: Shown, selector: string): Element | null | undefined =>
  element.shadowRoot?.querySelector(selector);

/** Goes to the name, and waits for what is fetched when somebody comes to the form. */
async function come(shown: Shown): Promise<void> {
  shown.screen.textbox('Name').focus();
  await waitUntil(() => query(shown, '#name-error'));
}

/** An editor with another name in it. */
async function showRenamed(): Promise<Shown> {
  const shown = await showEditor();
  await come(shown);
  shown.screen.type('Name', 'Alix');
  await shown.element.updateComplete;
  return shown;
}

/** Clicks a button as somebody does who uses the keyboard. */
async function press({ element, screen }: Shown, name: string): Promise<void> {
  screen.button(name).focus();
  screen.click(name);
  await element.updateComplete;
}

describe('what happens in fields by something else than typing', () => {
  afterEach(removeEditors);

  it('is told of suggestions, and not of what is typed', async () => {
    const shown = await showRenamed();
    const { element, screen } = shown;
    expect(told(shown)).to.deep.equal([]);
    await press(shown, '🔴 Busy');
    expect(told(shown)).to.deep.equal(['Status message: 🔴 Busy']);
    await press(shown, '📅 In a meeting');
    expect(told(shown)).to.deep.equal(['Status message: 📅 In a meeting']);
    screen.type('Name', 'Alexa');
    await element.updateComplete;
    expect(told(shown), 'until the next change').to.deep.equal([]);
  });

  it('is not told where a field is filled in that has not the focus', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    await come(shown);
    screen.type('Status message', 'Filled in by the browser');
    await element.updateComplete;
    expect(screen.status()).to.equal('Unsaved changes');
  });

  it('is left to a field that gets the focus with it', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    await come(shown);
    screen.type('Name', 'Alix');
    await press(shown, '🔴 Busy');
    expect(told(shown)).to.have.length(1);
    await press(shown, 'Clear status message');
    await waitUntil(() => focusOf(shown) === 'statusMessage');
    await element.updateComplete;
    expect(screen.textbox('Status message').value).to.equal('');
    expect(told(shown)).to.deep.equal([]);
  });

  it('is told of a photo that is removed, and of one that comes back', async () => {
    const shown = makeEditor();
    const { element, fake, screen } = shown;
    fake.users.set('alice', { uid: 'alice', name: 'Alice', avatar: photo });
    document.body.append(element);
    await oneEvent(element, 'profile-loaded');
    await element.updateComplete;
    await come(shown);
    screen.type('Name', 'Alix');
    await press(shown, 'Remove photo');
    expect(told(shown)).to.deep.equal(['Photo removed']);
    await press(shown, 'Undo');
    expect(told(shown)).to.deep.equal(['Photo changed']);
  });

  it('is told of what comes from another device, with an edit of something else', async () => {
    const shown = await showEditor();
    const { element, fake, screen } = shown;
    await come(shown);
    screen.type('Name', 'Alix');
    fake.users.set('alice', { uid: 'alice', name: 'Alice', statusMessage: 'Back soon' });
    await element.reload();
    await element.updateComplete;
    expect(told(shown)).to.deep.equal(['Status message: Back soon']);
  });

  it('is told of what comes from another device, without an edit and after a save', async () => {
    const shown = await showEditor();
    const { element, fake, screen } = shown;
    const answer = async (values: Partial<Profile>): Promise<void> => {
      fake.users.set('alice', { uid: 'alice', name: 'Alice', ...values });
      await element.reload();
      await element.updateComplete;
    };
    await come(shown);
    await answer({ statusMessage: 'Back soon' });
    expect(told(shown)).to.deep.equal(['Status message: Back soon']);
    await answer({ statusMessage: 'Back soon' });
    expect(told(shown), 'and stays until the next change').to.have.length(1);
    screen.type('Name', ' Alix ');
    await element.updateComplete;
    expect(told(shown)).to.deep.equal([]);
    expect(await element.save()).to.equal(true);
    await element.updateComplete;
    expect(told(shown), 'and not of what is saved').to.deep.equal([]);
    await answer({ name: 'Alice Liddell', statusMessage: 'Back soon', avatar: photo });
    expect(told(shown)).to.deep.equal(['Photo changed Name: Alice Liddell']);
    screen.type('Name', 'Alix');
    await element.updateComplete;
    await press(shown, 'Discard changes');
    expect(told(shown), 'and not of what is discarded').to.deep.equal([]);
  });

  it('is told of what comes from another device with the answer to a save', async () => {
    const shown = await showRenamed();
    const { element, fake, screen } = shown;
    fake.users.set('alice', { uid: 'alice', name: 'Alice', statusMessage: 'Back soon' });
    expect(await element.save()).to.equal(true);
    await element.updateComplete;
    expect(screen.status()).to.equal('Profile saved');
    expect(told(shown)).to.deep.equal(['Status message: Back soon']);
    screen.click('Undo');
    await waitUntil(() => screen.textbox('Name').value === 'Alice');
    await waitUntil(() => element.state === 'ready');
    await element.updateComplete;
    expect(told(shown), 'and not of what is taken back').to.deep.equal([]);
  });

  it('is told, and goes on being told, of what is read before a save goes out', async () => {
    const shown = await showRenamed();
    const { element, fake, screen } = shown;
    fake.users.set('alice', { uid: 'alice', name: 'Alice', statusMessage: 'Back soon' });
    const held = createDeferred<unknown>();
    fake.replace.updateCurrentUserDetails = (user) =>
      held.promise.then(() => Object.assign({}, fake.users.get('alice'), user as object));
    const { now } = Date;
    // What is known may be out of date by then.
    Date.now = () => now() + 3_600_000;
    try {
      const saved = element.save();
      await waitUntil(() => told(shown).length > 0);
      expect(element.state).to.equal('saving');
      held.resolve(undefined);
      expect(await saved).to.equal(true);
    } finally {
      Date.now = now;
    }
    await element.updateComplete;
    expect(screen.status()).to.equal('Profile saved');
    expect(told(shown)).to.deep.equal(['Status message: Back soon']);
  });

  it('is told of what the page signs another person in with', async () => {
    const shown = await showRenamed();
    const { element, screen } = shown;
    element.sdk = createFakeSdk({ appId: 'app', uid: 'bob' }).sdk;
    await waitUntil(() => screen.textbox('Name').value === 'Bob');
    await element.updateComplete;
    expect(told(shown)).to.deep.equal(['Name: Bob Status message: No status']);
    expect(screen.status(), 'who has discarded nothing').not.to.equal('No changes yet');
  });

  it('is told although a save failed, and not once more with the next one', async () => {
    const shown = await showEditor();
    const { element, fake, screen } = shown;
    fake.replace.updateCurrentUserDetails = () => Promise.reject({ code: 'ERR_NO_ACCESS' });
    await come(shown);
    screen.type('Name', 'Alix');
    expect(await element.save()).to.equal(false);
    await press(shown, '🔴 Busy');
    expect(told(shown)).to.deep.equal(['Status message: 🔴 Busy']);
    expect(await element.save()).to.equal(false);
    await element.updateComplete;
    expect(told(shown)).to.deep.equal([]);
  });

  it('is told of a field that is left wrong, once, until it is put right', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    await come(shown);
    screen.type('Name', '');
    screen.leave('Name');
    await element.updateComplete;
    expect(told(shown), 'who is in it hears that there').to.deep.equal([]);
    screen.button('🔴 Busy').focus();
    await element.updateComplete;
    expect(told(shown)).to.deep.equal(['Name: Enter your name.']);
    const text = query(shown, '.actions > .spoken > span:not(:empty)');
    screen.textbox('Name').focus();
    await element.updateComplete;
    screen.type('Status message', 'Here I am');
    await element.updateComplete;
    expect(text?.isConnected, 'and is not drawn anew').to.equal(true);
    screen.type('Name', 'Alix');
    await element.updateComplete;
    expect(told(shown)).to.deep.equal([]);
  });

  it('does not repeat it where a save is refused for it', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    await come(shown);
    screen.type('Name', '');
    screen.leave('Name');
    await press(shown, '🔴 Busy');
    expect(told(shown)).to.deep.equal(['Name: Enter your name.', 'Status message: 🔴 Busy']);
    expect(await element.save()).to.equal(false);
    await element.updateComplete;
    expect(screen.status()).to.equal('Check these fields: Name.');
    await press(shown, '📅 In a meeting');
    expect(told(shown)).to.deep.equal(['Status message: 📅 In a meeting']);
  });

  it('is nothing where a session ends that takes the fields with it', async () => {
    const shown = await showRenamed();
    const { element, fake } = shown;
    fake.logOut();
    await waitUntil(() => element.state === 'failed');
    await element.updateComplete;
    expect(told(shown)).to.deep.equal([]);
  });

  it('is said of a page that asks whether all is well, as of a save', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    await come(shown);
    screen.type('Name', '');
    await element.updateComplete;
    expect(element.reportValidity()).to.equal(false);
    await waitUntil(() => screen.status() === 'Name: Enter your name.');
    expect(focusOf(shown)).to.equal('name');
  });
});
