import { expect } from '@open-wc/testing';
import { aliceToken, ask, createTestBackend, host } from './helpers.js';
import type { Backend } from '../../demo/sandbox/backend.js';

describe('sandbox: the client API', () => {
  let backend: Backend;
  beforeEach(async () => {
    backend = await createTestBackend();
  });

  const save = (body: unknown) => ask(backend, 'PUT', '/v3.0/me', { body });
  const errorOf = (answer: { json: { error?: Record<string, unknown> } | undefined }) =>
    answer.json?.error?.['code'];

  it('answers a preflight', async () => {
    const answer = await ask(backend, 'OPTIONS', '/v3.0/me', {
      headers: { origin: 'https://site.example' },
    });
    expect(answer.status).to.equal(204);
    const allowed = answer.headers.get('access-control-allow-headers');
    for (const name of ['appid', 'authtoken', 'content-type', 'resource', 'sdk']) {
      expect(allowed).to.contain(name);
    }
    expect(answer.headers.get('access-control-allow-methods')).to.equal('GET,PUT,POST,DELETE');
    expect(answer.headers.get('access-control-allow-origin')).to.be.a('string');
  });

  for (const prefix of ['/v3.0', '/v3', '']) {
    it(`answers under "${prefix}"`, async () => {
      const answer = await ask(backend, 'GET', `${prefix}/me`);
      expect(answer.status).to.equal(200);
      expect(answer.json?.data?.['uid']).to.equal('alice');
    });
  }

  it('answers a login with the whole me and changes nothing', async () => {
    const before = await backend.getUser('TestApp', 'alice');
    const answer = await save({ platform: 'WEB', deviceId: 'd', appInfo: {} });
    expect(answer.status).to.equal(200);
    expect(answer.json?.data).to.include({
      uid: 'alice',
      name: 'Alice',
      avatar: 'https://example.com/a.png',
      statusMessage: 'Here',
      role: 'member',
      authToken: aliceToken,
    });
    expect(answer.json?.data).to.include.keys('wsChannel', 'jwt', 'fat', 'createdAt', 'status');
    expect(answer.json?.data?.['settings']).to.include({
      APP_VERSION: 4,
      CHAT_API_VERSION: 'v3.0',
      CLIENT_API_HOST: host,
      ANALYTICS_PING_DISABLED: true,
    });
    expect(await backend.getUser('TestApp', 'alice')).to.deep.equal(before);
  });

  it('saves the profile fields of the body, and no others', async () => {
    const answer = await save({
      uid: 'bob',
      name: 'Alicia',
      statusMessage: 'Away',
      role: 'admin',
      status: 'online',
      authToken: 'stolen',
      unset: ['avatar'],
      hasBlockedMe: false,
    });
    expect(answer.status).to.equal(200);
    expect(await backend.getUser('TestApp', 'alice')).to.deep.equal({
      uid: 'alice',
      name: 'Alicia',
      avatar: 'https://example.com/a.png',
      statusMessage: 'Away',
      role: 'member',
      status: 'offline',
      createdAt: 1000,
      updatedAt: 1000,
    });
    expect(answer.json?.data).to.include({ name: 'Alicia', role: 'member', authToken: aliceToken });
    expect((await backend.getUser('TestApp', 'bob'))?.name).to.equal('Bob');
  });

  for (const empty of ['', null]) {
    it(`clears avatar and status message by ${JSON.stringify(empty)}`, async () => {
      const answer = await save({ avatar: empty, statusMessage: empty });
      expect(answer.json?.data).to.not.have.any.keys('avatar', 'statusMessage');
    });
  }

  const longUrl = (length: number) => `https://example.com/${'x'.repeat(length - 20)}`;
  const refused: readonly [title: string, field: string, value: unknown][] = [
    ['an empty name', 'name', ''],
    ['a blank name', 'name', ' \n'],
    ['a null name', 'name', null],
    ['a name of 101 code points', 'name', '👍'.repeat(101)],
    ['a relative photo address', 'avatar', '/a.png'],
    ['a data: photo', 'avatar', 'data:image/png;base64,AA=='],
    ['a javascript: photo', 'avatar', 'javascript:alert(1)'],
    ['a photo address of 3,001 characters', 'avatar', longUrl(3001)],
    ['a status message that is no text', 'statusMessage', 7],
    ['6 KB of metadata', 'metadata', { text: 'x'.repeat(6 * 1024) }],
    ['tags that are no list', 'tags', 'red'],
    ['26 tags', 'tags', Array.from({ length: 26 }, String)],
    ['a tag of 101 characters', 'tags', ['x'.repeat(101)]],
  ];
  for (const [title, field, value] of refused) {
    it(`refuses ${title} and stores nothing`, async () => {
      const answer = await save({ name: 'New', [field]: value });
      expect(answer.status).to.equal(400);
      expect(errorOf(answer)).to.equal('ERR_BAD_REQUEST');
      expect(answer.json?.error?.['details']).to.have.all.keys(field);
      expect((await backend.getUser('TestApp', 'alice'))?.name).to.equal('Alice');
    });
  }

  it('takes what is just within the limits', async () => {
    const tags = Array.from({ length: 25 }, () => 'x'.repeat(100));
    const answer = await save({ name: '👍'.repeat(100), avatar: longUrl(3000), tags });
    expect(answer.status).to.equal(200);
  });

  it('refuses a body of more than 10 KB', async () => {
    const fits = await save({ statusMessage: 'x'.repeat(10 * 1024 - 20) });
    expect(fits.status).to.equal(200);
    const answer = await save({ statusMessage: 'x'.repeat(10 * 1024) });
    expect(errorOf(answer)).to.equal('ERR_BAD_REQUEST');
  });

  it('gives another user without any secret', async () => {
    const answer = await ask(backend, 'GET', '/v3.0/users/bob');
    expect(answer.json?.data).to.include({ uid: 'bob', name: 'Bob' });
    expect(answer.json?.data).to.not.have.any.keys('authToken', 'jwt', 'fat', 'wsChannel');
  });

  it('does not know missing and deactivated users', async () => {
    await backend.patchUser('TestApp', 'bob', { deactivatedAt: 5 });
    for (const uid of ['nobody', 'bob', 'toString']) {
      const answer = await ask(backend, 'GET', `/v3.0/users/${uid}`);
      expect(answer.status).to.equal(404);
      expect(errorOf(answer)).to.equal('ERR_UID_NOT_FOUND');
    }
  });

  it('words an error as CometChat does', async () => {
    const { json } = await ask(backend, 'GET', '/v3.0/users/nobody');
    const message =
      'The UID nobody does not exist, please make sure you have created a user with UID nobody.';
    const error = { message, devMessage: message, source: 'chat-api', code: 'ERR_UID_NOT_FOUND' };
    expect(json).to.deep.equal({ error });
    const tooLarge = await save({ statusMessage: 'x'.repeat(10 * 1024) });
    expect(tooLarge.json?.error).to.not.have.property('details');
  });

  it('tells of its limits in headers that a page of another origin cannot read', async () => {
    for (const path of ['/v3.0/me', '/v3.0/users/nobody']) {
      const { headers } = await ask(backend, 'GET', path);
      expect(headers.get('x-ratelimit-limit')).to.equal('20000');
      expect(headers.get('x-ratelimit-remaining')).to.equal('19999');
      expect(headers.get('x-ratelimit-limit-for-app')).to.equal('100000');
      expect(headers.get('access-control-expose-headers')).to.equal(null);
    }
  });

  it('revokes the token at logout', async () => {
    expect((await ask(backend, 'DELETE', '/v3.0/me')).json?.data?.['success']).to.equal(true);
    const answer = await ask(backend, 'GET', '/v3.0/me');
    expect(answer.status).to.equal(401);
    expect(errorOf(answer)).to.equal('AUTH_ERR_AUTH_TOKEN_NOT_FOUND');
    expect(answer.json?.error?.['message']).to.contain(aliceToken);
  });

  it('answers sessions, settings, JWT and pings', async () => {
    const session = await ask(backend, 'POST', '/v3.0/user_sessions', { body: { sessionId: 's' } });
    expect(session.json).to.deep.equal({ data: { sessionId: 's' } });
    const settings = await ask(backend, 'GET', '/v3.0/settings');
    expect(settings.json?.data?.['APP_VERSION']).to.equal(4);
    expect((await ask(backend, 'POST', '/v3.0/me/jwt')).json?.data?.['jwt']).to.be.a('string');
    const ping = await ask(backend, 'POST', '/v1/ping', { host: 'metrics-us.cometchat.io' });
    expect(ping.json).to.deep.equal({ data: {} });
  });

  const denied: readonly [string, number, Record<string, string>, string?][] = [
    ['AUTH_ERR_EMPTY_APPID', 400, { appid: '' }],
    ['AUTH_ERR_INVALID_APPID', 401, { appid: 'unknown' }],
    ['AUTH_ERR_INVALID_APPID', 401, {}, 'testapp.apiclient-eu.cometchat.io'],
    ['AUTH_ERR_INVALID_APPID', 401, {}, 'otherapp.apiclient-us.cometchat.io'],
    ['AUTH_ERR_EMPTY_AUTH_TOKEN', 401, { authtoken: '' }],
    ['AUTH_ERR_AUTH_TOKEN_NOT_FOUND', 401, { authtoken: 'toString' }],
  ];
  for (const [code, status, headers, otherHost] of denied) {
    it(`answers ${code} to ${otherHost ?? JSON.stringify(headers)}`, async () => {
      const answer = await ask(backend, 'GET', '/v3.0/me', { headers, host: otherHost ?? host });
      expect(answer.status).to.equal(status);
      expect(errorOf(answer)).to.equal(code);
    });
  }

  it('does not know other addresses', async () => {
    const answer = await ask(backend, 'GET', '/v3.0/groups');
    expect(answer.status).to.equal(404);
    expect(errorOf(answer)).to.equal('ERR_API_NOT_FOUND');
  });
});
