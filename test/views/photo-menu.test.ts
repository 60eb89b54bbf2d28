import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CometChatProfileEditor } from '../../src/index.js';
import { focusOf, makeEditor, photo, removeEditors, showEditor, type Shown } from './support.js';

const menuOf = ({ element }: Shown): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>('[role="menu"]');

const itemsOf = (shown: Shown): string[] =>
  [...(menuOf(shown)?.querySelectorAll('[role="menuitem"]') ?? [])].map((item) =>
    (item.textContent ?? '').trim(),
  );

/** An editor with uploads, of somebody with a photo. */
async function showWithUploads(
  attributes: Readonly<Record<string, string>> = {},
  properties: Partial<CometChatProfileEditor> = {},
): Promise<Shown> {
  const shown = makeEditor({ 'avatar-upload-url': '/upload', ...attributes });
  const { element, fake } = shown;
  Object.assign(element, properties);
  fake.users.set('alice', { uid: 'alice', name: 'Alice', avatar: photo });
  const loaded = oneEvent(element, 'profile-loaded');
  document.body.append(element);
  await loaded;
  await element.updateComplete;
  return shown;
}

async function openMenu(shown: Shown, key?: string): Promise<void> {
  const button = shown.screen.button('Change photo');
  if (key) {
    button.focus();
    await sendKeys({ press: key });
  } else button.click();
  await shown.element.updateComplete;
  // The focus follows the drawing.
  await shown.element.updateComplete;
}

/** A drag of a file, as the page gets it. */
function drag(type: string, target: EventTarget, options: DragEventInit = {}): DragEvent {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['x'], 'me.png', { type: 'image/png' }));
  const event = new DragEvent(type, {
    dataTransfer,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...options,
  });
  target.dispatchEvent(event);
  return event;
}

