import { expect, waitUntil } from '@open-wc/testing';
import { removeEditors, showEditor, type Shown } from './support.js';

const inShadow = ({ element }: Shown, selector: string): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>(selector);

describe('what the form tells', () => {
  let timers: { run: () => void; delay: number }[] = [];
  const { setTimeout: own } = window;

  /** Keeps what is to happen in 150 and 300 milliseconds until it is run by hand. */
  function holdTimers(): void {
    timers = [];
    window.setTimeout = ((run: () => void, delay = 0) => {
      if (delay !== 150 && delay !== 300) return own(run, delay);
      timers.push({ run, delay });
      return -timers.length;
    }) as typeof window.setTimeout;
  }

  afterEach(() => {
    window.setTimeout = own;
    removeEditors();
  });

  const isHeld = (shown: Shown): boolean => inShadow(shown, '.say > .line')?.ariaHidden === 'true';

  it('is held back while the focus moves, and is there then', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    screen.type('Name', 'Alix');
    await waitUntil(() => screen.status() === 'Unsaved changes');
    await waitUntil(() => !isHeld(shown));
    screen.button('Discard changes').focus();
    screen.click('Discard changes');
    await element.updateComplete;
    const text = inShadow(shown, '.say > .spoken');
    expect([text?.textContent.trim(), text?.ariaHidden]).to.deep.equal(['No changes yet', 'true']);
    await waitUntil(() => text?.ariaHidden === null);
    expect(text?.textContent.trim()).to.equal('No changes yet');
  });

  it('waits for whoever types', async () => {
    const shown = await showEditor();
    const { screen } = shown;
    screen.textbox('Name').focus();
    holdTimers();
    screen.type('Name', 'Alix');
    await waitUntil(() => screen.status() === 'Unsaved changes');
    await waitUntil(() => timers.some(({ delay }) => delay === 150));
    expect(isHeld(shown)).to.equal(true);
    timers = [];
    screen.textbox('Name').dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    expect(timers.map(({ delay }) => delay)).to.deep.equal([300]);
    expect(isHeld(shown)).to.equal(true);
    timers[0]?.run();
    expect(isHeld(shown)).to.equal(false);
    screen.textbox('Name').dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }));
    expect(timers.length, 'there is nothing to wait for').to.equal(1);
  });

  it('is never the same twice, which would be taken for the same event', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    screen.textbox('Name').focus();
    screen.type('Name', '');
    const texts: (string | undefined)[] = [];
    for (let time = 0; time < 3; time += 1) {
      expect(await element.save()).to.equal(false);
      await element.updateComplete;
      await waitUntil(() => inShadow(shown, '.say > .line') && !isHeld(shown));
      texts.push(inShadow(shown, '.say > .line > span')?.textContent);
    }
    const text = 'Name: Enter your name.';
    expect(texts).to.deep.equal([text, `${text}\u00a0`, text]);
  });

  it('comes one after another', async () => {
    const shown = await showEditor();
    const { screen } = shown;
    screen.textbox('Name').focus();
    await waitUntil(() => inShadow(shown, '#name-error'));
    holdTimers();
    screen.click('🔴 Busy');
    const news = (): HTMLElement | null | undefined =>
      inShadow(shown, '.actions > .spoken > span:not(:empty)');
    await waitUntil(() => news());
    const held = (): unknown[] => [isHeld(shown), news()?.ariaHidden];
    expect(held()).to.deep.equal([true, 'true']);
    timers.at(-1)?.run();
    expect(held()).to.deep.equal([false, 'true']);
    timers.at(-1)?.run();
    expect(held()).to.deep.equal([false, null]);
  });

  it('comes with its buttons, unless one of them has the focus', async () => {
    const shown = await showEditor();
    const { element, fake, screen } = shown;
    fake.replace.updateCurrentUserDetails = () => Promise.reject({ code: 'ERR_NO_ACCESS' });
    screen.type('Name', 'Alix');
    expect(await element.save()).to.equal(false);
    await waitUntil(() => inShadow(shown, '.alert .notice'));
    const box = inShadow(shown, '.alert .notice');
    expect(box?.inert).to.equal(true);
    await waitUntil(() => box?.inert === false);
    screen.button('Try again').focus();
    element.messages = { failedSave: 'Nothing was saved.' };
    const text = box?.querySelector('p');
    await waitUntil(() => text?.textContent.includes('Nothing was saved.'));
    expect([box?.inert, text?.ariaHidden]).to.deep.equal([false, 'true']);
    await waitUntil(() => text?.ariaHidden === null);
  });

  it('is not held back any longer in a form that the page takes away', async () => {
    const shown = await showEditor();
    const { element, screen } = shown;
    holdTimers();
    screen.type('Name', 'Alix');
    await waitUntil(() => isHeld(shown));
    element.remove();
    expect(isHeld(shown)).to.equal(false);
  });
});
