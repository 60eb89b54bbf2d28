import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { Scene } from '../../demo/states-scenes.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { createDeferred } from '../support/deferred.js';
import type { FakeSdk } from '../support/fake-sdk.js';
import { until } from '../support/page.js';
import { screenOf } from '../support/screen.js';
import { clear, emulate, setLook, show, told } from './support.js';

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Role, name, value, states and description of everything, as a screen reader goes through it. */
function speak({ shadowRoot }: CometChatProfileEditor): string[] {
  const all = [
    ...(shadowRoot?.querySelectorAll<HTMLElement>(
      'form, [role], img, input:not([hidden]), textarea, button, figure',
    ) ?? []),
  ];
  return all.filter((each) => !each.closest('[aria-hidden="true"]')).map(speakOne);
}

function speakOne(element: HTMLElement): string {
  const root = element.getRootNode() as ShadowRoot;
  const roles: Record<string, string> = { input: 'textbox', textarea: 'textbox', img: 'image' };
  const role = (
    element.getAttribute('role') ??
    roles[element.localName] ??
    element.localName
  ).replace('img', 'image');
  const isRegion = ['status', 'alert'].includes(role);
  const label = element.id ? root.querySelector(`label[for="${element.id}"]`) : null;
  const given = element.getAttribute('aria-label') ?? element.getAttribute('alt');
  const isLabelled = given !== null || role === 'group';
  const name = isLabelled ? (given ?? '') : textOf(label ?? element);
  const value = (element as Partial<HTMLInputElement>).value;
  const states = ['required', 'invalid', 'disabled'].filter(
    (state) => element.getAttribute(`aria-${state}`) === 'true',
  );
  if (element.matches(':disabled')) states.push('unavailable');
  const description = (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => textOf(id ? root.getElementById(id) : null))
    .filter(Boolean);
  const parts = [`${role} ${isRegion ? textOf(element) : name}`.trim()];
  if (role === 'textbox') parts.push(`“${value ?? ''}”`);
  return [...parts, ...states, ...description].join(', ');
}

/** Writes down what the live regions say, as often as they say it. */
function listen({ shadowRoot }: CometChatProfileEditor): string[] {
  const said: string[] = [];
  const last = new Map<Element, string>();
  const hear = (): void => {
    const regions = '[role="status"], [role="alert"], .actions > .spoken';
    for (const region of shadowRoot?.querySelectorAll(regions) ?? []) {
      const text = textOf(region);
      if (text && text !== last.get(region)) said.push(`${region.role ?? 'news'}: ${text}`);
      last.set(region, text);
    }
  };
  hear();
  const options = { childList: true, characterData: true, subtree: true };
  new MutationObserver(hear).observe(shadowRoot as ShadowRoot, options);
  return said;
}

interface Story {
  readonly editor: CometChatProfileEditor;
  readonly fake: FakeSdk;
  readonly arrive: () => void;
}

/** An editor that is still loading. */
async function begin(): Promise<Story> {
  await setLook({ name: 'usual' });
  const held = createDeferred();
  let fake: FakeSdk | undefined;
  const scene: Scene = {
    name: 'story',
    title: 'Story',
    from: 'connecting',
    properties: { statusPresets: [] },
    before: (server) => {
      fake = server;
      server.replace.getUser = async () => {
        await held.promise;
        return { ...server.users.get('alice') };
      };
    },
  };
  const editor = await show(scene);
  return { editor, fake: fake as FakeSdk, arrive: held.resolve };
}

const photo = `${location.origin}/demo/states-photo.svg`;
const photoHint = 'Web address of a photo, starting with https://';

