import { expect, oneEvent } from '@open-wc/testing';
import { CometChatProfileEditor, type ProfileErrorEvent } from '../../src/index.js';
import type { InitialProfile } from '../../src/profile.js';
import { settled } from '../support/deferred.js';
import { createFakeSdk } from '../support/fake-sdk.js';
import { screenOf } from '../support/screen.js';
import { makeEditor, photo, removeEditors, showEditor, type Shown } from './support.js';

describe('the element', () => {
  afterEach(removeEditors);

  it('has the documented attributes', () => {
    const { element } = makeEditor({
      'app-id': 'app',
      region: 'us',
      'auth-token': 'token',
      'auth-token-url': '/token',
      'on-other-session': 'use',
      'client-host': 'a.example',
      'admin-host': 'b.example',
      presence: '',
      'initial-profile': '{"uid":"alice","name":"Ann"}',
      loading: 'lazy',
      'hidden-fields': 'name',
      'readonly-fields': 'avatar',
      'status-max-length': '10',
      'no-draft': '',
      'no-host-sync': '',
      'no-photo-url': '',
      theme: 'dark',
    });
    expect(element).to.include({
      appId: 'app',
      region: 'us',
      authToken: 'token',
      authTokenUrl: '/token',
      onOtherSession: 'use',
      clientHost: 'a.example',
      adminHost: 'b.example',
      presence: true,
      loading: 'lazy',
      hiddenFields: 'name',
      readonlyFields: 'avatar',
      statusMaxLength: 10,
      noDraft: true,
      noHostSync: true,
      noPhotoUrl: true,
      theme: 'dark',
    });
    expect(element.initialProfile).to.deep.equal({ uid: 'alice', name: 'Ann' });
  });

  it('takes "false" as false in every boolean attribute', () => {
    const names = ['presence', 'preview', 'no-draft', 'no-host-sync', 'no-photo-url'];
    const given = (text: string) => Object.fromEntries(names.map((name) => [name, text]));
    const flags = ['presence', 'preview', 'noDraft', 'noHostSync', 'noPhotoUrl'];
    const all = (value: boolean) => Object.fromEntries(flags.map((flag) => [flag, value]));
    const [off, on] = [all(false), all(true)];
    const element = document.createElement('cometchat-profile-editor');
    for (const text of ['false', '', 'true']) {
      for (const [name, value] of Object.entries(given(text))) element.setAttribute(name, value);
      expect(element, text).to.include(text === 'false' ? off : on);
    }
    for (const name of names) element.removeAttribute(name);
    expect(element).to.include(off);
  });

  it('takes the text "false" as false in a property, too', async () => {
    const { element } = await showEditor();
    Object.assign(element, { preview: 'false' });
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part="preview"]')).to.equal(null);
    element.preview = true;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part="preview"]')).not.to.equal(null);
  });

  it('reflects a theme, and nothing that is none', async () => {
    const { element } = await showEditor();
    element.theme = 'dark';
    await element.updateComplete;
    expect(element.getAttribute('theme')).to.equal('dark');
    for (const theme of [5, {}, Symbol('dark'), 'blue']) {
      Object.assign(element, { theme });
      await element.updateComplete;
      expect(element.hasAttribute('theme')).to.equal(false);
    }
  });

  it('gives values that cannot be written to', async () => {
    const { element, screen } = await showEditor();
    screen.type('Name', 'Ann');
    for (const values of [element.profile, element.draft, element.changes]) {
      expect(Reflect.set(values ?? {}, 'name', 'written')).to.equal(false);
    }
    expect(element.profile?.name).to.equal('Alice');
    expect(element.draft.name).to.equal('Ann');
    expect(element.changes).to.deep.equal({ name: 'Ann' });
  });

  it('goes back to the defaults when attributes are taken away', async () => {
    const { element, screen } = await showEditor({
      'hidden-fields': 'name',
      'readonly-fields': 'status-message',
      'status-max-length': '3',
      'on-other-session': 'use',
      'auth-token': 'token-alice',
    });
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    await element.updateComplete;
    expect(screen.textbox('Name').value).to.equal('Alice');
    expect(screen.textbox('Status message').readOnly).to.equal(false);
    screen.type('Status message', 'Longer than three');
    expect(element.checkValidity()).to.equal(true);
    expect(element).to.include({ onOtherSession: 'stop', authToken: '', statusMaxLength: 150 });
  });

  async function showAndListen(attributes: Readonly<Record<string, string>>) {
    const shown = makeEditor(attributes);
    const told: (readonly string[])[] = [];
    shown.element.addEventListener('profile-error', ({ error, phase }) => {
      expect(error.code).to.equal('invalid-config');
      expect(phase).to.equal('connect');
      told.push(error.subject);
    });
    const loaded = oneEvent(shown.element, 'profile-loaded');
    document.body.append(shown.element);
    await loaded;
    await shown.element.updateComplete;
    return { ...shown, told };
  }

  function expectStatusLimit({ element, screen }: Shown, limit: number): void {
    screen.type('Status message', 'x'.repeat(limit));
    expect(element.checkValidity()).to.equal(true);
    screen.type('Status message', 'x'.repeat(limit + 1));
    expect(element.checkValidity()).to.equal(false);
  }

  it('says that a number makes no sense, and goes by the default', async () => {
    for (const text of ['abc', '-3', '0', '1,5']) {
      const shown = await showAndListen({ 'status-max-length': text, 'avatar-size': text });
      expect(shown.told, text).to.deep.equal([['status-max-length', 'avatar-size']]);
      expectStatusLimit(shown, 150);
    }
    const unset = await showAndListen({ 'status-max-length': '', 'avatar-size': '' });
    expect(unset.told).to.deep.equal([]);
    expectStatusLimit(unset, 150);
  });

  it('says that a number is more than can be, and goes as far as that', async () => {
    const shown = await showAndListen({ 'status-max-length': '1e9', 'avatar-size': '4097' });
    expect(shown.told).to.deep.equal([['status-max-length.1000000000', 'avatar-size.4097']]);
    expectStatusLimit(shown, 10_000);
  });

  it('says that a word is none of those it knows', async () => {
    for (const [name, slip, good] of [
      ['theme', 'drak', 'dark'],
      ['loading', 'lasy', 'eager'],
      ['on-other-session', 'Switch', 'switch'],
    ] as const) {
      const { element, told } = await showAndListen({ [name]: slip });
      expect(told, name).to.deep.equal([[name]]);
      element.setAttribute(name, good);
      await element.updateComplete;
      element.removeAttribute(name);
      await element.updateComplete;
      expect(told.length, name).to.equal(1);
    }
  });

  it('takes properties that were set before the tag was defined', async () => {
    class LateEditor extends CometChatProfileEditor {}
    const early = document.createElement('late-profile-editor') as LateEditor;
    const fake = createFakeSdk({ appId: 'app', uid: 'alice' });
    Object.assign(early, { sdk: fake.sdk, noDraft: true, hiddenFields: 'avatar', lang: 'en' });
    document.body.append(early);
    const loaded = oneEvent(early, 'profile-loaded');
    try {
      customElements.define('late-profile-editor', LateEditor);
      await loaded;
      await early.updateComplete;
      expect(Object.keys(early)).not.to.include('hiddenFields');
      expect(screenOf(early).textbox('Name').value).to.equal('Alice');
      expect(early.shadowRoot?.querySelector('#avatar')).to.equal(null);
    } finally {
      early.remove();
    }
  });

  it('shows nothing to do until it is told where to connect', async () => {
    const { element, screen } = makeEditor();
    element.sdk = undefined;
    document.body.append(element);
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(element.matches(':state(idle)')).to.equal(true);
    expect(screen.textbox('Name').disabled).to.equal(true);
    expect(element.profile).to.equal(undefined);
    expect(element.error).to.equal(undefined);
  });

  it('shows its states to style sheets', async () => {
    const { element, screen, fake } = await showEditor();
    expect(element.matches(':state(ready):state(shared-session)')).to.equal(true);
    expect(element.matches(':state(dirty)')).to.equal(false);
    screen.type('Name', 'Ann');
    await element.updateComplete;
    expect(element.matches(':state(ready):state(dirty)')).to.equal(true);
    fake.replace.updateCurrentUserDetails = () => Promise.reject({ code: 'ERR_BAD_REQUEST' });
    const saved = element.save();
    await settled();
    await element.updateComplete;
    expect(await saved).to.equal(false);
    expect(element.matches(':state(failed):state(dirty)')).to.equal(true);
    expect(element.matches(':state(ready)')).to.equal(false);
    expect(element.error?.code).to.equal('rejected');
  });

  it('is filled and editable with what the page knows', async () => {
    const { element, screen } = makeEditor({ 'initial-profile': '{"name":"Ann"}' });
    element.sdk = undefined;
    document.body.append(element);
    await element.updateComplete;
    expect(screen.textbox('Name')).to.include({ value: 'Ann', disabled: false });
    screen.type('Name', 'Anna');
    expect(element.draft.name).to.equal('Anna');
    expect(element.changes).to.deep.equal({ name: 'Anna' });
    expect(element.profile, 'only ever what the server said').to.equal(undefined);
  });

  it('says that an initial profile is no JSON, and goes on without', async () => {
    const { element, screen } = makeEditor({ 'initial-profile': '{name: Ann}' });
    const failed = oneEvent<ProfileErrorEvent>(element, 'profile-error');
    const loaded = oneEvent(element, 'profile-loaded');
    document.body.append(element);
    const { error, phase } = await failed;
    expect(error).to.include({ code: 'invalid-config', message: 'invalid-config initial-profile' });
    expect(phase).to.equal('connect');
    expect(error.message).not.to.include('Ann');
    await loaded;
    await element.updateComplete;
    expect(screen.textbox('Name').value).to.equal('Alice');
  });

  it('is not put out by an initial profile of the wrong kind', async () => {
    for (const profile of ['7', '"Ann"', '[]', 'true', '{}', '{"name":7}']) {
      const { element, screen } = await showEditor({ 'initial-profile': profile });
      expect(screen.textbox('Name').value, profile).to.equal('Alice');
      element.remove();
    }
  });

  it('takes it for nothing special that there is no initial profile', async () => {
    const { element } = await showEditor({ 'initial-profile': '{"name":"Ann"}' });
    const errors: Event[] = [];
    element.addEventListener('profile-error', (event) => errors.push(event));
    element.removeAttribute('initial-profile');
    await element.updateComplete;
    element.setAttribute('initial-profile', '');
    await element.updateComplete;
    element.initialProfile = null as unknown as InitialProfile;
    await element.updateComplete;
    expect(errors).to.deep.equal([]);
    expect(element.state).to.equal('ready');
  });

  it('has nothing to focus before it is in the document', () => {
    const { element } = makeEditor();
    element.focus();
    expect(document.activeElement).not.to.equal(element);
  });

  it('with loading="lazy" asks for nothing until it comes near', async () => {
    const spacer = document.createElement('div');
    spacer.style.blockSize = '5000px';
    document.body.append(spacer);
    try {
      const { element, fake } = makeEditor({ loading: 'lazy' });
      fake.takeCalls();
      document.body.append(element);
      await element.updateComplete;
      // Observers are told of the first sight within two frames.
      for (let frame = 0; frame < 3; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      expect(element.state).to.equal('idle');
      expect(fake.takeCalls()).to.deep.equal([]);
      const loaded = oneEvent(element, 'profile-loaded');
      element.scrollIntoView();
      await loaded;
      expect(element.profile?.name).to.equal('Alice');
    } finally {
      spacer.remove();
    }
  });

  it('with loading="lazy" may be told to load after all', async () => {
    const { element } = makeEditor({ loading: 'lazy' });
    const loaded = oneEvent(element, 'profile-loaded');
    document.body.append(element);
    element.loading = 'eager';
    await loaded;
    expect(element.state).to.equal('ready');
  });

  it('replaces single texts, and fills their placeholders', async () => {
    const { element, screen } = await showEditor({ 'status-max-length': '5' });
    element.messages = { save: 'Keep', statusTooLong: 'No more than {limit}, {who}' };
    await element.updateComplete;
    expect(screen.hasButton('Keep')).to.equal(true);
    screen.type('Status message', '123456');
    await element.updateComplete;
    expect(screen.hasButton('Discard changes')).to.equal(true);
    expect(await element.save()).to.equal(false);
    await element.updateComplete;
    expect(screen.description('Status message')).to.include('No more than 5, {who}');
  });

  it('keeps edits, focus and session when it is moved', async () => {
    const { element, screen, fake } = await showEditor();
    screen.type('Name', 'Typed');
    fake.takeCalls();
    const section = document.createElement('section');
    document.body.append(section);
    section.append(element);
    await settled();
    await element.updateComplete;
    expect(element.state).to.equal('ready');
    expect(screen.textbox('Name').value).to.equal('Typed');
    expect(fake.takeCalls()).to.deep.equal([]);
    section.remove();
  });

  it('shows the photo after it was removed while an address was being typed', async () => {
    const { element, screen } = await showEditor();
    screen.type('Photo URL', photo);
    element.remove();
    await settled();
    const loaded = oneEvent(element, 'profile-loaded');
    document.body.append(element);
    await loaded;
    await element.updateComplete;
    expect(screen.image('Alice').getAttribute('src')).to.equal(photo);
  });

  it('reads again with reload(), and discards with reset()', async () => {
    const { element, screen, fake } = await showEditor();
    screen.type('Status message', 'Mine');
    fake.users.set('alice', { uid: 'alice', name: 'Alicia' });
    await element.reload();
    await element.updateComplete;
    expect(screen.textbox('Name').value).to.equal('Alicia');
    expect(element.hasUnsavedChanges).to.equal(true);
    element.reset();
    await element.updateComplete;
    expect(screen.textbox('Status message').value).to.equal('');
    expect(element.hasUnsavedChanges).to.equal(false);
  });
});