describe('the photo menu', () => {
  afterEach(() => {
    removeEditors();
    for (const each of document.querySelectorAll('dialog')) each.remove();
  });

  it('is a menu button that says so, and is there only where photos can be uploaded', async () => {
    const shown = await showWithUploads();
    const button = shown.screen.button('Change photo');
    expect(button.getAttribute('aria-haspopup')).to.equal('menu');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(menuOf(shown)).to.equal(null);
    await openMenu(shown);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(menuOf(shown)?.getAttribute('aria-label')).to.equal('Change photo');
    await expect(shown.element).to.be.accessible();
    const plain = await showEditor();
    expect(plain.screen.hasButton('Change photo')).to.equal(false);
    expect(plain.element.shadowRoot?.querySelector('.badge')).to.equal(null);
  });

  it('offers what the page allows', async () => {
    const all = await showWithUploads();
    await openMenu(all);
    const withCamera = ['Upload a photo…', 'Take a photo…', 'Use a web address…', 'Remove photo'];
    const hasCamera = Boolean(globalThis.navigator.mediaDevices?.getUserMedia);
    const expected = withCamera.filter((item) => hasCamera || item !== 'Take a photo…');
    expect(itemsOf(all)).to.deep.equal(expected);
    const noAddress = await showWithUploads({ 'no-photo-url': '' });
    await openMenu(noAddress);
    expect(itemsOf(noAddress)).not.to.include('Use a web address…');
    const readonly = await showWithUploads({ 'readonly-fields': 'avatar' });
    expect(readonly.screen.hasButton('Change photo')).to.equal(false);
    expect(readonly.screen.hasButton('Remove photo')).to.equal(false);
  });

  for (const [key, first] of [
    ['Enter', 'Upload a photo…'],
    [' ', 'Upload a photo…'],
    ['ArrowDown', 'Upload a photo…'],
    ['ArrowUp', 'Remove photo'],
  ] as const) {
    it(`is opened by "${key}"`, async () => {
      const shown = await showWithUploads();
      await openMenu(shown, key);
      expect(focusOf(shown)).to.equal(first);
    });
  }

  it('is walked through by arrows, Home, End and first letters', async () => {
    const shown = await showWithUploads();
    await openMenu(shown, 'ArrowDown');
    const seen: (string | undefined)[] = [];
    for (const key of ['ArrowUp', 'ArrowDown', 'End', 'Home', 'r', 'u', 'u', 'x']) {
      await sendKeys({ press: key });
      seen.push(focusOf(shown));
    }
    expect(seen).to.deep.equal([
      'Remove photo',
      'Upload a photo…',
      'Remove photo',
      'Upload a photo…',
      'Remove photo',
      'Upload a photo…',
      'Use a web address…',
      'Use a web address…',
    ]);
  });

  it('keeps its keys from the page', async () => {
    const shown = await showWithUploads();
    await openMenu(shown, 'ArrowDown');
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['ArrowDown', 'r', 'Home', 'Escape']) await sendKeys({ press: key });
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
  });

  it('is closed by Escape, which leaves a dialog of the page open, and gives the focus back', async () => {
    const shown = await showWithUploads();
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(shown.element);
    dialog.showModal();
    await shown.element.updateComplete;
    await openMenu(shown, 'ArrowDown');
    await sendKeys({ press: 'Escape' });
    await shown.element.updateComplete;
    expect(menuOf(shown)).to.equal(null);
    expect(dialog.open).to.equal(true);
    expect(focusOf(shown)).to.equal('Change photo');
    await sendKeys({ press: 'Escape' });
    expect(dialog.open, 'the second one is the page’s').to.equal(false);
  });

  it('is closed by Tab, which goes on, and by a press elsewhere', async () => {
    const shown = await showWithUploads();
    await openMenu(shown, 'ArrowDown');
    await sendKeys({ press: 'Tab' });
    await shown.element.updateComplete;
    expect(menuOf(shown)).to.equal(null);
    await openMenu(shown);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await shown.element.updateComplete;
    expect(menuOf(shown)).to.equal(null);
    await openMenu(shown);
    await openMenu(shown);
    expect(menuOf(shown), 'its own button').to.equal(null);
  });

  it('opens from the photo, too, for a mouse or a finger, without another stop for Tab', async () => {
    const shown = await showWithUploads();
    const badge = shown.element.shadowRoot?.querySelector<HTMLElement>('.badge');
    expect([badge?.tabIndex, badge?.getAttribute('aria-hidden')]).to.deep.equal([-1, 'true']);
    badge?.click();
    await shown.element.updateComplete;
    expect(menuOf(shown)).not.to.equal(null);
  });

  it('has the system’s dialog for files opened', async () => {
    const shown = await showWithUploads();
    const input = shown.element.shadowRoot?.querySelector<HTMLInputElement>('[type="file"]');
    let clicks = 0;
    input?.addEventListener('click', (event) => {
      event.preventDefault();
      clicks += 1;
    });
    await shown.screen.choose('Upload a photo…');
    expect(clicks).to.equal(1);
    await shown.element.updateComplete;
    expect(menuOf(shown)).to.equal(null);
  });

  it('shows the field for an address to who wants it, and to nobody after them', async () => {
    const shown = await showWithUploads();
    const { element, screen, fake } = shown;
    expect(() => screen.textbox('Photo URL')).to.throw();
    await screen.choose('Use a web address…');
    await element.updateComplete;
    expect(focusOf(shown)).to.equal('avatar');
    fake.logIn('bob');
    await element.reload();
    await element.updateComplete;
    expect(screen.textbox('Name').value).to.equal('Bob');
    expect(() => screen.textbox('Photo URL')).to.throw();
  });

  it('removes the photo, and leaves the focus where it can be used', async () => {
    const shown = await showWithUploads();
    await shown.screen.choose('Remove photo');
    await shown.element.updateComplete;
    expect(shown.element.changes).to.deep.equal({ avatar: '' });
    expect(focusOf(shown)).to.equal('Change photo');
  });

  it('does nothing while a photo is being looked at', async () => {
    const shown = await showWithUploads();
    drag('drop', shown.element.shadowRoot?.querySelector('form') as Element);
    await shown.element.updateComplete;
    const button = shown.screen.button('Change photo');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    await aTimeout(0);
    expect(menuOf(shown)).to.equal(null);
  });
});

describe('the place to drop a photo', () => {
  afterEach(removeEditors);

  const targetOf = ({ element }: Shown): Element | null | undefined =>
    element.shadowRoot?.querySelector('.drop');

  it('shows while a file is dragged over the page, and takes it anywhere on the form', async () => {
    const shown = await showWithUploads();
    expect(targetOf(shown)).to.equal(null);
    drag('dragenter', document.body);
    await shown.element.updateComplete;
    expect(targetOf(shown)?.textContent).to.contain('Change photo');
    const form = shown.element.shadowRoot?.querySelector('form') as Element;
    expect(drag('dragover', form).defaultPrevented).to.equal(true);
    drag('dragleave', form, { relatedTarget: document.body });
    await shown.element.updateComplete;
    expect(targetOf(shown), 'still over the page').not.to.equal(null);
    drag('dragleave', document.body);
    await shown.element.updateComplete;
    expect(targetOf(shown)).to.equal(null);
    drag('dragenter', document.body);
    drag('drop', document.body);
    await shown.element.updateComplete;
    expect(targetOf(shown), 'dropped elsewhere').to.equal(null);
  });

  it('does not show where nothing can be uploaded, nor for a text', async () => {
    const plain = await showEditor();
    const shown = await showWithUploads();
    drag('dragenter', document.body);
    await plain.element.updateComplete;
    expect(targetOf(plain)).to.equal(null);
    drag('dragend', document.body);
    const text = new DataTransfer();
    text.setData('text/plain', 'Hello');
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: text, bubbles: true }));
    await shown.element.updateComplete;
    expect(targetOf(shown)).to.equal(null);
  });
});
