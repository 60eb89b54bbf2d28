import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { ProfileChangeEvent, ProfileSavedEvent } from '../../src/index.js';
import { createDeferred, settled } from '../support/deferred.js';
import { skipTimeouts } from '../support/skip-timeouts.js';
import { focusOf, makeEditor, photo, removeEditors, showEditor, type Shown } from './support.js';

/** Lets the server's answer to the next save wait for a test. */
function holdSave({ fake }: Shown): { answer(): void; refuse(details: object): void } {
  const held = createDeferred<unknown>();
  fake.replace.updateCurrentUserDetails = (user) =>
    held.promise.then(() => Object.assign({}, fake.stored, user as object));
  return {
    answer: () => held.resolve(undefined),
    refuse: (details) => held.reject(details),
  };
}

/** An editor of a user who has a photo. */
async function showWithPhoto(attributes: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const shown = makeEditor(attributes);
  const { element, fake } = shown;
  fake.users.set('alice', { uid: 'alice', name: 'Alice', avatar: photo });
  const loaded = oneEvent(element, 'profile-loaded');
  document.body.append(element);
  await loaded;
  await element.updateComplete;
  return shown;
}

/** An editor whose profile could not be loaded. */
async function showFailed(): Promise<Shown> {
  const shown = makeEditor();
  const { element, fake } = shown;
  fake.replace.getUser = () => Promise.reject({ code: 'ERR_INTERNAL_SERVER_ERROR' });
  document.body.append(element);
  await waitUntil(() => element.state === 'failed');
  await element.updateComplete;
  return shown;
}