describe('what a screen reader says', () => {
  afterEach(clear);

  it('from loading to saved, with a mistake and a failure on the way', async () => {
    const { editor, fake, arrive } = await begin();
    const screen = screenOf(editor);
    const said = listen(editor);
    await until(() => screen.status() !== '', 'nothing is said');
    expect(speak(editor)).to.deep.equal([
      'form Your profile',
      'group Profile photo',
      'image Profile photo',
      `textbox Photo URL, “”, unavailable, ${photoHint}`,
      'textbox Name, “”, required, unavailable',
      'textbox Status message, “”, unavailable',
      'status Loading your profile…',
      'button Save changes, disabled',
      'alert',
    ]);

    const loaded = new Promise((resolve) => editor.addEventListener('profile-loaded', resolve));
    arrive();
    await loaded;
    await editor.updateComplete;
    const atRest = [
      'form Your profile',
      'group Profile photo',
      'image Alice',
      'button Remove photo',
      `textbox Photo URL, “${photo}”, ${photoHint}`,
      'textbox Name, “Alice”, required',
      'textbox Status message, “Out for tea”',
      'button Clear status message',
      'status',
      'button Save changes, disabled, No changes yet',
      'alert',
    ];
    const spoken = (): string[] => speak(editor);
    const isBack = 'status Your profile';
    expect(spoken()).to.deep.equal(atRest.map((each) => (each === 'status' ? isBack : each)));
    expect(said.splice(0)).to.deep.equal(['status: Loading your profile…', 'status: Your profile']);

    screen.type('Name', '');
    screen.leave('Name');
    await editor.updateComplete;
    expect(spoken()).to.include.members([
      'textbox Name, “”, required, invalid, Enter your name.',
      'button Discard changes',
      'button Save changes',
    ]);
    expect(said.splice(0), 'once, politely').to.deep.equal([
      'status: Unsaved changes',
      'news: Name: Enter your name.',
    ]);

    fake.replace.updateCurrentUserDetails = () =>
      Promise.reject({ code: 'ERR_BAD_REQUEST', details: { name: ['bad'] } });
    screen.type('Name', 'Alice L');
    expect(await editor.save()).to.equal(false);
    await editor.updateComplete;
    await told(editor);
    expect(spoken()).to.include.members([
      'textbox Name, “Alice L”, required, invalid, This wasn’t accepted. Try something else.',
      'button Try again',
    ]);
    const failure =
      'Your changes weren’t saved, but they’re still here. The server refused the request.';
    expect(said.splice(0)).to.deep.equal(['status: Saving…', `alert: ${failure} Try again`]);

    fake.replace = {};
    screen.type('Name', 'Alice Liddell');
    expect(await editor.save()).to.equal(true);
    await editor.updateComplete;
    expect(spoken()).to.deep.equal(
      atRest
        .map((line) =>
          line
            .replace('Alice', 'Alice Liddell')
            .replace(/^status$/, 'status Profile saved')
            // That there is nothing to save would be spoken over "Profile saved".
            .replace(', No changes yet', '')
            .replace('button Save changes', 'button Undo\nbutton Save changes')
            .split('\n'),
        )
        .flat(),
    );
    expect(said).to.deep.equal(['status: Saving…', 'status: Profile saved']);
  });

  it('sums up the problems where there are several', async () => {
    await setLook({ name: 'usual' });
    const editor = await show('invalid');
    const screen = screenOf(editor);
    expect(screen.status()).to.equal('Check these fields: Photo URL, Name, and Status message.');
    screen.type('Name', 'Alice');
    screen.type('Status message', 'Here');
    await editor.updateComplete;
    const left = 'The address must start with https://';
    expect(screen.status()).to.equal('Unsaved changes');
    expect(screen.news()).to.deep.equal([`Photo URL: ${left}`]);
    expect(screen.description('Photo URL')).to.include('https://');
  });

  it('has both live regions from the start, so that their first words are heard', async () => {
    const { editor, arrive } = await begin();
    const regions = (): (Element | null | undefined)[] =>
      ['status', 'alert'].map((role) => editor.shadowRoot?.querySelector(`[role="${role}"]`));
    const atFirst = regions();
    const loaded = new Promise((resolve) => editor.addEventListener('profile-loaded', resolve));
    arrive();
    await loaded;
    await editor.updateComplete;
    expect(regions()).to.deep.equal(atFirst);
  });

  it('is what the browser’s own accessibility tree has', async () => {
    const editor = await show('invalid');
    await setLook({ name: 'usual' });
    const isChromium = await emulate({});
    if (!isChromium) {
      expect(speak(editor)).not.to.deep.equal([]);
      return;
    }
    const tree = JSON.stringify(await a11ySnapshot({ selector: 'main' }));
    for (const part of ['Your profile', 'Profile photo', 'Photo URL', 'Name', 'Status message']) {
      expect(tree).to.include(`"name":"${part}"`);
    }
    expect(tree).to.include('"invalid":"true"');
    expect(tree).to.include('"name":"Save changes"');
  });
});
