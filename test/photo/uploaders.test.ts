import { expect } from '@open-wc/testing';
import type { PhotoUploader, UploadContext } from '../../src/photo/photo-uploader.js';
import { formUploader } from '../../src/photo/form-uploader.js';
import { presignedUploader, type PresignedTarget } from '../../src/photo/presigned-uploader.js';
import { ProfileError } from '../../src/errors.js';
import { plain, red } from './corpus/bytes.js';
import { writePng } from './corpus/png.js';

async function makePicture(): Promise<Blob> {
  return new Blob([await writePng(plain(64, 64, red))], { type: 'image/png' });
}

/** Large enough for an upload to be under way for a while. */
const largePicture = new Blob([new Uint8Array(3_000_000)], { type: 'image/png' });

function makeContext(changes: Partial<UploadContext> = {}): UploadContext {
  const { signal } = new AbortController();
  return { uid: 'alice', fileName: 'avatar.png', signal, onProgress: () => {}, ...changes };
}

async function failureOf(upload: Promise<string>): Promise<unknown> {
  const url = await upload.catch((error: unknown) => ({ error }));
  expect(url).to.be.an('object');
  return (url as { error: unknown }).error;
}

function sign(how: 'put' | 'post', more: Readonly<Record<string, string>> = {}) {
  return async ({ type }: { type: string }): Promise<PresignedTarget> => {
    const answer = await fetch(`/s3-sign?${new URLSearchParams({ how, type, ...more })}`);
    return answer.json();
  };
}

/** Another last digit. */
const spoil = (signature: string): string =>
  signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0');

const withField =
  (name: string, change: (value: string) => string) =>
  ({ fields = {}, ...target }: PresignedTarget): PresignedTarget => ({
    ...target,
    fields: { ...fields, [name]: change(fields[name] ?? '') },
  });

const withUrl =
  (change: (url: URL) => void) =>
  (target: PresignedTarget): PresignedTarget => {
    const url = new URL(target.url);
    change(url);
    return { ...target, url: url.href };
  };

/** What somebody may try with a signed place, and what the store then answers. */
const forgeries: readonly (readonly [
  title: string,
  how: 'put' | 'post',
  forge: (target: PresignedTarget) => PresignedTarget,
])[] = [
  [
    'another signature',
    'put',
    withUrl(({ searchParams }) =>
      searchParams.set('X-Amz-Signature', spoil(searchParams.get('X-Amz-Signature') ?? '')),
    ),
  ],
  ['no signature', 'put', withUrl((url) => (url.search = ''))],
  ['another key', 'put', withUrl((url) => (url.pathname = '/avatars/other'))],
  ['a longer life', 'put', withUrl(({ searchParams }) => searchParams.set('X-Amz-Expires', '99'))],
  ['another signature', 'post', withField('X-Amz-Signature', spoil)],
  ['no signature', 'post', (target) => ({ ...target, fields: { key: 'other' } })],
  ['another key', 'post', withField('key', () => 'other')],
  ['another bucket', 'post', withField('bucket', () => 'other')],
  ['another type', 'post', withField('Content-Type', () => 'text/html')],
  ['a field that was not signed', 'post', withField('acl', () => 'public-read')],
  [
    'another policy',
    'post',
    withField('Policy', () => btoa('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}')),
  ],
];

async function bytesOf(source: Blob | Response): Promise<number[]> {
  return Array.from(new Uint8Array(await source.arrayBuffer()));
}

describe('uploading to the demo server', () => {
  it('resolves a relative address against the endpoint', async () => {
    const upload = formUploader(`/upload-fault/relative/${crypto.randomUUID()}`);
    expect(await upload(await makePicture(), makeContext())).to.equal(
      new URL('/demo/pictures/editor.png', location.href).href,
    );
  });

  it('stores the picture under a random name and tells the progress', async () => {
    const picture = await makePicture();
    const progress: [number, number][] = [];
    const onProgress = (loaded: number, total: number): void => void progress.push([loaded, total]);
    const upload = formUploader('/upload-server/');
    const url = await upload(picture, makeContext({ onProgress }));
    expect(url).to.match(/\/upload-server\/[\da-f-]{36}\.png$/);
    const [loaded, total] = progress.at(-1) ?? [];
    expect(loaded).to.equal(total);
    expect(total).to.be.above(picture.size);
    const stored = await fetch(url);
    expect(stored.headers.get('content-type')).to.equal('image/png');
    expect(await bytesOf(stored)).to.deep.equal(await bytesOf(picture));
    expect(await upload(picture, makeContext())).not.to.equal(url);
  });

  it('judges by the bytes, not by what the browser says', async () => {
    const script = new Blob(['<script>1</script>'], { type: 'image/png' });
    const error = await failureOf(formUploader('/upload-server/')(script, makeContext()));
    expect(error).to.be.instanceOf(ProfileError).with.property('code', 'upload-failed');
    expect((error as ProfileError).subject).to.deep.equal(['refused', '415']);
  });

  it('refuses what is too large and whoever may not upload', async () => {
    const large = await failureOf(formUploader('/upload-server/')(largePicture, makeContext()));
    expect((large as ProfileError).subject).to.deep.equal(['too-large', '413']);
    const upload = formUploader('/upload-server/?forbidden');
    const forbidden = await failureOf(upload(new Blob([new Uint8Array(200_000)]), makeContext()));
    expect((forbidden as ProfileError).subject).to.deep.equal(['refused', '403']);
  });

  it('sends the field names and further fields that are asked for', async () => {
    const upload = formUploader('/upload-server/', { field: 'photo', fields: { file: 'text' } });
    const error = await failureOf(upload(await makePicture(), makeContext()));
    expect((error as ProfileError).subject).to.deep.equal(['refused', '400']);
  });
});

