import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { scenes, type Scene } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import type { FakeSdk } from '../support/fake-sdk.js';
import { until } from '../support/page.js';
import { screenOf } from '../support/screen.js';
import { texts } from '../support/texts.js';
import { clear, painted, setLook, show, told } from './support.js';

/** What has the focus inside the editor, by the name that a person knows it by. */
function focusOf({ shadowRoot }: CometChatProfileEditor): string | undefined {
  const active = shadowRoot?.activeElement;
  if (!active) return undefined;
  const label = active.id ? shadowRoot?.querySelector(`label[for="${active.id}"]`) : null;
  const name = label?.textContent ?? active.getAttribute('aria-label') ?? active.textContent;
  return name?.trim();
}

/** Shows a state and hands out the server behind it. */
async function showWith(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ editor: CometChatProfileEditor; fake: FakeSdk }> {
  const scene = scenes.find((each) => each.name === name) as Scene;
  let fake: FakeSdk | undefined;
  const editor = await show({
    ...scene,
    attributes: { ...scene.attributes, ...attributes },
    before: (server) => {
      fake = server;
      scene.before?.(server);
    },
  });
  return { editor, fake: fake as FakeSdk };
}

async function press(key: string): Promise<void> {
  await sendKeys({ press: key });
}

/** Where Tab goes from before the editor until it leaves it. */
async function walk(editor: CometChatProfileEditor): Promise<string[]> {
  const before = document.createElement('button');
  const after = document.createElement('button');
  editor.before(before);
  editor.after(after);
  before.focus();
  const stops: string[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await press('Tab');
    if (document.activeElement === after) return stops;
    stops.push(focusOf(editor) ?? 'nothing');
  }
  throw new Error(`Tab does not leave the editor: ${stops.join(', ')}`);
}

const presets = [
  `🟢 ${texts.presetAvailable}`,
  `🔴 ${texts.presetBusy}`,
  `📅 ${texts.presetMeeting}`,
  `☕ ${texts.presetAway}`,
  `🌴 ${texts.presetHoliday}`,
];

