import { createHmac, timingSafeEqual } from 'node:crypto';

/** Fields of a form that need no condition in its policy. */
const free = ['x-amz-signature', 'policy', 'file'];

/**
 * Judges a browser's form for an S3-like store as AWS documents it ("Authenticating requests in browser-based uploads using
 * POST, Signature Version 4", and "POST policy"): the signature over the policy, its expiry, and a condition for every
 * field. What follows the file is ignored, as S3 does.
 *
 * @param {object} request
 * @param {string} request.bucket From the address that the form was sent to.
 * @param {FormData} request.form
 * @param {{accessKeyId: string, secretAccessKey: string}} request.credentials
 * @param {number} [request.now] Milliseconds since 1970.
 * @returns {{status: number, code: string} | undefined} S3's words for what is wrong; nothing where nothing is.
 */
export function judgePostForm({ bucket, form, credentials, now = Date.now() }) {
  const entries = [...form];
  const end = entries.findIndex(([name]) => name === 'file');
  const file = entries[end]?.[1];
  if (!(file instanceof Blob)) return { status: 400, code: 'InvalidArgument' };
  const fields = new Map(entries.slice(0, end).map(([name, value]) => [name.toLowerCase(), value]));
  fields.set('bucket', fields.get('bucket') ?? bucket);

  const problem = judgeSignature(fields, credentials);
  if (problem) return problem;
  const { expiration, conditions } = JSON.parse(
    Buffer.from(fields.get('policy'), 'base64').toString('utf8'),
  );
  if (!(now < Date.parse(expiration))) return { status: 403, code: 'AccessDenied' };
  if (fields.get('bucket') !== bucket) return { status: 403, code: 'AccessDenied' };
  return judgeConditions(conditions, fields, file.size);
}

function judgeSignature(fields, { accessKeyId, secretAccessKey }) {
  const denied = { status: 403, code: 'AccessDenied' };
  const [policy, algorithm, credential, signature, date] = [
    'policy',
    'x-amz-algorithm',
    'x-amz-credential',
    'x-amz-signature',
    'x-amz-date',
  ].map((name) => fields.get(name) ?? '');
  if (!policy || algorithm !== 'AWS4-HMAC-SHA256') return denied;
  const [id, ...scope] = credential.split('/');
  if (id !== accessKeyId) return { status: 403, code: 'InvalidAccessKeyId' };
  const [day, , service, kind] = scope;
  if (service !== 's3' || kind !== 'aws4_request' || !date.startsWith(`${day}T`)) return denied;
  const sign = (key, text) => createHmac('sha256', key).update(text).digest();
  const expected = sign(scope.reduce(sign, `AWS4${secretAccessKey}`), policy);
  const given = Buffer.from(signature, 'hex');
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  return isSigned ? undefined : { status: 403, code: 'SignatureDoesNotMatch' };
}

/** Every condition holds, and every field has one. */
function judgeConditions(conditions, fields, size) {
  const denied = { status: 403, code: 'AccessDenied' };
  const named = new Set(free);
  for (const condition of conditions) {
    const [kind, first, second] = Array.isArray(condition)
      ? condition
      : ['eq', ...Object.entries(condition)[0]];
    if (kind === 'content-length-range') {
      if (size < first) return { status: 400, code: 'EntityTooSmall' };
      if (size > second) return { status: 400, code: 'EntityTooLarge' };
      continue;
    }
    const name = first.replace(/^\$/, '').toLowerCase();
    const value = fields.get(name) ?? '';
    const holds = kind === 'starts-with' ? value.startsWith(second) : value === second;
    if (!['eq', 'starts-with'].includes(kind) || !holds) return denied;
    named.add(name);
  }
  const isNamed = (name) => named.has(name) || name.startsWith('x-ignore-');
  return [...fields.keys()].every(isNamed) ? undefined : denied;
}
