import type { RecordedFile } from './types.js';

/** A request's body, read once and understood by its content type. */
export interface ParsedBody {
  /** What the recorder keeps: JSON, fields of a form, text, or `null`. */
  value: unknown;
  /** The form itself, where it was one, with its files. */
  form: FormData | undefined;
  /** Bytes. */
  size: number;
}

function describe(entry: FormDataEntryValue): string | RecordedFile {
  return typeof entry === 'string'
    ? entry
    : { name: entry.name, type: entry.type, size: entry.size };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads and parses the body of a request. Never rejects on odd content: what cannot be parsed is given as text. */
export async function readBody(request: Request): Promise<ParsedBody> {
  const bytes = await request.arrayBuffer();
  const size = bytes.byteLength;
  if (size === 0) return { value: null, form: undefined, size };
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    const copy = new Response(bytes, { headers: { 'content-type': type } });
    const form = await copy.formData().catch(() => undefined);
    if (form) {
      const value = Object.fromEntries([...form].map(([name, entry]) => [name, describe(entry)]));
      return { value, form, size };
    }
  }
  return { value: parseText(new TextDecoder().decode(bytes)), form: undefined, size };
}
