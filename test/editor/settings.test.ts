import { expect } from '@open-wc/testing';
import { takeSnapshot } from '../../src/editor/read-settings.js';
import { defaultSettings, meansSameSession } from '../../src/editor/settings.js';
import type { ProfileErrorEvent } from '../../src/events.js';
import { createReadyScene, createScene, endScenes } from './support.js';

const throwing = (): never => {
  throw new Error('A page that plays tricks');
};

describe('settings', () => {
  afterEach(endScenes);

  it('stay as they were given', () => {
    const given = {
      appId: ' app ',
      region: 'us',
      authToken: 'token',
      onOtherSession: 'switch',
      statusMaxLength: 80,
      hiddenFields: 'name',
      statusPresets: [{ text: 'Away' }, { emoji: '🟢', text: 'Here' }],
      messages: { save: 'Keep' },
    };
    expect(takeSnapshot(given)).to.deep.equal({ ...defaultSettings, ...given, appId: 'app' });
  });

  it('that are not given are the usual ones', () => {
    const nothing = Object.fromEntries(
      Object.keys(defaultSettings).map((name, index) => [
        name,
        [undefined, null, '', false][index % 4],
      ]),
    );
    expect(takeSnapshot(nothing)).to.deep.equal(defaultSettings);
  });

  it('of a template or a build without the variable name the attribute', () => {
    for (const text of [
      'undefined',
      'null',
      'NaN',
      '{{appId}}',
      '${APP_ID}',
      '<%= id %>',
      '[object Object]',
    ]) {
      for (const [name, attribute] of [
        ['appId', 'app-id'],
        ['region', 'region'],
        ['authToken', 'auth-token'],
        ['authTokenUrl', 'auth-token-url'],
        ['clientHost', 'client-host'],
      ] as const) {
        expect(takeSnapshot({ [name]: text }).invalid, `${name} ${text}`).to.deep.equal([
          attribute,
        ]);
      }
    }
  });

  it('of another type name the attribute', () => {
    for (const value of [{}, [], NaN, 1.5, true, () => 'app', Symbol('app'), 5n]) {
      expect(takeSnapshot({ appId: value }).invalid).to.deep.equal(['app-id']);
      expect(takeSnapshot({ authToken: value }).invalid).to.deep.equal(['auth-token']);
    }
    expect(takeSnapshot({ getAuthToken: 'token' }).invalid).to.deep.equal(['getAuthToken']);
    expect(takeSnapshot({ sdk: { isInitialized: true } }).invalid).to.deep.equal(['sdk']);
    const getter = Object.defineProperty({}, 'region', { get: throwing });
    expect(takeSnapshot(getter).invalid).to.deep.equal(['region']);
    expect(takeSnapshot({ appId: 2781234 }).appId).to.equal('2781234');
    const address = new URL('/token', location.href);
    expect(takeSnapshot({ authTokenUrl: address }).authTokenUrl).to.equal(address.href);
  });

  it('that say nothing of the session fall back to the usual ones', () => {
    const odd: readonly (readonly [string, unknown])[] = [
      ['statusMaxLength', NaN],
      ['statusMaxLength', -1],
      ['statusMaxLength', 'abc'],
      ['statusMaxLength', Infinity],
      ['statusMaxLength', {}],
      ['avatarSize', '0'],
      ['avatarSize', []],
      ['statusPresets', 5],
      ['statusPresets', [null]],
      ['statusPresets', [{}]],
      ['statusPresets', [{ text: {} }]],
      ['messages', 5],
      ['messages', ['x']],
      ['messages', { name: 5 }],
      ['uploadAvatar', 'https://example.com'],
      ['hiddenFields', 5],
      ['hiddenFields', [Symbol('x')]],
      ['initialProfile', 5],
      ['initialProfile', ['Ann']],
      ['initialProfile', Object.defineProperty({}, 'uid', { get: throwing })],
      ['onOtherSession', 'maybe'],
      ['loading', 'lasy'],
      ['theme', {}],
    ];
    for (const [name, value] of odd) {
      const { ignored, ...rest } = takeSnapshot({ [name]: value });
      const { ignored: none, ...usual } = defaultSettings;
      expect(none).to.deep.equal([]);
      expect(ignored.length, name).to.equal(1);
      expect(rest, name).to.deep.equal(usual);
    }
  });

  it('keep the texts that make sense, and name the others', () => {
    const { messages, ignored } = takeSnapshot({
      messages: {
        save: 'Keep',
        saved: 5,
        discard: null,
        undo: undefined,
        name: {},
        failedSave: '',
      },
    });
    expect(messages).to.deep.equal({ save: 'Keep', failedSave: '' });
    expect(ignored).to.deep.equal(['messages.saved', 'messages.name']);
    const given = { save: 'Keep', saved: 5 };
    takeSnapshot({ messages: given });
    expect(takeSnapshot({ messages: given }).ignored, 'again').to.deep.equal(['messages.saved']);
  });

  it('name a text that makes no sense once, while the others are shown', async () => {
    const { editor, host, configure } = createScene();
    await configure({ messages: { save: 'Keep', saved: 5 as unknown as string } } as never);
    await configure({ statusMaxLength: 80 });
    expect(editor.settings.messages).to.deep.equal({ save: 'Keep' });
    expect(host.takeEventNames()).to.deep.equal(['profile-error']);
  });

  it('take what means the same', () => {
    const { statusMaxLength, avatarSize, hiddenFields, presence, preview } = takeSnapshot({
      statusMaxLength: '80',
      avatarSize: '256.5',
      hiddenFields: ['name', 'avatar'],
      presence: 'false',
      preview: 'true',
    });
    expect({ statusMaxLength, avatarSize, hiddenFields, presence, preview }).to.deep.equal({
      statusMaxLength: 80,
      avatarSize: 257,
      hiddenFields: 'name avatar',
      presence: false,
      preview: true,
    });
  });

  it('that are more than can be go as far as that, and are named', () => {
    const given = { statusMaxLength: 10_001, avatarSize: 1e9 };
    const { statusMaxLength, avatarSize, ignored } = takeSnapshot(given);
    expect({ statusMaxLength, avatarSize }).to.deep.equal({
      statusMaxLength: 10_000,
      avatarSize: 4096,
    });
    expect(ignored).to.deep.equal(['status-max-length.10001', 'avatar-size.1000000000']);
    const most = takeSnapshot({ statusMaxLength: 10_000, avatarSize: 4096 });
    expect(most.ignored).to.deep.equal([]);
  });

  it('copy an initial profile, once', () => {
    const given = { uid: ' Alice ', name: 'Ann', avatar: 7, role: 'admin' };
    const { initialProfile } = takeSnapshot({ initialProfile: given });
    expect(initialProfile).to.deep.equal({
      uid: 'alice',
      name: 'Ann',
      avatar: '',
      statusMessage: '',
    });
    given.name = 'Bob';
    expect(takeSnapshot({ initialProfile: given }).initialProfile).to.equal(initialProfile);
    for (const uid of [null, '', {}, Symbol('x')]) {
      const sound = takeSnapshot({ initialProfile: { uid, name: 'Ann' } }).initialProfile;
      expect(sound).to.not.have.property('uid');
      expect(sound?.name).to.equal('Ann');
    }
  });

  it('lead to another session where one makes no sense any more', () => {
    const sound = takeSnapshot({ appId: 'app' });
    expect(meansSameSession(sound, takeSnapshot({ appId: 'app' }))).to.equal(true);
    expect(meansSameSession(sound, takeSnapshot({ appId: 'app', authToken: {} }))).to.equal(false);
  });

  it('that make no sense are said, and nobody is asked for a session', async () => {
    const scene = createScene();
    scene.host.attach();
    await scene.configure({ appId: 'undefined', region: 'us', authToken: 'token-alice' });
    expect(scene.editor.error).to.include({ code: 'invalid-config' });
    expect(scene.editor.error?.subject).to.deep.equal(['app-id']);
    expect(scene.backend.calls).to.deep.equal([]);
    await scene.configure({ appId: 'app' });
    expect(scene.editor.state.kind).to.equal('ready');
  });

  it('that are ignored are told once, and the editor works', async () => {
    const odd = { statusMaxLength: NaN } as const;
    const scene = await createReadyScene(odd);
    await scene.configure(odd);
    expect(scene.editor.state.kind).to.equal('ready');
    const told = scene.host.events.filter(({ type }) => type === 'profile-error');
    expect(told.length).to.equal(1);
    expect((told[0] as ProfileErrorEvent).error.subject).to.deep.equal(['status-max-length']);
  });
});
