import { expect, waitUntil } from '@open-wc/testing';
import { createDeferred } from '../support/deferred.js';
import { removeEditors, showEditor, type Shown } from './support.js';

/** What is seen in the line that tells how it stands, beside the buttons. */
function footOf({ element, screen }: Shown): { says: string; buttons: string[] } {
  const actions = element.shadowRoot?.querySelector('[part="actions"]');
  const buttons = [...(actions?.querySelectorAll('button') ?? [])];
  return { says: screen.status(), buttons: buttons.map((each) => each.textContent.trim()) };
}

describe('the foot', () => {
  afterEach(removeEditors);

  it('tells how it stands, with the buttons that make sense', async () => {
    const shown = await showEditor();
    const { element, screen, fake } = shown;
    expect(footOf(shown).buttons).to.deep.equal(['Save changes']);
    expect(footOf(shown).says, 'where it took its time').to.be.oneOf(['', 'Your profile']);
    expect(screen.button('Save changes').getAttribute('aria-describedby')).to.equal('unchanged');
    expect(element.shadowRoot?.getElementById('unchanged')?.textContent).to.equal('No changes yet');
    screen.type('Name', 'Ann');
    await element.updateComplete;
    const edited = { says: 'Unsaved changes', buttons: ['Discard changes', 'Save changes'] };
    expect(footOf(shown)).to.deep.equal(edited);
    expect(screen.button('Save changes').hasAttribute('aria-describedby')).to.equal(false);
    const held = createDeferred<unknown>();
    fake.replace.updateCurrentUserDetails = (user) =>
      held.promise.then(() => Object.assign({}, fake.stored, user as object));
    const saved = element.save();
    await element.updateComplete;
    expect(footOf(shown)).to.deep.equal({
      says: 'Saving…',
      buttons: ['Discard changes', 'Saving…'],
    });
    held.resolve(undefined);
    await saved;
    await element.updateComplete;
    expect(footOf(shown)).to.deep.equal({
      says: 'Profile saved',
      buttons: ['Undo', 'Save changes'],
    });
    expect(element.shadowRoot?.getElementById('unchanged')?.textContent).to.equal('');
    screen.type('Name', 'Anna');
    await element.updateComplete;
    expect(footOf(shown)).to.deep.equal(edited);
    screen.click('Discard changes');
    await element.updateComplete;
    // Nobody sees it: the fields show it.
    expect(footOf(shown)).to.deep.equal({ says: 'No changes yet', buttons: ['Save changes'] });
  });

  it('tells of a save only once it takes its time', async () => {
    const { element, screen, fake } = await showEditor();
    const held = createDeferred<unknown>();
    fake.replace.updateCurrentUserDetails = () => held.promise;
    screen.type('Name', 'Ann');
    const saved = element.save();
    await waitUntil(() => screen.status() === 'Saving…');
    const line = element.shadowRoot?.querySelector('[role="status"] > *');
    expect(line?.checkVisibility({ visibilityProperty: true }), 'at first').to.equal(false);
    await waitUntil(() => line?.checkVisibility({ visibilityProperty: true }));
    expect(screen.status()).to.equal('Saving…');
    held.resolve(fake.stored);
    await saved;
  });

  it('lets the focus go before the button that clears the status', async () => {
    const { element, screen } = await showEditor();
    const button = screen.button('Clear status message');
    const isThere = (): boolean => button.checkVisibility({ visibilityProperty: true });
    button.focus();
    button.click();
    const box = screen.textbox('Status message');
    await waitUntil(() => element.shadowRoot?.activeElement === box);
    expect([box.value, isThere()]).to.deep.equal(['', true]);
    await waitUntil(() => !isThere());
    screen.type('Status message', 'Back');
    await element.updateComplete;
    expect(isThere()).to.equal(true);
  });

  it('has no buttons where nothing can be edited', async () => {
    const shown = await showEditor({
      'hidden-fields': 'avatar',
      'readonly-fields': 'name status-message',
    });
    expect(footOf(shown).buttons).to.deep.equal([]);
    shown.element.readonlyFields = 'name';
    await shown.element.updateComplete;
    expect(footOf(shown).buttons).to.deep.equal(['Save changes']);
  });

  it('has the page say who manages what cannot be edited', async () => {
    const { element, screen } = await showEditor({ 'readonly-fields': 'name' });
    expect(screen.description('Name').trim()).to.equal('');
    element.messages = { readonlyHint: 'Managed by your school' };
    await element.updateComplete;
    expect(screen.description('Name').trim()).to.equal('Managed by your school');
    expect(screen.description('Status message').trim()).to.equal('');
  });

  it('can be kept in view by the page', async () => {
    const { element } = await showEditor();
    const style = document.createElement('style');
    style.textContent = `cometchat-profile-editor::part(actions) { position: sticky; inset-block-end: 0 }
      body { block-size: 3000px }`;
    document.head.append(style);
    element.style.marginBlockStart = `${innerHeight - 150}px`;
    scrollTo(0, 0);
    const { bottom } =
      element.shadowRoot?.querySelector('[part="actions"]')?.getBoundingClientRect() ??
      new DOMRect();
    style.remove();
    expect(bottom).to.be.closeTo(innerHeight, 1);
  });
});

