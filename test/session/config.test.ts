import { expect } from '@open-wc/testing';
import { checkConfig, checkStorage } from '../../src/session/preconditions.js';
import { createSessions } from '../../src/session/cometchat-session.js';
import { OwnSdk } from '../../src/session/own-sdk.js';
import { createFakeSdk } from '../support/fake-sdk.js';
import { endSessions, errorOf, join, made, makeConfig } from './support.js';

const wrong: readonly (readonly [string, object])[] = [
  ['app-id', { appId: 'evil.example/x?' }],
  ['app-id', { appId: '' }],
  ['app-id', { appId: 'a b' }],
  ['app-id', { appId: 'a\nb' }],
  ['app-id', { appId: undefined }],
  ['app-id', { appId: null }],
  ['app-id', { appId: 12345 }],
  ['app-id', { appId: 'undefined' }],
  ['app-id', { appId: '[object Object]' }],
  ['region', { region: undefined }],
  ['region', { region: null }],
  ['region', { region: 7 }],
  ['region', { region: ['us'] }],
  ['client-host', { clientHost: {} }],
  ['region', { region: 'us.evil.example/' }],
  ['region', { region: '' }],
  ['region', { region: 'x' }],
  ['client-host', { clientHost: 'https://evil.example' }],
  ['client-host', { clientHost: 'a@evil.example' }],
  ['client-host', { clientHost: 'evil.example?x' }],
  ['admin-host', { adminHost: 'evil.example#' }],
];

describe('the settings of a session', () => {
  afterEach(endSessions);

  for (const [attribute, change] of wrong) {
    it(`are refused before anything is asked for: ${JSON.stringify(change)}`, async () => {
      const asked: string[] = [];
      const connect = createSessions(new OwnSdk(async () => asked.push('sdk'))).connect;
      const token = made(async () => {
        asked.push('token');
        return 'secret';
      });
      const error = await errorOf(join({ ...change, token }, connect));
      expect(error).to.include({ code: 'invalid-config' });
      expect(error.subject).to.deep.equal([attribute]);
      expect(asked).to.deep.equal([]);
    });
  }

  it('name everything that is wrong', () => {
    expect(() => checkConfig(makeConfig({ appId: '?', region: '?' })))
      .to.throw()
      .with.property('subject')
      .that.deep.equals(['app-id', 'region']);
  });

  it('may have dedicated hosts, with port and path', () => {
    for (const host of ['chat.example.com', 'localhost:8443', 'a.example/base/v3', '']) {
      checkConfig(makeConfig({ clientHost: host, adminHost: host }));
    }
    checkConfig(makeConfig({ region: 'EU', appId: 'Ab_9-' }));
    const spaced = checkConfig(
      makeConfig({ region: ' us ', appId: 'app\n', clientHost: ' a.example ' }),
    );
    expect(spaced).to.include({ region: 'us', appId: 'app', clientHost: 'a.example' });
  });

  it('come with the page’s own copy', () => {
    const { sdk } = createFakeSdk();
    for (const none of ['', null, undefined] as unknown as string[]) {
      expect(checkConfig(makeConfig({ sdk, appId: none, region: none })).appId).to.equal('');
    }
  });

  it('are refused where the storage has no room for a session', () => {
    for (const name of ['sessionStorage', 'localStorage'] as const) {
      // Piece by piece: a browser writes a whole value anew, however little is added to it.
      const fillers: string[] = [];
      for (let length = 2_000_000; length >= 1;) {
        const key = `filler-${fillers.length}`;
        try {
          window[name].setItem(key, ''.padEnd(length));
          fillers.push(key);
        } catch {
          // Full; less may still fit.
          length = Math.floor(length / 2);
        }
      }
      try {
        expect(() => checkStorage([name]), name)
          .to.throw()
          .with.property('code', 'storage-unavailable');
      } finally {
        for (const key of fillers) window[name].removeItem(key);
      }
    }
  });

  it('are refused where storage is blocked', () => {
    const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage') ?? {};
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      expect(() => checkStorage(['sessionStorage']))
        .to.throw()
        .with.property('code', 'storage-unavailable');
    } finally {
      Object.defineProperty(window, 'sessionStorage', original);
    }
    checkStorage(['sessionStorage', 'localStorage']);
    const probes = Object.keys(sessionStorage).filter((key) => key.includes('probe'));
    expect(probes).to.deep.equal([]);
  });
});
