import type { PhotoUploader } from '../photo/photo-uploader.js';
import type { InitialProfile, StatusPreset } from '../profile.js';
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
  /** Keeps unsaved edits from surviving a reload, and what was known of the person from being shown after one. */
  readonly noDraft: boolean;
  /** Keeps a save from being told to a host's own listeners. */
  readonly noHostSync: boolean;
  /** Takes photos by upload or camera only, never by an address of the person's choice. */
  readonly noPhotoUrl: boolean;
}

/** The settings as they are understood: every one of its type, whatever a page has set. */
export interface SoundSettings extends ProfileEditorSettings {
  /** Width and height of an uploaded photo, in pixels. */
  readonly avatarSize: number;
  readonly preview: boolean;
  readonly loading: 'eager' | 'lazy';
  /** Undefined where the page's `color-scheme` decides. */
  readonly theme: 'light' | 'dark' | undefined;
  /** Undefined for the default ones. */
  readonly statusPresets: readonly StatusPreset[] | undefined;
  /** Single texts replaced. */
  readonly messages: Readonly<Record<string, string>>;
  /** What of the settings that say where to connect makes no sense, by attribute: nobody connects with these. */
  readonly invalid: readonly string[];
  /** What else makes no sense, by attribute: the default stands in its place. */
  readonly ignored: readonly string[];
}

/** Width and height of an uploaded photo, in pixels, unless the page says otherwise. */
export const defaultAvatarSize = 512;
/** Settings for an editor that is told nothing. */
export const defaultSettings: SoundSettings = {
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
  avatarSize: defaultAvatarSize,
  noPhotoUrl: false,
  preview: false,
  loading: 'eager',
  theme: undefined,
  statusPresets: undefined,
  messages: {},
  invalid: [],
  ignored: [],
};

/** What says where to connect, and as whom: without any of these there is nothing to connect to. */
const place = ['sdk', 'getAuthToken', 'appId', 'region', 'authToken', 'authTokenUrl'] as const;

/** Without a sound one of these, nobody knows where to connect, or as whom. */
export const needed = [...place, 'clientHost', 'adminHost'] as const;

/** Whether the page has said anything about where to connect. */
export function saysWhere(settings: SoundSettings): boolean {
  return settings.invalid.length > 0 || place.some((name) => settings[name]);
}

/** Whether two settings lead to the same session. */
export function meansSameSession(one: SoundSettings, other: SoundSettings): boolean {
  const isSame = [...needed, 'presence' as const, 'onOtherSession' as const].every((name) =>
    // A function that is made anew with every render is no other source.
    name === 'getAuthToken' ? !one[name] === !other[name] : one[name] === other[name],
  );
  return isSame && one.invalid.join() === other.invalid.join();
}
