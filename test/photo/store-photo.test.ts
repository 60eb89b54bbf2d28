import { expect, waitUntil } from '@open-wc/testing';
import { loadsAsImage } from '../../src/photo/load-image.js';
import type { PhotoUploader } from '../../src/photo/photo-uploader.js';
import { uploadError } from '../../src/photo/upload-error.js';
import { storePhoto } from '../../src/photo/store-photo.js';
import { ProfileError } from '../../src/errors.js';

const image = new Blob(['picture'], { type: 'image/webp' });
const loading = new URL('/demo/pictures/editor.png', location.href).href;

describe('storing a picture', () => {
  function store(upload: PhotoUploader, signal = new AbortController().signal): Promise<string> {
    const context = { uid: 'alice', fileName: 'avatar.webp', signal, onProgress: () => undefined };
    return storePhoto(upload, image, context, loadsAsImage);
  }

  async function failureOf(stored: Promise<string>): Promise<ProfileError> {
    try {
      await stored;
    } catch (error) {
      return error as ProfileError;
    }
    throw new Error('It was stored');
  }

  it('gives the address of what was stored', async () => {
    const given: unknown[] = [];
    const url = await store((blob, { uid, fileName }) => {
      given.push(blob, uid, fileName);
      return Promise.resolve(`  ${loading} `);
    });
    expect(url).to.equal(loading);
    expect(given).to.deep.equal([image, 'alice', 'avatar.webp']);
  });

  it('keeps why an uploader failed, and wraps what a host throws', async () => {
    const stalled = await failureOf(store(() => Promise.reject(uploadError('stalled'))));
    expect(stalled.subject).to.deep.equal(['stalled']);
    const full = new Error('full');
    const wrapped = await failureOf(store(() => Promise.reject(full)));
    expect(wrapped.code).to.equal('upload-failed');
    expect(wrapped.cause).to.equal(full);
    expect(wrapped.message).to.not.contain('full');
  });

  it('takes of a host’s errors only what is about a photo or the network', async () => {
    const codes = ['upload-failed', 'network', 'timeout', 'image-too-large'] as const;
    for (const code of codes) {
      const error = new ProfileError(code);
      expect(await failureOf(store(() => Promise.reject(error)))).to.equal(error);
    }
    for (const code of ['session-expired', 'no-token', 'rejected', 'invalid-profile'] as const) {
      const cause = new ProfileError(code, { hostMessage: 'Not now.', subject: ['quota'] });
      const error = await failureOf(store(() => Promise.reject(cause)));
      expect(error.code).to.equal('upload-failed');
      expect([error.hostMessage, error.subject]).to.deep.equal(['Not now.', ['quota']]);
      expect(error.cause).to.equal(cause);
    }
  });

  for (const answer of [
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'blob:https://example.com/1',
    'https://user:secret@example.com/a.png',
    'not an address',
    '',
    undefined,
    new URL('/package.json', location.href).href,
  ]) {
    it(`refuses ${String(answer) || 'an empty answer'}`, async () => {
      const error = await failureOf(store(() => Promise.resolve(answer as string)));
      expect(error.code).to.equal('upload-failed');
      expect(error.subject).to.deep.equal(['bad-answer']);
    });
  }

  it('waits until the store has spread the file', async () => {
    const id = crypto.randomUUID();
    const url = new URL(`/upload-fault/late/${id}`, location.href).href;
    let uploads = 0;
    const upload = (): Promise<string> => {
      uploads += 1;
      return Promise.resolve(url);
    };
    expect(await store(upload)).to.equal(url);
    expect(uploads).to.equal(1);
    expect(await (await fetch(`/upload-seen/${id}`)).json()).to.deep.equal({ count: 3 });
  });

  it('ends when it is called off, whatever the uploader does', async () => {
    const abort = new AbortController();
    const failure = failureOf(store(() => new Promise(() => undefined), abort.signal));
    abort.abort();
    expect((await failure).name).to.equal('AbortError');
  });

  it('ends when it is called off while the stored picture is loading', async () => {
    const abort = new AbortController();
    const id = crypto.randomUUID();
    const url = new URL(`/upload-fault/stall/${id}`, location.href).href;
    const failure = failureOf(store(() => Promise.resolve(url), abort.signal));
    await waitUntil(async () => (await (await fetch(`/upload-seen/${id}`)).json()).count > 0);
    abort.abort();
    expect((await failure).name).to.equal('AbortError');
  });

  it('ends when it is called off while the uploader fails', async () => {
    const abort = new AbortController();
    const upload = (): Promise<string> => {
      abort.abort();
      return Promise.reject(new Error('gone'));
    };
    expect((await failureOf(store(upload, abort.signal))).name).to.equal('AbortError');
  });
});
