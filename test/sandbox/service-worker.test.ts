import { expect } from '@open-wc/testing';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { brokenPhotos } from '../../demo/sandbox/photos.js';

function loadImage(src: string): Promise<string> {
  const image = new Image();
  return new Promise((resolve) => {
    image.addEventListener('load', () => resolve(`${image.naturalWidth}×${image.naturalHeight}`));
    image.addEventListener('error', () => resolve('broken'));
    image.src = src;
  });
}

describe('sandbox: through the service worker', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await createSandbox();
  });
  afterEach(() => sandbox.dispose());

  it('tells of a request that comes later, and of one that came before', async () => {
    const coming = sandbox.waitForRequest(
      ({ phase, status }) => phase === 'token' && status === 200,
    );
    const response = await fetch(sandbox.tokenUrl('bob'), { method: 'POST' });
    expect(await response.json()).to.deep.equal({ authToken: sandbox.token('bob') });
    expect((await coming).path).to.equal('/sandbox/token');
    expect((await sandbox.waitForRequest(({ phase }) => phase === 'token')).status).to.equal(200);
  });

  it('keeps the headers about limits from the page', async () => {
    await sandbox.setFault({ kind: 'rate-limited', phase: 'load' });
    const url = `https://${sandbox.appId}.apiclient-us.cometchat.io/v3.0/users/alice`;
    const headers = { appid: sandbox.appId, authtoken: sandbox.token('alice') };
    const response = await fetch(url, { headers });
    expect(response.status).to.equal(429);
    expect(response.headers.get('content-type')).to.equal('application/json');
    for (const name of ['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining']) {
      expect(response.headers.get(name)).to.equal(null);
    }
  });

  it('holds a request until the fault is lifted, then breaks it', async () => {
    await sandbox.setFault({ kind: 'hang', phase: 'token' });
    const asking = fetch(sandbox.tokenUrl('bob'), { method: 'POST' }).catch(() => 'broken');
    await sandbox.waitForRequest(({ fault }) => fault === 'hang');
    await sandbox.clearFaults();
    expect(await asking).to.equal('broken');
  });

  for (const way of ['fetch', 'XMLHttpRequest'] as const) {
    it(`takes an upload by ${way} and shows it in an image`, async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 12;
      canvas.height = 8;
      canvas.getContext('2d')?.fillRect(0, 0, 12, 8);
      const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      const body = new FormData();
      body.set('file', image ?? new Blob(), 'photo.png');
      const send = {
        fetch: async () => (await fetch(sandbox.uploadUrl, { method: 'POST', body })).text(),
        XMLHttpRequest: () =>
          new Promise<string>((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.addEventListener('load', () => resolve(request.responseText));
            request.addEventListener('error', reject);
            request.open('POST', sandbox.uploadUrl);
            request.send(body);
          }),
      };
      const { url } = JSON.parse(await send[way]()) as { url: string };
      expect(await loadImage(url)).to.equal('12×8');
      const [request] = await sandbox.requests({ phase: 'upload' });
      expect(request?.body).to.deep.equal({
        file: { name: 'photo.png', type: 'image/png', size: image?.size },
      });
    });
  }

  it('shows ready-made pictures, and none where there is none', async () => {
    const { avatar } = (await sandbox.user('alice')) ?? {};
    expect(await loadImage(avatar ?? '')).to.equal('256×256');
    for (const url of Object.values(brokenPhotos)) {
      expect(await loadImage(url)).to.equal('broken');
    }
  });

  it('passes an error of the sandbox on to the test', async () => {
    const failed = await sandbox.patchUser('nobody', {}).catch((error: Error) => error.message);
    expect(failed).to.contain('nobody');
  });
});