describe('by keyboard alone', () => {
  beforeEach(async () => setLook({ name: 'usual' }));
  afterEach(clear);

  for (const isUp of [false, true]) {
    it(`nothing that has the focus is behind what the page keeps in view: ${isUp ? 'up' : 'down'}`, async () => {
      const { editor } = await showWith('ready');
      const bar = (edge: 'top' | 'bottom'): HTMLElement =>
        Object.assign(document.createElement('div'), {
          style: `position: fixed; ${edge}: 0; left: 0; right: 0; height: 80px; background: #ccc`,
        });
      const bars = [bar('top'), bar('bottom')] as const;
      const room = Object.assign(document.createElement('div'), { style: 'height: 2000px' });
      const [before, after] = [room, room.cloneNode()];
      const start = document.createElement('button');
      document.body.append(...bars);
      editor.before(before);
      editor.after(after);
      if (isUp) editor.after(start);
      else before.after(start);
      try {
        await setViewport({ width: 500, height: 320 });
        const stops: string[] = [];
        scrollTo(0, isUp ? document.documentElement.scrollHeight : 0);
        start.focus({ preventScroll: true });
        for (;;) {
          if (isUp) await sendKeys({ down: 'Shift' });
          await press('Tab');
          if (isUp) await sendKeys({ up: 'Shift' });
          const focused = editor.shadowRoot?.activeElement;
          if (!focused) break;
          await painted();
          const { top, bottom } = focused.getBoundingClientRect();
          const name = focusOf(editor) ?? '';
          expect(top, name).to.be.at.least(bars[0].getBoundingClientRect().bottom);
          expect(bottom, name).to.be.at.most(bars[1].getBoundingClientRect().top);
          stops.push(name);
        }
        expect(stops.length).to.be.above(8);
      } finally {
        await setViewport({ width: 800, height: 600 });
        for (const each of [...bars, before, after, start]) (each as Element).remove();
        scrollTo(0, 0);
      }
    });
  }

  it('everything is reached in the order in which it is read', async () => {
    const { editor } = await showWith('ready');
    expect(await walk(editor)).to.deep.equal([
      'Remove photo',
      'Photo URL',
      'Name',
      'Status message',
      'Clear status message',
      ...presets,
      'Save changes',
    ]);
  });

  it('the choice of a conflict and "Try again" come where they are read', async () => {
    const conflict = await walk((await showWith('conflict')).editor);
    expect(conflict.slice(2, 5)).to.deep.equal(['Name', 'Keep mine', 'Use the other']);
    await clear();
    const failed = await walk((await showWith('save-failed')).editor);
    expect(failed.slice(-3)).to.deep.equal(['Discard changes', 'Save changes', 'Try again']);
  });

  it('types, saves with Enter, and stays in the field', async () => {
    const { editor, fake } = await showWith('ready');
    screenOf(editor).textbox('Name').focus();
    await sendKeys({ type: ' L' });
    await press('Enter');
    await until(() => screenOf(editor).status() === 'Profile saved', 'nothing was saved');
    expect(fake.users.get('alice')?.name).to.equal('Alice L');
    expect(focusOf(editor)).to.equal('Name');
    screenOf(editor).textbox('Status message').focus();
    await sendKeys({ type: '!' });
    await press('Enter');
    await until(() => fake.users.get('alice')?.statusMessage === 'Out for tea!', 'no status');
    expect(focusOf(editor)).to.equal('Status message');
  });

  it('the save button keeps the focus while it saves and after', async () => {
    const { editor } = await showWith('edited');
    screenOf(editor).button('Save changes').focus();
    await press('Enter');
    await until(() => screenOf(editor).status() === 'Profile saved', 'nothing was saved');
    await editor.updateComplete;
    expect(focusOf(editor)).to.equal('Save changes');
    expect(screenOf(editor).button('Save changes').getAttribute('aria-disabled')).to.equal('true');
  });

  it('buttons that do nothing for now can be reached, and do nothing', async () => {
    const { editor, fake } = await showWith('ready');
    fake.takeCalls();
    for (const name of ['Save changes']) {
      const button = screenOf(editor).button(name);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.disabled).to.equal(false);
      button.focus();
      await press('Enter');
      await editor.updateComplete;
      expect(focusOf(editor)).to.equal(name);
    }
    expect(fake.takeCalls()).to.deep.equal([]);
  });

  it('a save that fails leaves the focus, and "Try again" hands it on', async () => {
    const { editor, fake } = await showWith('save-failed');
    const screen = screenOf(editor);
    screen.button('Save changes').focus();
    await press('Enter');
    await until(() => editor.state === 'failed', 'it does not fail');
    await editor.updateComplete;
    expect(focusOf(editor)).to.equal('Save changes');
    fake.replace = {};
    await told(editor);
    screen.button('Try again').focus();
    await press('Enter');
    await until(() => screen.status() === 'Profile saved', 'nothing was saved');
    await editor.updateComplete;
    expect(focusOf(editor)).to.equal('Your profile');
  });

  it('the first field with a problem gets the focus', async () => {
    const { editor } = await showWith('edited');
    const screen = screenOf(editor);
    screen.type('Name', '');
    screen.button('Save changes').focus();
    await press('Enter');
    await until(() => focusOf(editor) === 'Name', 'the focus does not go to the name');
    // What is wrong the field tells as it gets the focus; where it is, the form does.
    expect(screen.description('Name')).to.include('Enter your name');
    expect(screen.status()).to.equal('Check these fields: Name.');
  });

  /** What is pressed, in which state, and what has the focus when it is gone. */
  const goers: readonly (readonly [button: string, state: string, then: string])[] = [
    ['Discard changes', 'edited', 'Your profile'],
    ['Remove photo', 'ready', 'Undo'],
    ['Clear status message', 'ready', 'Status message'],
    ['Keep mine', 'conflict', 'Name'],
    ['Use the other', 'conflict', 'Name'],
    ['Cancel', 'offline', 'Your profile'],
    ['Cancel', 'rate-limited', 'Your profile'],
    ['Try again', 'load-failed', 'Your profile'],
    ['🟢 Available', 'ready', '🟢 Available'],
  ];
  for (const [name, state, then] of goers) {
    it(`the focus is not lost by "${name}" in the state "${state}"`, async () => {
      const { editor, fake } = await showWith(state, { 'hidden-fields': '' });
      fake.replace = {};
      const buttons = [...(editor.shadowRoot?.querySelectorAll('button') ?? [])];
      const button = buttons.find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === name,
      );
      button?.focus();
      expect(focusOf(editor)).to.equal(name);
      await press('Enter');
      await until(
        () => focusOf(editor) === then && editor.state === 'ready',
        () => `the focus is at "${focusOf(editor)}", ${editor.state}`,
      );
      expect(document.activeElement).to.equal(editor);
      expect(editor.shadowRoot?.activeElement?.isConnected).to.equal(true);
    });
  }
});
