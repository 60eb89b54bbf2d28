import { importSender } from './import-sender.js';
import type { PhotoUploader } from './photo-uploader.js';
import { uploadError } from './upload-error.js';

export interface FormUploaderOptions {
  /** Name of the form field that holds the photo; `file`. */
  readonly field?: string;
  /** Further form fields, put before the photo. */
  readonly fields?: Record<string, string>;
  readonly headers?: Record<string, string>;
  /** Sends cookies to another origin; the page's own origin gets them anyway. */
  readonly withCredentials?: boolean;
  /** Milliseconds without progress until the upload is given up; 30,000. */
  readonly stallTimeout?: number;
}

/**
 * Uploads as `multipart/form-data` to an endpoint that answers `{"url": "https://…"}`. A relative address is
 * resolved against the endpoint's.
 *
 * @throws ProfileError `upload-failed`, whose `subject` is an `UploadProblem`.
 */
export function formUploader(url: string, options: FormUploaderOptions = {}): PhotoUploader {
  const { field = 'file', fields, ...request } = options;
  return async (image, context) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields ?? {})) {
      body.append(name, value);
    }
    body.append(field, image, context.fileName);
    const { sendUpload } = await importSender();
    const answer = await sendUpload({ ...request, url, method: 'POST', body }, context);
    try {
      const stored = (JSON.parse(answer) as { url?: unknown } | null)?.url;
      if (stored && typeof stored === 'string') {
        return new URL(stored, new URL(url, document.baseURI)).href;
      }
    } catch {
      // Falls through: HTML of a login page, an empty answer, an address that is none.
    }
    throw uploadError('bad-answer');
  };
}
