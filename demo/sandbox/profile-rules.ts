import type { FieldErrors } from './responses.js';
import type { SandboxUser } from './types.js';

/** Bytes that a body may have ("POST body up to 10 KB" in CometChat's documentation). */
export const maxBodyBytes = 10 * 1024;

const maxNameLength = 100;
const maxUrlLength = 3000;
const maxMetadataBytes = 5 * 1024;
const maxTags = 25;
const maxTagLength = 100;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const codePoints = (text: string): number => [...text].length;
const isCleared = (value: unknown): value is '' | null => value === '' || value === null;

function nameErrors(value: unknown): string[] {
  if (typeof value !== 'string' || value.trim() === '') return ['The name field is required.'];
  return codePoints(value) > maxNameLength
    ? [`The name may not be greater than ${maxNameLength} characters.`]
    : [];
}

function urlErrors(field: string, value: unknown): string[] {
  if (isCleared(value)) return [];
  if (typeof value !== 'string' || !/^https?:/i.test(value) || !URL.canParse(value)) {
    return [`The ${field} format is invalid.`];
  }
  return codePoints(value) > maxUrlLength
    ? [`The ${field} may not be greater than ${maxUrlLength} characters.`]
    : [];
}

function statusErrors(value: unknown): string[] {
  return isCleared(value) || typeof value === 'string'
    ? []
    : ['The statusMessage must be a string.'];
}

function metadataErrors(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return new TextEncoder().encode(text).length > maxMetadataBytes
    ? ['The metadata may not be greater than 5 kilobytes.']
    : [];
}

function tagsErrors(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string')) {
    return ['The tags must be an array of strings.'];
  }
  if (value.length > maxTags) return [`The tags may not have more than ${maxTags} items.`];
  return value.some((tag) => codePoints(tag) > maxTagLength)
    ? [`A tag may not be greater than ${maxTagLength} characters.`]
    : [];
}

const checks = {
  name: nameErrors,
  avatar: (value: unknown) => urlErrors('avatar', value),
  statusMessage: statusErrors,
  link: (value: unknown) => urlErrors('link', value),
  metadata: metadataErrors,
  tags: tagsErrors,
};

/** What a body breaks of the documented limits, by field; empty when it may be stored. */
export function profileErrors(body: Record<string, unknown>): FieldErrors {
  const errors: FieldErrors = {};
  for (const [field, check] of Object.entries(checks)) {
    const found = Object.hasOwn(body, field) ? check(body[field]) : [];
    if (found.length > 0) errors[field] = found;
  }
  return errors;
}

/** Whether a `PUT /me` is a login: device data, and nothing of a profile. */
export function isLogin(body: unknown): boolean {
  return (
    isObject(body) &&
    ('deviceId' in body || 'platform' in body) &&
    !Object.keys(checks).some((field) => field in body)
  );
}

/**
 * Writes the profile fields of a checked body into the user. `role`, `uid`, `status`, `authToken`, `unset` and
 * whatever else a body may have is left alone.
 */
export function applyProfile(
  user: SandboxUser,
  body: Record<string, unknown>,
  options: { ignoreClearing: boolean; now: number },
): void {
  let changed = false;
  for (const field of Object.keys(checks)) {
    if (!Object.hasOwn(body, field)) continue;
    const value = body[field];
    if (!isCleared(value)) Object.assign(user, { [field]: value });
    else if (!options.ignoreClearing) Reflect.deleteProperty(user, field);
    changed = true;
  }
  if (changed) user.updatedAt = Math.floor(options.now / 1000);
}
