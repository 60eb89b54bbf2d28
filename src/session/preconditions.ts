import { ProfileError } from '../errors.js';
import type { SessionConfig } from './session.js';

/**
 * Rejects what the SDK would take unchecked: app id and region become part of the host name that the token is
 * sent to. A host's own copy brings its own.
 */
export function checkConfig(config: SessionConfig): void {
  const { appId, region, clientHost, adminHost } = config;
  if (config.sdk && !appId && !region) return;
  const host = /^[A-Za-z0-9.-]+(:\d{1,5})?(\/[\w./-]*)?$/;
  const subject = [
    !/^[A-Za-z0-9_-]+$/.test(appId) && 'app-id',
    !/^[a-z]{2,10}$/i.test(region) && 'region',
    clientHost !== '' && !host.test(clientHost) && 'client-host',
    adminHost !== '' && !host.test(adminHost) && 'admin-host',
  ].filter((name) => name !== false);
  if (subject.length) throw new ProfileError('invalid-config', { subject });
}

/** Rejects where the SDK's `init` would never settle: blocked or full storage. */
export function checkStorage(): void {
  const key = 'cometchat-profile-editor:probe';
  try {
    sessionStorage.setItem(key, key);
    sessionStorage.removeItem(key);
    // The SDK reads it while it looks for a driver, even when it stores nothing there.
    void localStorage.length;
  } catch (cause) {
    throw new ProfileError('storage-unavailable', { cause });
  }
}