describe('the form', () => {
  afterEach(removeEditors);
  const { setTimeout: own } = window;
  afterEach(() => Object.assign(window, { setTimeout: own }));

  it('has what the user meets, by its names', async () => {
    const { element, screen } = await showEditor();
    const form = element.shadowRoot?.querySelector('form');
    expect(form?.getAttribute('aria-label')).to.equal('Your profile');
    expect(screen.textbox('Name').value).to.equal('Alice');
    expect(screen.textbox('Status message').value).to.equal('Here');
    expect(screen.textbox('Photo URL').value).to.equal('');
    expect(screen.image('Alice').textContent?.trim()).to.equal('A');
    expect(
      element.shadowRoot?.querySelector('[role="group"][aria-label="Profile photo"]'),
    ).not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('says that it is busy while it loads', async () => {
    const shown = makeEditor();
    const { element, screen, fake } = shown;
    const held = createDeferred<unknown>();
    fake.replace.getUser = () => held.promise;
    const loaded = oneEvent(element, 'profile-loaded');
    document.body.append(element);
    await settled();
    await element.updateComplete;
    expect(element.state).to.equal('connecting');
    await waitUntil(() => screen.status() === 'Loading your profile…', 'nothing is said');
    expect(screen.textbox('Name').disabled).to.equal(true);
    held.resolve({ uid: 'alice', name: 'Alice' });
    await loaded;
    await element.updateComplete;
    expect(screen.status(), 'and that it is there').to.equal('Your profile');
    screen.textbox('Name').focus();
    await waitUntil(() => screen.status() === '', 'who is in it knows that');
  });

  it('says that it is there after all, where nobody asked for it', async () => {
    const { element, screen, fake } = await showFailed();
    expect(screen.alert()).to.contain('Your profile couldn’t be loaded.');
    delete fake.replace.getUser;
    await element.reload();
    await waitUntil(() => element.state === 'ready');
    await element.updateComplete;
    expect(screen.alert()).to.equal('');
    expect(screen.status()).to.equal('Your profile');
  });

  it('says that it is busy, and that it is there, in another language', async () => {
    const { element, screen, fake } = makeEditor();
    element.lang = 'de';
    const held = createDeferred<unknown>();
    fake.replace.getUser = () => held.promise;
    document.body.append(element);
    await waitUntil(() => screen.status() === 'Profil wird geladen …', 'nothing is said');
    held.resolve({ uid: 'alice', name: 'Alice' });
    await waitUntil(() => screen.status() === 'Dein Profil', 'nothing is said');
  });

  it('says that it is busy after a failure, too', async () => {
    const { element, screen, fake } = await showFailed();
    const held = createDeferred<unknown>();
    fake.replace.getUser = () => held.promise;
    const reloaded = element.reload();
    await waitUntil(() => screen.status() === 'Loading your profile…', 'nothing is said');
    held.resolve({ uid: 'alice', name: 'Alice' });
    await reloaded;
    await element.updateComplete;
    expect(screen.status()).to.equal('Your profile');
  });

  it('leaves that to the focus, where somebody tried again', async () => {
    skipTimeouts(window, 300);
    const shown = await showFailed();
    const { element, screen, fake } = shown;
    delete fake.replace.getUser;
    // It is held back for a moment, so that the failure is told first.
    await waitUntil(() => {
      screen.button('Try again').focus();
      return focusOf(shown) === 'Try again';
    });
    screen.click('Try again');
    await waitUntil(() => element.state === 'ready');
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'form');
    await element.updateComplete;
    screen.textbox('Name').focus();
    await settled();
    await element.updateComplete;
    expect(screen.status()).to.equal('');
  });

  it('says nothing of a profile that is there at once', async () => {
    skipTimeouts(window, 300);
    const { element, screen } = await showEditor();
    screen.textbox('Name').focus();
    await waitUntil(() => element.shadowRoot?.querySelector('#name-error'));
    expect(screen.status()).to.equal('');
  });

  it('has a Save that is never disabled, only of no use', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    const isOff = (name: string): boolean => {
      expect(screen.button(name).disabled).to.equal(false);
      return screen.button(name).getAttribute('aria-disabled') === 'true';
    };
    expect([isOff('Save changes'), screen.hasButton('Discard changes')]).to.deep.equal([
      true,
      false,
    ]);
    screen.type('Name', 'Ann');
    await element.updateComplete;
    expect([isOff('Save changes'), isOff('Discard changes')]).to.deep.equal([false, false]);
    screen.button('Save changes').focus();
    const held = holdSave(shown);
    const saved = oneEvent(element, 'profile-saved');
    screen.click('Save changes');
    await settled();
    await element.updateComplete;
    expect([isOff('Saving…'), isOff('Discard changes')]).to.deep.equal([true, true]);
    expect(screen.status()).to.equal('Saving…');
    expect(focusOf(shown)).to.equal('Saving…');
    held.answer();
    await saved;
    await element.updateComplete;
    expect(screen.status()).to.equal('Profile saved');
    expect(focusOf(shown)).to.equal('Save changes');
  });

  it('says what was changed, as it is typed', async () => {
    const { element, screen } = await showEditor();
    const changed = oneEvent<ProfileChangeEvent>(element, 'profile-change');
    screen.type('Name', ' Ann ');
    const { draft, changes, valid } = await changed;
    expect(draft.name).to.equal(' Ann ');
    expect(changes).to.deep.equal({ name: 'Ann' });
    expect(valid).to.equal(true);
  });

  it('discards', async () => {
    const { element, screen } = await showEditor();
    screen.type('Name', 'Ann');
    await element.updateComplete;
    screen.click('Discard changes');
    await element.updateComplete;
    expect(screen.textbox('Name').value).to.equal('Alice');
  });

  it('takes a save back, once a click and until the next edit', async () => {
    const shown = await showEditor();
    const { element, screen, fake } = shown;
    expect(screen.hasButton('Undo')).to.equal(false);
    screen.type('Name', 'Ann');
    expect(await element.save()).to.equal(true);
    await element.updateComplete;
    expect([screen.status(), screen.hasButton('Discard changes')]).to.deep.equal([
      'Profile saved',
      false,
    ]);
    const undone = oneEvent(element, 'profile-saved');
    screen.button('Undo').focus();
    screen.click('Undo');
    await element.updateComplete;
    expect(focusOf(shown)).not.to.equal(undefined);
    const doubled = new MouseEvent('click', { detail: 2 });
    screen.button('Discard changes').dispatchEvent(doubled);
    await undone;
    await element.updateComplete;
    expect(fake.users.get('alice')?.name).to.equal('Alice');
    expect(screen.textbox('Name').value).to.equal('Alice');
    screen.type('Name', 'Anna');
    await element.updateComplete;
    expect([screen.hasButton('Undo'), screen.hasButton('Discard changes')]).to.deep.equal([
      false,
      true,
    ]);
  });

  it('saves with Enter, which adds no line to the status message', async () => {
    const { element, screen, fake } = await showEditor();
    screen.type('Status message', 'Away');
    const box = screen.textbox('Status message');
    const press = (init: KeyboardEventInit): boolean =>
      box.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, bubbles: true, ...init }));
    expect(press({ key: 'a' })).to.equal(true);
    expect(press({ key: 'Enter', isComposing: true }), 'ends a composition').to.equal(true);
    expect(fake.calls.map(([name]) => name)).not.to.include('updateCurrentUserDetails');
    const saved = oneEvent<ProfileSavedEvent>(element, 'profile-saved');
    expect(press({ key: 'Enter' })).to.equal(false);
    expect((await saved).changes).to.deep.equal({ statusMessage: 'Away' });
  });

  it('shows a problem beside its field once that is left, and takes the focus there', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    const name = screen.textbox('Name');
    screen.type('Name', '\u3164');
    await element.updateComplete;
    expect(name.getAttribute('aria-invalid')).to.equal('false');
    screen.leave('Name');
    await element.updateComplete;
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(screen.description('Name')).to.include('Use at least one visible character');
    expect(focusOf(shown)).not.to.equal('name');
    screen.button('Save changes').focus();
    expect(await element.save()).to.equal(false);
    expect(focusOf(shown)).to.equal('name');
    screen.type('Name', 'Ann');
    await element.updateComplete;
    expect(name.getAttribute('aria-invalid')).to.equal('false');
    expect(screen.description('Name')).not.to.include('Enter your name');
  });

  it('reports all problems, and takes the focus to the first', async () => {
    const shown = await showEditor({ 'status-max-length': '3' });
    const { element, screen } = shown;
    expect(element.reportValidity()).to.equal(true);
    screen.type('Status message', 'four');
    screen.type('Name', '');
    expect(element.checkValidity()).to.equal(false);
    expect(element.reportValidity()).to.equal(false);
    await element.updateComplete;
    await settled();
    expect(focusOf(shown)).to.equal('name');
    expect(screen.description('Name')).to.include('Enter your name.');
    expect(screen.description('Status message')).to.include('Use 3 characters or fewer.');
    screen.type('Photo URL', 'javascript:alert(1)');
    element.reportValidity();
    await element.updateComplete;
    await settled();
    expect(focusOf(shown)).to.equal('avatar');
    expect(screen.description('Photo URL')).to.include('https://');
  });

  it('takes the focus to the problem, not to a button that stands before it', async () => {
    const shown = makeEditor();
    const { element, screen, fake } = shown;
    fake.users.set('alice', { uid: 'alice', name: 'Alice', avatar: photo });
    const loaded = oneEvent(element, 'profile-loaded');
    document.body.append(element);
    await loaded;
    await element.updateComplete;
    expect(screen.hasButton('Remove photo')).to.equal(true);
    screen.type('Name', '');
    expect(await element.save()).to.equal(false);
    expect(focusOf(shown)).to.equal('name');
  });

  it('shows what the server did not take beside the field', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    const held = holdSave(shown);
    screen.type('Name', 'Ann');
    const saved = element.save();
    held.refuse({ code: 'ERR_BAD_REQUEST', message: 'token-alice', details: { name: ['bad'] } });
    expect(await saved).to.equal(false);
    await element.updateComplete;
    expect(screen.description('Name')).to.include('This wasn’t accepted.');
    expect(screen.alert()).to.include('Your changes weren’t saved');
    expect(screen.alert()).not.to.include('token');
    expect(focusOf(shown)).to.equal('name');
  });

  it('keeps the focus when what had it is gone', async () => {
    const shown = await showEditor();
    const { element, screen, fake } = shown;
    fake.replace.getUser = () => Promise.reject({ code: 'FAILED_TO_FETCH' });
    await element.reload();
    await waitUntil(() => element.shadowRoot?.querySelector('.notice:not([inert])'));
    screen.button('Try again').focus();
    fake.replace = {};
    const loaded = oneEvent(element, 'profile-loaded');
    screen.click('Try again');
    await loaded;
    await element.updateComplete;
    expect(screen.hasButton('Try again')).to.equal(false);
    expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Your profile');
  });

  it('is reached by focus()', async () => {
    const shown = await showEditor({ 'hidden-fields': 'avatar' });
    shown.element.focus();
    expect(focusOf(shown)).to.equal('name');
  });

  it('hides fields, and shows others without editing', async () => {
    const { element, screen } = await showEditor({
      'hidden-fields': 'avatar',
      'readonly-fields': 'name',
    });
    expect(screen.textbox('Name').readOnly).to.equal(true);
    expect(screen.textbox('Status message').readOnly).to.equal(false);
    expect(() => screen.textbox('Photo URL')).to.throw();
    element.hiddenFields = 'name status-message';
    await element.updateComplete;
    expect(() => screen.textbox('Name')).to.throw();
    expect(() => screen.textbox('Status message')).to.throw();
    expect(screen.textbox('Photo URL').readOnly).to.equal(false);
  });

  it('has no field for an address where the page wants none', async () => {
    const shown = await showEditor({ 'no-photo-url': '', 'avatar-upload-url': '/upload' });
    const { element, screen } = shown;
    expect(element.shadowRoot?.querySelector('[type="url"]')).to.equal(null);
    expect(screen.hasButton('Change photo')).to.equal(true);
    element.focus();
    expect(focusOf(shown)).to.equal('name');
    element.noPhotoUrl = false;
    await element.updateComplete;
    expect(() => screen.textbox('Photo URL'), 'only where somebody wants it').to.throw();
    await screen.choose('Use a web address…');
    await element.updateComplete;
    expect(screen.textbox('Photo URL').value).to.equal(element.draft.avatar);
    expect(focusOf(shown)).to.equal('avatar');
  });

  it('says what is wrong with a photo without a field for its address', async () => {
    const { element, screen, fake } = await showWithPhoto({ 'no-photo-url': '' });
    fake.replace.updateCurrentUserDetails = async () => ({
      ...fake.users.get('alice'),
      authToken: 'token-alice',
    });
    screen.click('Remove photo');
    expect(await element.save()).to.equal(false);
    const said = element.shadowRoot?.querySelector('.head [aria-live]')?.textContent;
    expect(said).to.contain('This wasn’t saved');
  });

  it('counts what is left of a status message only when it matters', async () => {
    const { element, screen } = await showEditor({ 'status-max-length': '10' });
    const counter = (): string =>
      element.shadowRoot?.querySelector('[part="counter"]')?.textContent?.trim() ?? '';
    screen.type('Status message', '1234567');
    await element.updateComplete;
    expect(counter()).to.equal('');
    screen.type('Status message', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦');
    await element.updateComplete;
    expect(counter()).to.equal('');
    screen.type('Status message', '123456789');
    await element.updateComplete;
    expect(counter()).to.equal('9 of 10 characters');
  });

  it('asks the user about a conflict, and waits for the choice', async () => {
    const shown = await showEditor();
    const { element, screen, fake } = shown;
    screen.type('Name', 'Mine');
    fake.users.set('alice', { uid: 'alice', name: 'Theirs' });
    await element.reload();
    await element.updateComplete;
    expect(screen.description('Name')).to.include('Theirs');
    expect(screen.news().join(), 'said to a screen reader').to.include('Theirs');
    expect(await element.save()).to.equal(false);
    expect(focusOf(shown)).to.equal('Keep mine');
    screen.click('Use the other');
    await element.updateComplete;
    expect(screen.textbox('Name').value).to.equal('Theirs');
    expect(focusOf(shown)).to.equal('name');
    expect(screen.status()).to.equal('No changes yet');
    expect(element.hasUnsavedChanges).to.equal(false);
  });

  it('tells anew what is left once a conflict is settled', async () => {
    const { element, screen, fake } = await showEditor();
    const line = (): Element | null | undefined =>
      element.shadowRoot?.querySelector('.say > .line');
    screen.type('Name', 'Mine');
    fake.users.set('alice', { uid: 'alice', name: 'Theirs' });
    await element.reload();
    await element.updateComplete;
    const before = line();
    screen.type('Name', 'Mine!');
    await element.updateComplete;
    expect(line() === before, 'not with every key').to.equal(true);
    screen.click('Keep mine');
    await element.updateComplete;
    expect(line()?.textContent?.trim()).to.equal('Unsaved changes');
    expect(line() === before).to.equal(false);
  });

  it('says in which language its texts are', async () => {
    const { element } = await showEditor();
    const formLanguage = () => element.shadowRoot?.querySelector('form')?.lang;
    expect(formLanguage()).to.equal('en');
    element.lang = 'af';
    await element.updateComplete;
    expect(formLanguage(), 'no Afrikaans, but English').to.equal('en');
  });

  it('keeps to the theme that is forced, whatever a UI kit says', async () => {
    const kit = document.createElement('div');
    kit.style.cssText =
      '--cometchat-background-color-01: #fff; --cometchat-text-color-primary: #000';
    document.body.append(kit);
    try {
      const { element } = await showEditor({ theme: 'dark' });
      const alone = getComputedStyle(element).backgroundColor;
      kit.append(element);
      await element.updateComplete;
      expect(getComputedStyle(element).backgroundColor).to.equal(alone);
      element.removeAttribute('theme');
      expect(getComputedStyle(element).backgroundColor).to.equal('rgb(255, 255, 255)');
    } finally {
      kit.remove();
    }
  });

  describe('with a photo', () => {
    it('removes it', async () => {
      const { element, screen } = await showWithPhoto();
      expect(screen.image('Alice').getAttribute('src')).to.equal(photo);
      screen.click('Remove photo');
      await element.updateComplete;
      expect(screen.textbox('Photo URL').value).to.equal('');
      expect(screen.image('Alice').textContent?.trim()).to.equal('A');
      expect(screen.hasButton('Remove photo')).to.equal(false);
      expect(element.changes).to.deep.equal({ avatar: '' });
    });

    it('is not offered to the next user for putting back', async () => {
      const { element, screen, fake } = await showWithPhoto();
      screen.click('Remove photo');
      await element.updateComplete;
      expect(screen.hasButton('Undo')).to.equal(true);
      fake.logIn('bob');
      await element.reload();
      await element.updateComplete;
      expect(screen.textbox('Name').value).to.equal('Bob');
      expect(screen.hasButton('Undo')).to.equal(false);
    });

    it('shows initials where it does not load', async () => {
      const { element, screen } = await showWithPhoto();
      screen.image('Alice').dispatchEvent(new Event('error'));
      await element.updateComplete;
      expect(screen.image('Alice').textContent?.trim()).to.equal('A');
    });

    it('never loads an address that is not allowed', async () => {
      for (const url of [
        'javascript:alert(1)',
        'data:image/png;base64,AA',
        'https://a:b@x.example/',
      ]) {
        const { element, screen, fake } = makeEditor();
        fake.users.set('alice', { uid: 'alice', name: 'Alice', avatar: url });
        const loaded = oneEvent(element, 'profile-loaded');
        document.body.append(element);
        await loaded;
        await element.updateComplete;
        expect(screen.image('Alice').getAttribute('src'), url).to.equal(null);
        element.remove();
      }
    });

    it('shows a new one when its field is left', async () => {
      const { element, screen } = await showEditor();
      screen.type('Photo URL', photo);
      await element.updateComplete;
      expect(screen.image('Alice').getAttribute('src')).to.equal(null);
      screen.leave('Photo URL');
      await element.updateComplete;
      expect(screen.image('Alice').getAttribute('src')).to.equal(photo);
    });
  });

  it('cleans a long text once an edit, however often it is asked for', async () => {
    const { element, screen } = await showEditor();
    const { normalize } = String.prototype;
    let passes = 0;
    Object.assign(String.prototype, {
      normalize(this: string, form?: string): string {
        if (this.length > 5_000) passes += 1;
        return normalize.call(this, form);
      },
    });
    try {
      for (const name of ['Name', 'Status message']) {
        passes = 0;
        screen.type(name, 'می\u200Cخواهم '.repeat(900));
        await element.updateComplete;
        // One that changes something, and one that finds nothing more.
        expect(passes, name).to.equal(2);
        expect(element.checkValidity()).to.equal(false);
        expect(passes, name).to.equal(2);
      }
    } finally {
      Object.assign(String.prototype, { normalize });
    }
  });
});
