import type { InitialProfile } from '../profile.js';
import { defaultStatusMaxLength } from '../rules.js';
import { connectCometChat } from '../session/cometchat-session.js';
import type { Connect, OtherSession, TokenReason } from '../session/session.js';
import { loadsAsImage } from './image-check.js';

/** The settings of an editor; the element fills them from its attributes and properties of the same names. */
export interface EditorConfig {
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
  /** Keeps unsaved edits from surviving a reload. */
  readonly noDraft: boolean;
  /** Keeps a save from being told to a host's own listeners. */
  readonly noHostSync: boolean;
}

/** Settings for an editor that is told nothing. */
export const defaultConfig: EditorConfig = {
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
  noDraft: false,
  noHostSync: false,
};

/** What the controller works with; replaceable, so that tests can drive races. */
export interface Collaborators {
  readonly connect: Connect;
  /** Whether a photo URL loads as an image. */
  readonly loadsAsImage: (url: string) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back after so many milliseconds, unless the returned function is called before. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly isOnline: () => boolean;
}

export const defaultCollaborators: Collaborators = {
  connect: connectCometChat,
  loadsAsImage,
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  isOnline: () => navigator.onLine,
};