describe('uploading to an S3-like store', () => {
  for (const how of ['put', 'post'] as const) {
    it(`stores the picture by a signed ${how.toUpperCase()}`, async () => {
      const picture = await makePicture();
      let sent = 0;
      const onProgress = (loaded: number): void => void (sent = loaded);
      const url = await presignedUploader(sign(how))(picture, makeContext({ onProgress }));
      const stored = await fetch(url);
      expect(stored.headers.get('content-type')).to.equal('image/png');
      expect(await bytesOf(stored)).to.deep.equal(await bytesOf(picture));
      expect(sent).to.be.at.least(picture.size);
    });
  }

  for (const [title, how, forge] of forgeries) {
    it(`fails, and stores nothing, with ${title} for a ${how.toUpperCase()}`, async () => {
      let publicUrl = '';
      const upload = presignedUploader(async (request) => {
        const target = await sign(how)(request);
        ({ publicUrl } = target);
        return forge(target);
      });
      const error = await failureOf(upload(await makePicture(), makeContext()));
      expect(error).to.be.instanceOf(ProfileError).with.property('code', 'upload-failed');
      expect((error as ProfileError).subject).to.deep.equal(['refused', '403']);
      expect((await fetch(publicUrl)).status).to.equal(404);
    });
  }

  for (const how of ['put', 'post'] as const) {
    it(`fails with a ${how.toUpperCase()} whose time is over`, async () => {
      const upload = presignedUploader(sign(how, { expires: '-1' }));
      const error = await failureOf(upload(await makePicture(), makeContext()));
      expect((error as ProfileError).subject).to.deep.equal(['refused', '403']);
    });
  }

  it('fails with a picture larger than was signed for', async () => {
    const error = await failureOf(presignedUploader(sign('post'))(largePicture, makeContext()));
    expect((error as ProfileError).subject).to.deep.equal(['refused', '400']);
  });

  it('fails without the words of a backend that does not sign', async () => {
    const upload = presignedUploader(() => Promise.reject(new Error('secret-server-text')));
    const error = await failureOf(upload(await makePicture(), makeContext()));
    expect((error as ProfileError).code).to.equal('upload-failed');
    expect((error as ProfileError).message).not.to.contain('secret');
  });
});

describe('an upload that fails', () => {
  const expected = {
    refused: ['refused', '403'],
    'too-large': ['too-large', '413'],
    'not-json': ['bad-answer'],
    'no-url': ['bad-answer'],
    null: ['bad-answer'],
    drop: ['network'],
    stall: ['stalled'],
  };
  for (const [name, subject] of Object.entries(expected)) {
    it(`tells "${subject.join(' ')}" for ${name}`, async () => {
      const id = crypto.randomUUID();
      const stallTimeout = name === 'stall' ? 300 : 10_000;
      const upload = formUploader(`/upload-fault/${name}/${id}`, { stallTimeout });
      const picture = name === 'drop' ? largePicture : await makePicture();
      const error = await failureOf(upload(picture, makeContext()));
      expect(error).to.be.instanceOf(ProfileError);
      expect((error as ProfileError).subject).to.deep.equal(subject);
      expect((error as ProfileError).message).not.to.contain('secret');
    });
  }

  const uploaders: [string, (url: string) => PhotoUploader][] = [
    ['formUploader', (url) => formUploader(url)],
    ['presignedUploader', (url) => presignedUploader(async () => ({ url, publicUrl: url }))],
  ];
  for (const [title, make] of uploaders) {
    it(`${title} stops at once when it is cancelled`, async () => {
      const id = crypto.randomUUID();
      const cancel = new AbortController();
      const { signal } = cancel;
      const reason = new DOMException('cancelled', 'AbortError');
      const upload = make(`/upload-fault/stall/${id}`);
      const onProgress = (): void => cancel.abort(reason);
      expect(await failureOf(upload(largePicture, makeContext({ signal, onProgress })))).to.equal(
        reason,
      );
      const { count } = await (await fetch(`/upload-seen/${id}`)).json();
      expect(await failureOf(upload(largePicture, makeContext({ signal })))).to.equal(reason);
      expect(await (await fetch(`/upload-seen/${id}`)).json()).to.deep.equal({ count });
    });
  }
});
