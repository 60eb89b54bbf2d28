/** Every way in which the editor can fail; the words are looked up in the message catalogue when they are shown. */
export type ProfileErrorCode =
  | 'invalid-config'
  | 'storage-unavailable'
  | 'sdk-unavailable'
  | 'no-token'
  | 'invalid-credentials'
  | 'session-expired'
  | 'session-conflict'
  | 'network'
  | 'timeout'
  | 'rate-limited'
  | 'permission-denied'
  | 'rejected'
  | 'not-applied'
  | 'invalid-profile'
  | 'image-unreadable'
  | 'image-too-large'
  | 'upload-failed'
  | 'vetoed'
  | 'unknown';

/** The part of the editor's work in which an error happened. */
export type ProfilePhase = 'connect' | 'load' | 'save' | 'upload';

export interface ProfileErrorOptions {
  /** The original. Of an SDK rejection only its code and name are kept: its message can hold the auth token. */
  cause?: unknown;
  /** A text for the user in the host's own words, shown instead of the catalogue's. */
  hostMessage?: string | undefined;
  /** What exactly was refused: an attribute's name, or the fields that the server did not take. */
  subject?: readonly string[] | undefined;
  /** When another try makes sense, in milliseconds since the epoch. */
  retryAt?: number | undefined;
}

const made = new WeakSet();

/** An error of the editor. Its `message` is for developers and holds neither SDK text nor a token. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly code: ProfileErrorCode;
  /** A text for the user in the host's own words, shown instead of the catalogue's. */
  readonly hostMessage: string | undefined;
  /** What exactly was refused: an attribute's name, or the fields that the server did not take. */
  readonly subject: readonly string[];
  /** When another try makes sense, in milliseconds since the epoch. */
  readonly retryAt: number | undefined;

  constructor(code: ProfileErrorCode, options: ProfileErrorOptions = {}) {
    const { subject = [], cause, hostMessage, retryAt } = options;
    super([code, ...subject].join(' '), cause ? { cause } : undefined);
    this.code = code;
    this.hostMessage = hostMessage;
    this.subject = Object.freeze([...subject]);
    this.retryAt = retryAt;
    // A page that gets it in an event must not change what the form says.
    Object.freeze(this);
    made.add(this);
  }
}

/** Whether something that was thrown was made here: a page's may have the name, the prototype, or getters that throw. */
export function isProfileError(error: unknown): error is ProfileError {
  return made.has(error as object);
}

/** Whether an error says that the network is gone: what cannot be fetched is a sign of that, too. */
export function isOfNetwork({ code }: ProfileError): boolean {
  return code === 'network' || code === 'sdk-unavailable';
}

/** Passes a `ProfileError` on, and wraps anything else. */
export function toProfileError(error: unknown, code: ProfileErrorCode = 'unknown'): ProfileError {
  return isProfileError(error) ? error : new ProfileError(code, { cause: error });
}