describe('the head', () => {
  afterEach(removeEditors);

  const linesOf = ({ element }: Shown): string[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.lines > :not([hidden])') ?? [])].map(
      (line) => line.textContent?.trim() ?? '',
    );

  it('shows the person as others will, while it is typed', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    expect(linesOf(shown)).to.deep.equal(['Alice', 'Here']);
    screen.type('Name', ' Ann ');
    screen.type('Status message', '');
    await element.updateComplete;
    expect(linesOf(shown)).to.deep.equal(['Ann', 'No status']);
    screen.type('Name', ' ');
    await element.updateComplete;
    expect(linesOf(shown)).to.deep.equal(['Your name', 'No status']);
  });

  it('shows nothing that is hidden, and is read by nobody twice', async () => {
    const shown = await showEditor({ 'hidden-fields': 'name' });
    expect(linesOf(shown)).to.deep.equal(['Here']);
    expect(shown.element.shadowRoot?.querySelector('.lines')?.getAttribute('aria-hidden')).to.equal(
      'true',
    );
    const without = await showEditor({ 'hidden-fields': 'avatar' });
    expect(without.element.shadowRoot?.querySelector('.head')).to.equal(null);
  });
});

describe('the status field', () => {
  afterEach(removeEditors);

  it('is one line, grows with its text, and scrolls at last', async () => {
    const { element, screen } = await showEditor();
    const box = screen.textbox('Status message');
    const height = async (text: string): Promise<number> => {
      screen.type('Status message', text);
      await element.updateComplete;
      return box.getBoundingClientRect().height;
    };
    const one = await height('Here');
    expect(await height('')).to.equal(one);
    const three = await height('Here\nand\nthere');
    expect(three).to.be.greaterThan(one + 20);
    expect(box.scrollHeight).to.be.at.most(box.clientHeight + 1);
    const many = await height('line\n'.repeat(40));
    expect(many).to.be.lessThan(200);
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    expect(await height('Here')).to.equal(one);
  });

  it('has its text beside the button that clears it, in either direction', async () => {
    for (const [dir, text] of [
      ['ltr', 'Here'],
      ['ltr', 'في اجتماع'],
      ['rtl', 'Here'],
      ['rtl', 'في اجتماع'],
    ] as const) {
      const { element, screen } = await showEditor();
      element.dir = dir;
      screen.type('Status message', text);
      await waitUntil(() => element.shadowRoot?.querySelector('form')?.dir === dir);
      await element.updateComplete;
      const box = screen.textbox('Status message');
      const inner = box.getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(box);
      const button = screen.button('Clear status message').getBoundingClientRect();
      const left = inner.left + parseFloat(paddingLeft);
      const right = inner.right - parseFloat(paddingRight);
      expect(button.left >= right || button.right <= left, `${text} in ${dir}`).to.equal(true);
      removeEditors();
    }
  });
});
