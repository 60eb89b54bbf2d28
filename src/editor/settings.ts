import type { PhotoUploader } from '../photo/photo-uploader.js';
import type { InitialProfile } from '../profile.js';
import { defaultStatusMaxLength } from '../rules.js';
import type { OtherSession, TokenReason } from '../session/session.js';

/** The settings of an editor; the element fills them from its attributes and properties of the same names. */
export interface ProfileEditorSettings {
  readonly appId: string;
  readonly region: string;
  readonly authToken: string;
  /** Same-origin endpoint that answers a `POST` with `{"authToken": "…"}`. */
  readonly authTokenUrl: string;
  readonly getAuthToken: ((reason: TokenReason) => Promise<string>) | undefined;
  /** The host's own CometChat class. */
  readonly sdk: unknown;
  readonly onOtherSession: OtherSession;
  readonly clientHost: string;
  readonly adminHost: string;
  readonly presence: boolean;
  readonly initialProfile: InitialProfile | null | undefined;
  /** Graphemes. */
  readonly statusMaxLength: number;
  /** Space-separated names of fields that are never edited and never sent: `name`, `avatar`, `status-message`. */
  readonly hiddenFields: string;
  readonly readonlyFields: string;
  /** Endpoint that takes `multipart/form-data` with `file` and answers `{"url": "https://…"}`. */
  readonly avatarUploadUrl: string;
  /** Stores a photo anywhere and resolves to its URL; asked before `avatarUploadUrl`. */
  readonly uploadAvatar: PhotoUploader | undefined;
  /** Keeps unsaved edits from surviving a reload. */
  readonly noDraft: boolean;
  /** Keeps a save from being told to a host's own listeners. */
  readonly noHostSync: boolean;
}

/** Settings for an editor that is told nothing. */
export const defaultSettings: ProfileEditorSettings = {
  appId: '',
  region: '',
  authToken: '',
  authTokenUrl: '',
  getAuthToken: undefined,
  sdk: undefined,
  onOtherSession: 'stop',
  clientHost: '',
  adminHost: '',
  presence: false,
  initialProfile: undefined,
  statusMaxLength: defaultStatusMaxLength,
  hiddenFields: '',
  readonlyFields: '',
  avatarUploadUrl: '',
  uploadAvatar: undefined,
  noDraft: false,
  noHostSync: false,
};

/**
 * The settings as they are now. Whoever hands them over may be an element whose properties change: what is compared with
 * the next ones, and what a save in flight goes by, must not change with them.
 */
export function takeSnapshot(settings: Partial<ProfileEditorSettings>): ProfileEditorSettings {
  const names = Object.keys(defaultSettings) as (keyof ProfileEditorSettings)[];
  const given = Object.fromEntries(names.map((name) => [name, settings[name]]));
  return Object.freeze({ ...defaultSettings, ...withoutUndefined(given) });
}

function withoutUndefined(settings: Partial<ProfileEditorSettings>): typeof settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** What says where to connect: without any of these there is nothing to connect to. */
function placeOf(settings: ProfileEditorSettings): readonly unknown[] {
  const { sdk, getAuthToken, appId, region, authToken, authTokenUrl } = settings;
  // A function that is made anew with every render is no other source.
  return [sdk, Boolean(getAuthToken), appId, region, authToken, authTokenUrl];
}

/** Whether the page has said anything about where to connect. */
export function saysWhere(settings: ProfileEditorSettings): boolean {
  return placeOf(settings).some(Boolean);
}

/** Whether two settings lead to the same session. */
export function meansSameSession(
  one: ProfileEditorSettings,
  other: ProfileEditorSettings,
): boolean {
  const keyOf = (settings: ProfileEditorSettings): readonly unknown[] => {
    const { clientHost, adminHost, presence, onOtherSession } = settings;
    return [...placeOf(settings), clientHost, adminHost, presence, onOtherSession];
  };
  const key = keyOf(other);
  return keyOf(one).every((value, index) => value === key[index]);
}
