import type { ProfileValues } from '../../src/index.js';
import { profileFields } from '../../src/profile.js';
import type { Account } from './contract.js';

/** The part of the CometChat class that is used here. */
interface Sdk {
  readonly AppSettingsBuilder: new () => {
    setRegion(region: string): { autoEstablishSocketConnection(on: boolean): { build(): object } };
  };
  readonly User: new (uid: string) => {
    setName(name: string): void;
    setAvatar(avatar: string): void;
    setStatusMessage(statusMessage: string): void;
  };
  init(appId: string, settings: object): Promise<unknown>;
  login(token: string): Promise<{ getUid(): string }>;
  getUser(uid: string): Promise<Partial<ProfileValues>>;
  updateCurrentUserDetails(user: object): Promise<unknown>;
}

/**
 * Puts a profile back, with the SDK alone, so that a broken editor cannot keep it from that.
 * @returns the fields that the server has otherwise all the same
 */
export async function restoreProfile(
  account: Account,
  original: ProfileValues,
): Promise<readonly string[]> {
  const module: unknown = await import('@cometchat/chat-sdk-javascript');
  const { CometChat: sdk } = module as { CometChat: Sdk };
  const settings = new sdk.AppSettingsBuilder()
    .setRegion(account.region)
    .autoEstablishSocketConnection(false)
    .build();
  await sdk.init(account.appId, settings);
  const uid = (await sdk.login(account.authToken)).getUid();
  const user = new sdk.User(uid);
  user.setName(original.name);
  user.setAvatar(original.avatar);
  user.setStatusMessage(original.statusMessage);
  await sdk.updateCurrentUserDetails(user);
  const now = await sdk.getUser(uid);
  return profileFields.filter((field) => (now[field] ?? '') !== original[field]);
}
