import { expect } from '@open-wc/testing';
import { checkConfig, checkStorage } from '../../src/session/preconditions.js';
import { createConnect } from '../../src/session/cometchat-session.js';
import { OwnSdk } from '../../src/session/own-sdk.js';
import { createFakeSdk } from '../support/fake-sdk.js';
import { endSessions, errorOf, join, made, makeConfig } from './support.js';

const wrong: readonly (readonly [string, object])[] = [
  ['app-id', { appId: 'evil.example/x?' }],
  ['app-id', { appId: '' }],
  ['app-id', { appId: 'a b' }],
  ['app-id', { appId: 'app\n' }],
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
      const connect = createConnect(new OwnSdk(async () => asked.push('sdk')));
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
  });

  it('come with the page’s own copy', () => {
    const { sdk } = createFakeSdk();
    checkConfig(makeConfig({ sdk, appId: '', region: '' }));
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
      expect(() => checkStorage())
        .to.throw()
        .with.property('code', 'storage-unavailable');
    } finally {
      Object.defineProperty(window, 'sessionStorage', original);
    }
    checkStorage();
    const probes = Object.keys(sessionStorage).filter((key) => key.includes('probe'));
    expect(probes).to.deep.equal([]);
  });
});
