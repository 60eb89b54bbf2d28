import { ProfileError } from '../errors.js';
import type { SessionConfig } from './session.js';
import { cleanUid } from '../profile.js';

/** What a framework or a template prints for a variable that is not set. */
const unset = /^(?:undefined|null|NaN|\[object \w+\])$/;

/** Whether a page gave a value at all; `""`, `null` and `undefined` are none. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** A text without white space around it; empty where none is given, undefined where it can't be meant. */
export function readText(value: unknown): string | undefined {
  if (!isGiven(value)) return '';
  const text = typeof value === 'string' ? value.trim() : 'null';
  return unset.test(text) ? undefined : text;
}

/**
 * Brings the settings into shape. Rejects what the SDK would take unchecked: app id and region become part of the host
 * name that the token is sent to. A host's own copy brings its own.
 */
export function checkConfig(config: SessionConfig): SessionConfig {
  const expectedUid = cleanUid(config.expectedUid);
  if (isGiven(config.sdk) && !isGiven(config.appId) && !isGiven(config.region)) {
    return { ...config, appId: '', region: '', expectedUid };
  }
  const host = /^[A-Za-z0-9.-]+(:\d{1,5})?(\/[\w./-]*)?$|^$/;
  const subject: string[] = [];
  const check = (name: string, value: unknown, shape: RegExp): string => {
    const text = readText(value);
    if (text === undefined || !shape.test(text)) subject.push(name);
    return text ?? '';
  };
  const checked = {
    appId: check('app-id', config.appId, /^[A-Za-z0-9_-]+$/),
    region: check('region', config.region, /^[a-z]{2,10}$/i),
    clientHost: check('client-host', config.clientHost, host),
    adminHost: check('admin-host', config.adminHost, host),
  };
  if (subject.length) throw new ProfileError('invalid-config', { subject });
  return { ...config, ...checked, expectedUid };
}

/** As many characters as the SDK stores for a session. */
const sessionSize = 4_096;

/** Rejects where a storage is blocked or full: the SDK's `init` would never settle, or its login would not be kept. */
export function checkStorage(storages: readonly ('sessionStorage' | 'localStorage')[]): void {
  const key = 'cometchat-profile-editor:probe';
  try {
    for (const name of storages) {
      window[name].setItem(key, key.padEnd(sessionSize));
      window[name].removeItem(key);
    }
    // The SDK reads it while it looks for a driver, even when it stores nothing there.
    void localStorage.length;
  } catch (cause) {
    throw new ProfileError('storage-unavailable', { cause });
  }
}
