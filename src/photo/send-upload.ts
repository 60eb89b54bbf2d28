import { uploadError } from './upload-error.js';
import type { UploadContext } from './photo-uploader.js';

export interface UploadRequest {
  readonly url: string;
  readonly method: string;
  readonly headers?: Record<string, string> | undefined;
  readonly body: Blob | FormData;
  /** Sends cookies to another origin. */
  readonly withCredentials?: boolean | undefined;
  /** Milliseconds without progress, or without an answer after the last byte, until it is given up; 30,000. */
  readonly stallTimeout?: number | undefined;
}

/**
 * Sends by `XMLHttpRequest`, since `fetch` tells nothing about what was sent.
 *
 * @returns The answer's text, for a status of success.
 * @throws ProfileError `upload-failed`, or the signal's reason. No text of the server is in it.
 */
export function sendUpload(request: UploadRequest, context: UploadContext): Promise<string> {
  const { signal, onProgress } = context;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout>;
    const fail = (reason: unknown): void => {
      reject(reason);
      xhr.abort();
    };
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(uploadError('stalled')), request.stallTimeout ?? 30_000);
    };
    const abort = (): void => fail(signal.reason);
    xhr.open(request.method, request.url);
    xhr.withCredentials = !!request.withCredentials;
    for (const [name, value] of Object.entries(request.headers ?? {})) {
      xhr.setRequestHeader(name, value);
    }
    xhr.upload.onprogress = ({ loaded, total }) => {
      watch();
      onProgress(loaded, total);
    };
    xhr.onload = () => {
      const { status } = xhr;
      if (status >= 200 && status < 300) {
        resolve(xhr.responseText);
      } else {
        reject(uploadError(status === 413 ? 'too-large' : 'refused', `${status}`));
      }
    };
    xhr.onerror = () => reject(uploadError('network'));
    xhr.onloadend = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort);
    watch();
    xhr.send(request.body);
  });
}
