import { expect } from '@open-wc/testing';
import { apiRequest } from './helpers.js';
import { asReadByPages, isForSandbox, phaseOf } from '../../demo/sandbox/incoming.js';
import { photoUrl } from '../../demo/sandbox/photos.js';

describe('sandbox: which requests it takes, and for what', () => {
  const origin = 'http://localhost:8000';
  const takes = (request: Request, live: readonly string[] = []) =>
    isForSandbox(request, origin, new Set(live));

  it('takes CometChat’s hosts and its own addresses', () => {
    for (const url of [
      'https://app.apiclient-eu.cometchat.io/v3.0/me',
      'https://metrics-us.cometchat.io/v1/ping',
      'https://cometchat.io/',
      photoUrl('alice.png'),
      `${origin}/sandbox/token`,
    ]) {
      expect(takes(new Request(url)), url).to.equal(true);
    }
  });

  it('leaves everything else to the network', () => {
    for (const url of [
      `${origin}/`,
      `${origin}/demo/sandbox/client.ts`,
      'https://notcometchat.io/v3.0/me',
      'https://cometchat.io.example/v3.0/me',
      'https://site.example/sandbox/token',
    ]) {
      expect(takes(new Request(url)), url).to.equal(false);
    }
  });

  it('leaves a live app to the network, and keeps the others', () => {
    expect(takes(apiRequest('GET', '/v3.0/me'), ['TestApp'])).to.equal(false);
    expect(takes(apiRequest('GET', '/v3.0/me'), ['other'])).to.equal(true);
    expect(takes(new Request('https://data-us.cometchat.io/a.png'), ['other'])).to.equal(false);
    expect(takes(new Request(photoUrl('alice.png')), ['other'])).to.equal(true);
  });

  it('leaves a page the headers that a browser would, and a broken connection broken', async () => {
    const headers = { 'content-type': 'text/plain', 'retry-after': '15' };
    const read = asReadByPages(new Response('body', { status: 429, headers }));
    expect([...read.headers]).to.deep.equal([['content-type', 'text/plain']]);
    expect([read.status, await read.text()]).to.deep.equal([429, 'body']);
    expect(asReadByPages(Response.error()).type).to.equal('error');
  });

  it('tells logins from saves by their bodies', () => {
    const device = { platform: 'WEB', deviceId: 'd', appInfo: {} };
    const noChange = { uid: 'alice', hasBlockedMe: false };
    expect(phaseOf('PUT', '/me', device)).to.equal('connect');
    expect(phaseOf('PUT', '/me', { ...device, name: 'New' })).to.equal('save');
    expect(phaseOf('PUT', '/me', { ...noChange, statusMessage: '' })).to.equal('save');
    expect(phaseOf('PUT', '/me', noChange)).to.equal('save');
    expect(phaseOf('GET', '/me', null)).to.equal('other');
    expect(phaseOf('GET', '/users/alice', null)).to.equal('load');
  });
});
