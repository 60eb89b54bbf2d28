import { ProfileError } from '../errors.js';
import { importSender } from './import-sender.js';
import type { PhotoUploader } from './photo-uploader.js';

/** What the site's backend has to know to sign one upload. */
export interface PresignRequest {
  readonly uid: string;
  readonly fileName: string;
  /** MIME type: `image/webp`, `image/jpeg`, `image/png` or `image/gif`. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly signal: AbortSignal;
}

/** A signed place for one upload, as S3, R2, GCS and MinIO hand out. */
export interface PresignedTarget {
  /** Where to send the photo. */
  readonly url: string;
  /** The signed form fields of a POST policy; without them the photo is sent by PUT. */
  readonly fields?: Record<string, string>;
  /** The headers that were signed; for a PUT `Content-Type` is the photo's type unless named here. */
  readonly headers?: Record<string, string>;
  /** Where everybody can see the photo afterwards. */
  readonly publicUrl: string;
}

export interface PresignedUploaderOptions {
  /** Milliseconds without progress until the upload is given up; 30,000. */
  readonly stallTimeout?: number;
}

/**
 * Uploads straight to an S3-like store, to a place that the site's backend has signed.
 *
 * @param getTarget - Asks the site's backend; called for each try, since signatures expire.
 * @throws ProfileError `upload-failed`, whose `subject` is an `UploadProblem`.
 */
export function presignedUploader(
  getTarget: (request: PresignRequest) => Promise<PresignedTarget>,
  options: PresignedUploaderOptions = {},
): PhotoUploader {
  return async (image, context) => {
    const { uid, fileName, signal } = context;
    const { type, size } = image;
    const target = await getTarget({ uid, fileName, type, size, signal }).catch(
      (cause: unknown) => {
        signal.throwIfAborted();
        throw new ProfileError('upload-failed', { cause, subject: ['refused'] });
      },
    );
    const { sendUpload } = await importSender();
    await sendUpload({ ...options, ...toRequest(target, image, fileName) }, context);
    return target.publicUrl;
  };
}

function toRequest({ url, fields, headers }: PresignedTarget, image: Blob, fileName: string) {
  if (!fields) {
    return { url, method: 'PUT', headers: { 'Content-Type': image.type, ...headers }, body: image };
  }
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    body.append(name, value);
  }
  // S3 ignores whatever follows the file.
  body.append('file', image, fileName);
  return { url, method: 'POST', headers, body };
}
