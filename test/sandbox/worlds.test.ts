import { expect } from '@open-wc/testing';
import { aliceToken, apiRequest, ask, createTestBackend, host } from './helpers.js';
import { createBackend, type Backend } from '../../demo/sandbox/backend.js';
import { indexedDbStore } from '../../demo/sandbox/indexed-db-store.js';
import { brokenPhotos, photoNames, photoUrl } from '../../demo/sandbox/photos.js';
import { playgroundWorld } from '../../demo/sandbox/playground-world.js';
import { memoryStore } from '../../demo/sandbox/worlds.js';

describe('sandbox: worlds, records and pictures', () => {
  let backend: Backend;
  beforeEach(async () => {
    backend = await createTestBackend();
  });

  it('records method, path, headers and body', async () => {
    await ask(backend, 'PUT', '/v3.0/me', { body: { name: 'New' }, headers: { sdk: 'x@1' } });
    const [request] = await backend.getRequests('TestApp', { phase: 'save' });
    expect(request).to.deep.include({
      time: 1_000_000,
      method: 'PUT',
      url: `https://${host}/v3.0/me`,
      path: '/me',
      body: { name: 'New' },
      fault: null,
      applied: true,
      status: 200,
    });
    expect(request?.headers).to.include({ appid: 'TestApp', authtoken: aliceToken, sdk: 'x@1' });
  });

  it('filters and clears the records', async () => {
    await ask(backend, 'GET', '/v3.0/users/bob');
    await ask(backend, 'GET', '/v3.0/me');
    expect(await backend.getRequests('TestApp', { path: '/me' })).to.have.length(1);
    expect(await backend.getRequests('TestApp', { method: 'PUT' })).to.have.length(0);
    expect(await backend.getRequests('TestApp', { phase: 'load' })).to.have.length(1);
    await backend.clearRequests('TestApp');
    expect(await backend.getRequests('TestApp')).to.have.length(0);
  });

  it('keeps the worlds apart', async () => {
    await backend.createWorld({ appId: 'other', users: [{ uid: 'alice', name: 'Other' }] });
    await backend.setFault('other', { kind: 'offline' });
    expect((await ask(backend, 'PUT', '/v3.0/me', { body: { name: 'New' } })).status).to.equal(200);
    expect((await backend.getUser('other', 'alice'))?.name).to.equal('Other');
    expect(await backend.getRequests('other')).to.have.length(0);
    const headers = { appid: 'other' };
    const foreign = { headers, host: 'other.apiclient-us.cometchat.io' };
    await backend.clearFaults('other');
    expect((await ask(backend, 'GET', '/v3.0/me', foreign)).status).to.equal(401);
  });

  it('changes users, and issues and revokes tokens, from outside', async () => {
    await backend.patchUser('TestApp', 'alice', { name: 'Elsewhere', statusMessage: undefined });
    const token = await backend.issueToken('TestApp', 'alice');
    const headers = { authtoken: token };
    const { json } = await ask(backend, 'GET', '/v3.0/me', { headers });
    expect(json?.data).to.include({ name: 'Elsewhere', authToken: token });
    expect(json?.data).to.not.have.property('statusMessage');
    await backend.revokeToken('TestApp', token);
    expect((await ask(backend, 'GET', '/v3.0/me', { headers })).status).to.equal(401);
    expect((await ask(backend, 'GET', '/v3.0/me')).status).to.equal(200);
  });

  it('says so when an app or a user is unknown', async () => {
    const noApp = await backend.getFaults('nowhere').catch((error: Error) => error.message);
    expect(noApp).to.contain('nowhere');
    const noUser = await backend
      .patchUser('TestApp', 'nobody', {})
      .catch((error: Error) => error.message);
    expect(noUser).to.contain('nobody');
  });

  const askSite = (query: string) => {
    const url = `https://site.example/sandbox/token?app=TestApp&${query}`;
    return backend.handle(new Request(url, { method: 'POST' }));
  };
  const tokenOf = async (query: string) => {
    const { authToken } = (await (await askSite(query)).json()) as { authToken: string };
    return authToken;
  };
  const meWith = (token: string) =>
    ask(backend, 'GET', '/v3.0/me', { headers: { authtoken: token } });

  it('gives a valid token to a site that asks for one', async () => {
    const { json } = await meWith(await tokenOf('user=bob'));
    expect(json?.data?.['uid']).to.equal('bob');
    expect((await askSite('user=nobody')).status).to.equal(404);
  });

  it('gives a site the same token again while it is valid, unless a new one is forced', async () => {
    const first = await tokenOf('user=bob');
    expect(await tokenOf('user=bob')).to.equal(first);
    const forced = await tokenOf('user=bob&force=true');
    expect(forced).to.not.equal(first);
    expect(await tokenOf('user=bob&force=true')).to.not.equal(forced);
    expect((await meWith(first)).status).to.equal(200);
    expect((await meWith(forced)).status).to.equal(200);
    await backend.revokeToken('TestApp', first);
    expect(await tokenOf('user=bob')).to.not.equal(first);
  });

  it('makes tokens of the uid, the time in seconds and 30 hexadecimal digits', async () => {
    const token = await backend.issueToken('TestApp', 'Alice');
    expect(token).to.match(/^alice_0000001000[\da-f]{30}$/);
    expect(await backend.issueToken('TestApp', 'Alice')).to.not.equal(token);
    expect(await tokenOf('user=bob')).to.match(/^bob_\d{10}[\da-f]{30}$/);
  });

  it('stores uids in lower case, and finds them in any', async () => {
    const appId = 'cases';
    const users = [{ uid: 'Erin', name: 'Erin' }];
    await backend.createWorld({ appId, users, tokens: { 'token-of-erin': 'ERIN' } });
    expect((await backend.getUser(appId, 'eRIN'))?.uid).to.equal('erin');
    await backend.patchUser(appId, 'Erin', { statusMessage: 'Here' });
    const headers = { appid: appId, authtoken: 'token-of-erin' };
    const at = { headers, host: 'cases.apiclient-us.cometchat.io' };
    expect((await ask(backend, 'GET', '/me', at)).json?.data?.['uid']).to.equal('erin');
    const { json } = await ask(backend, 'GET', '/users/ERIN', at);
    expect(json?.data).to.include({ uid: 'erin', statusMessage: 'Here' });
  });

  const upload = async (file?: Blob) => {
    const url = 'https://site.example/sandbox/upload?app=TestApp';
    const boundary = 'boundary';
    const disposition = 'Content-Disposition: form-data; name="file"; filename="me.png"';
    const head = `--${boundary}\r\n${disposition}\r\nContent-Type: ${file?.type ?? ''}\r\n\r\n`;
    const parts = file ? [head, file, '\r\n'] : [];
    // WebKit cannot read a FormData with files back from a request that never left the page.
    const body = await new Blob([...parts, `--${boundary}--\r\n`]).arrayBuffer();
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return backend.handle(new Request(url, { method: 'POST', headers, body }));
  };

  it('stores an upload and serves it at the address that it answers', async () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255);
    const response = await upload(new Blob([bytes], { type: 'image/png' }));
    const { url } = (await response.json()) as { url: string };
    expect(url).to.match(/^https:\/\//);
    const picture = await backend.handle(new Request(url));
    expect(picture.headers.get('content-type')).to.equal('image/png');
    expect(picture.headers.get('access-control-allow-origin')).to.be.a('string');
    expect(new Uint8Array(await picture.arrayBuffer())).to.deep.equal(bytes);
    const [request] = await backend.getRequests('TestApp', { phase: 'upload' });
    expect(request?.body).to.deep.equal({ file: { name: 'me.png', type: 'image/png', size: 6 } });
  });

  it('refuses uploads that are missing, empty, no pictures or too large', async () => {
    const large = new Blob([new Uint8Array(5 * 1024 * 1024 + 1)], { type: 'image/png' });
    const files = [undefined, new Blob([]), new Blob(['x'], { type: 'text/plain' }), large];
    const statuses: number[] = [];
    for (const file of files) statuses.push((await upload(file)).status);
    expect(statuses).to.deep.equal([400, 400, 415, 413]);
  });

  it('has pictures that a browser can show, and addresses that it cannot', async () => {
    for (const name of photoNames) {
      const response = await backend.handle(new Request(photoUrl(name)));
      const picture = await createImageBitmap(await response.blob());
      expect([picture.width, picture.height]).to.deep.equal([256, 256]);
    }
    const missing = await backend.handle(new Request(brokenPhotos.missing));
    expect(missing.status).to.equal(404);
    const text = await backend.handle(new Request(brokenPhotos.notAnImage));
    expect([text.status, text.headers.get('content-type')]).to.deep.equal([200, 'text/html']);
    const truncated = await backend.handle(new Request(brokenPhotos.truncated));
    expect(truncated.headers.get('content-type')).to.equal('image/png');
    const picture = await createImageBitmap(await truncated.blob()).catch(() => 'unreadable');
    expect(picture).to.equal('unreadable');
  });

  for (const [title, createStore] of [
    ['memory', memoryStore],
    ['IndexedDB', () => indexedDbStore(`test-${crypto.randomUUID()}`)],
  ] as const) {
    it(`keeps persistent worlds in ${title}, and only those`, async () => {
      const store = createStore();
      const first = createBackend({ store, seeds: [playgroundWorld] });
      const playground = 'sandbox.apiclient-us.cometchat.io';
      const headers = { appid: 'sandbox', authtoken: 'sandbox-token-alice' };
      const body = { name: 'Kept' };
      const saved = await first.handle(
        apiRequest('PUT', '/v3.0/me', { host: playground, headers, body }),
      );
      expect(saved.status).to.equal(200);
      await first.createWorld({ appId: 'fleeting' });

      const second = createBackend({ store, seeds: [playgroundWorld] });
      expect((await second.getUser('sandbox', 'alice'))?.name).to.equal('Kept');
      expect(await second.getRequests('sandbox', { phase: 'save' })).to.have.length(1);
      const gone = await second.getFaults('fleeting').catch((error: Error) => error.message);
      expect(gone).to.contain('fleeting');

      await second.createWorld(playgroundWorld);
      expect((await second.getUser('sandbox', 'alice'))?.name).to.equal('Alice Example');
    });
  }
});
