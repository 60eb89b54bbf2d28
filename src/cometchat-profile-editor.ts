import { LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { styles } from './cometchat-profile-editor.styles.js';
import { LazyParts } from './controllers/lazy-parts.js';
import { PhotoPreview } from './controllers/photo-preview.js';
import { ViewportWatch } from './controllers/viewport-watch.js';
import type { EditorStateName } from './editor/editor-state.js';
import { ProfileEditor } from './editor/profile-editor.js';
import { readTheme, takeSnapshot } from './editor/read-settings.js';
import { defaultAvatarSize } from './editor/settings.js';
import type { ProfileError } from './errors.js';
import type { ProfileEditorEventMap } from './events.js';
import { parseFields } from './fields.js';
import { hasFailed, isTakingOver, startRender, typedBefore } from './hydration.js';
import { en } from './locales/en-us.js';
import type { Messages, PageMessages, Translate } from './locales/messages.js';
import type { PhotoUploader } from './photo/photo-uploader.js';
import type {
  InitialProfile,
  Profile,
  ProfileChanges,
  ProfileField,
  ProfileValues,
  StatusPreset,
} from './profile.js';
import { defaultStatusMaxLength } from './rules.js';
import type { OtherSession, TokenReason } from './session/session.js';
import { renderForm } from './views/form-view.js';
import { formStyles } from './views/form.styles.js';

/** Reads an attribute's text; one that is taken away leaves the default. */
const textOr = (fallback: string) => (text: string | null) => text ?? fallback;

/** Reads an attribute's number; one that is missing or empty leaves the default. */
const numberOr = (fallback: number) => (text: string | null) => (text ? Number(text) : fallback);

/** Reads an attribute's JSON; what is none stays a text, which makes no sense as a setting. */
const readJson = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return text;
  }
};

/** Reads a boolean attribute; React 18 writes `false` into it. */
const isOn = (text: string | null) => text !== null && text !== 'false';

/**
 * Logs a user in to CometChat with an auth token, shows their profile, and lets them change their name, photo and status
 * message. Roles are out of reach: no field, no property and no request carries one.
 *
 * @tagname cometchat-profile-editor
 * @slot heading - Above the form.
 * @slot before-fields - In the form, before its fields.
 * @slot after-fields - In the form, after its fields.
 * @slot footer - Below the form.
 * @fires {ProfileLoadedEvent} profile-loaded - The profile was loaded, was reloaded, or has changed elsewhere.
 * @fires {ProfileChangeEvent} profile-change - The user edited something.
 * @fires {ProfileSaveEvent} profile-save - A save is about to start. Cancelable.
 * @fires {ProfileSavedEvent} profile-saved - The server has confirmed every change.
 * @fires {ProfileErrorEvent} profile-error - Something failed. The user's input is kept.
 * @fires {ProfileSessionEndedEvent} profile-session-ended - The session ended while the form was open. The edits are kept.
 * @fires {ProfileConflictEvent} profile-conflict - A field that the user edited was changed elsewhere, too. Cancelable.
 * @csspart form - The form.
 * @csspart field - A field with its label and messages.
 * @csspart label - A field's label.
 * @csspart input - A text field.
 * @csspart hint - The help text below a field.
 * @csspart counter - The character counter of the status message.
 * @csspart error - The validation message of a field.
 * @csspart avatar - The photo, or the user's initials if there is none.
 * @csspart preview - The draft as other users will see it.
 * @csspart actions - The foot: how it stands, the buttons, and what went wrong.
 * @csspart save - The save button.
 * @csspart discard - The discard button, while there is something to discard.
 * @csspart undo - The button that takes the last save back.
 * @csspart notice - Form-level messages, such as errors and “Profile saved”.
 * @csspart progress - The progress bar of an upload.
 * @csspart dialog - The crop and camera dialogs.
 * @cssprop --cometchat-profile-editor-accent - Buttons and focus.
 * @cssprop --cometchat-profile-editor-on-accent - Text on the accent colour.
 * @cssprop --cometchat-profile-editor-surface - Background.
 * @cssprop --cometchat-profile-editor-text - Text.
 * @cssprop --cometchat-profile-editor-muted - Hints and counters.
 * @cssprop --cometchat-profile-editor-border - Borders of fields and buttons.
 * @cssprop --cometchat-profile-editor-danger - Errors.
 * @cssprop --cometchat-profile-editor-success - “Profile saved”.
 * @cssprop [--cometchat-profile-editor-radius=8px] - Corner radius.
 * @cssprop [--cometchat-profile-editor-space=16px] - Padding, and the unit for the space between fields.
 * @cssprop [--cometchat-profile-editor-avatar-size=96px] - Width and height of the photo.
 * @cssprop --cometchat-profile-editor-font - Font family.
 * @cssstate idle - Not started: `app-id` is missing, or `loading="lazy"` waits for the tag to scroll near the viewport.
 * @cssstate connecting - Logging in and loading the profile.
 * @cssstate ready - The server's profile is shown.
 * @cssstate saving - A save is in progress.
 * @cssstate failed - Loading or saving failed.
 * @cssstate dirty - There are unsaved changes.
 * @cssstate shared-session - The editor uses the page's own SDK and login.
 */
export class CometChatProfileEditor extends LitElement {
  static override styles = [styles, formStyles];

  static override properties: PropertyDeclarations = {
    appId: { attribute: 'app-id', converter: textOr('') },
    region: { converter: textOr('') },
    authToken: { attribute: 'auth-token', converter: textOr('') },
    authTokenUrl: { attribute: 'auth-token-url', converter: textOr('') },
    getAuthToken: { attribute: false },
    sdk: { attribute: false },
    onOtherSession: { attribute: 'on-other-session', converter: textOr('stop') },
    clientHost: { attribute: 'client-host', converter: textOr('') },
    adminHost: { attribute: 'admin-host', converter: textOr('') },
    presence: { type: Boolean, converter: isOn },
    initialProfile: { attribute: 'initial-profile', converter: readJson },
    loading: { converter: textOr('eager') },
    hiddenFields: { attribute: 'hidden-fields', converter: textOr('') },
    readonlyFields: { attribute: 'readonly-fields', converter: textOr('') },
    statusMaxLength: {
      attribute: 'status-max-length',
      converter: numberOr(defaultStatusMaxLength),
    },
    statusPresets: { attribute: false },
    preview: { type: Boolean, converter: isOn },
    avatarUploadUrl: { attribute: 'avatar-upload-url', converter: textOr('') },
    uploadAvatar: { attribute: false },
    noPhotoUrl: { attribute: 'no-photo-url', type: Boolean, converter: isOn },
    avatarSize: { attribute: 'avatar-size', converter: numberOr(defaultAvatarSize) },
    noDraft: { attribute: 'no-draft', type: Boolean, converter: isOn },
    noHostSync: { attribute: 'no-host-sync', type: Boolean, converter: isOn },
    theme: { reflect: true, converter: { toAttribute: readTheme } },
    messages: { attribute: false },
  };

  /** The ID of your CometChat app. */
  declare appId: string;
  /** The region of the app, such as `us`, `eu` or `in`. */
  declare region: string;
  /** The user's auth token, created by your backend. */
  declare authToken: string;
  /** Address on your own origin that answers a `POST` with `{"authToken": "…"}`. */
  declare authTokenUrl: string;
  /** Resolves to an auth token. Its argument is the reason for the call: `'connect'` or `'expired'`. */
  declare getAuthToken: ((reason: TokenReason) => Promise<string>) | undefined;
  /** Your app's own CometChat class, which your app initialises. */
  declare sdk: unknown;
  /**
   * If the page's SDK is logged in with a different login: `stop` shows an error, `use` keeps the page's login, `switch`
   * logs in with the given token instead.
   */
  declare onOtherSession: OtherSession;
  /** Dedicated host of CometChat's client API, if your app has one. */
  declare clientHost: string;
  /** Dedicated host of CometChat's admin API, if your app has one. */
  declare adminHost: string;
  /** Opens the SDK's socket, so that the user appears online. Has no effect on an SDK that the page initialises. */
  declare presence: boolean;
  /**
   * What the page already knows about the user: `{uid, name, avatar, statusMessage}`, of which only `name` is required.
   * The form is filled in and can be edited before the SDK has loaded.
   */
  declare initialProfile: InitialProfile | null | undefined;
  /** `lazy` fetches nothing and logs nobody in until the tag scrolls near the viewport. */
  declare loading: 'eager' | 'lazy';
  /** Space-separated fields to hide: `name`, `avatar`, `status-message`. */
  declare hiddenFields: string;
  /** Space-separated fields that are shown but cannot be edited: `name`, `avatar`, `status-message`. */
  declare readonlyFields: string;
  /** Maximum length of the status message, in graphemes (characters as users see them). */
  declare statusMaxLength: number;
  /**
   * Suggested status messages, such as `[{emoji: '🏖️', text: 'On holiday'}]`. `undefined` offers a short list in the
   * user's language, `[]` none.
   */
  declare statusPresets: readonly StatusPreset[] | undefined;
  /** Shows the draft as other users will see it, in a list and in a message. */
  declare preview: boolean;
  /** Endpoint that accepts `multipart/form-data` with a `file` and answers `{"url": "https://…"}`. */
  declare avatarUploadUrl: string;
  /** Stores a photo anywhere and resolves to its URL. Takes precedence over `avatarUploadUrl`. */
  declare uploadAvatar: PhotoUploader | undefined;
  /** Accepts photos by upload or camera only, and never offers the field for a photo's URL. */
  declare noPhotoUrl: boolean;
  /** Maximum width and height of an uploaded photo, in pixels. */
  declare avatarSize: number;
  /** Keeps unsaved edits and the last known profile out of `sessionStorage`. */
  declare noDraft: boolean;
  /** Keeps saves from notifying the page's own CometChat listeners. */
  declare noHostSync: boolean;
  /** Forces light or dark colours. By default, the page's `color-scheme` decides. */
  declare theme: 'light' | 'dark' | undefined;
  /** Replaces individual texts, such as `{save: 'Update profile'}`. */
  declare messages: Partial<PageMessages>;

  readonly #editor = new ProfileEditor({ target: this });
  readonly #internals = this.attachInternals();
  readonly #viewport = new ViewportWatch(this);
  readonly #preview = new PhotoPreview(this, this.#editor);
  readonly #lazy: LazyParts;
  #settings = takeSnapshot({});
  #focused: Element | null = null;
  #refusals = 0;

  constructor() {
    super();
    this.appId = '';
    this.region = '';
    this.authToken = '';
    this.authTokenUrl = '';
    this.getAuthToken = undefined;
    this.sdk = undefined;
    this.onOtherSession = 'stop';
    this.clientHost = '';
    this.adminHost = '';
    this.presence = false;
    this.initialProfile = undefined;
    this.loading = 'eager';
    this.hiddenFields = '';
    this.readonlyFields = '';
    this.statusMaxLength = defaultStatusMaxLength;
    this.statusPresets = undefined;
    this.preview = false;
    this.avatarUploadUrl = '';
    this.uploadAvatar = undefined;
    this.noPhotoUrl = false;
    this.avatarSize = defaultAvatarSize;
    this.noDraft = false;
    this.noHostSync = false;
    this.messages = {};
    this.#lazy = new LazyParts(this, this.#editor, this.#translate, [styles, formStyles]);
    this.#editor.addEventListener('update', () => this.requestUpdate());
  }

  /** The profile as the server last returned it. */
  get profile(): Profile | undefined {
    return this.#editor.profile;
  }

  /** The values as the user typed them. */
  get draft(): ProfileValues {
    return this.#editor.draft;
  }

  /** The cleaned values that a save would send. A picked photo is a `blob:` URL until it is uploaded. */
  get changes(): ProfileChanges {
    return this.#editor.changes;
  }

  /** Whether there are edits to save. */
  get hasUnsavedChanges(): boolean {
    return this.#editor.hasUnsavedChanges;
  }

  /** What the editor is doing. */
  get state(): EditorStateName {
    return this.#editor.state.kind;
  }

  /** The reason why `state` is `failed`. */
  get error(): ProfileError | undefined {
    return this.#editor.error;
  }

  /** Saves the changed fields. Resolves to `true` if the server has confirmed them all; never rejects. */
  async save(): Promise<boolean> {
    return this.#finish(() => this.#editor.save());
  }

  /**
   * Puts the values that the last save replaced back, by one more save. Possible until the next edit. Resolves to `true` if
   * the server has confirmed them; never rejects. If it fails, the former values stay in the form as unsaved edits.
   */
  async undo(): Promise<boolean> {
    return this.#finish(() => this.#editor.undo());
  }

  /** Discards the edits. */
  reset(): void {
    this.#editor.reset();
  }

  /** Loads the profile again. The edits are kept. */
  async reload(): Promise<void> {
    await this.#editor.reload();
  }

  /** Returns whether the edits are valid. */
  checkValidity(): boolean {
    return this.#editor.checkValidity();
  }

  /** Shows validation problems and focuses the first; returns `true` if there are none. */
  reportValidity(): boolean {
    const isValid = this.#editor.reportValidity();
    if (!isValid) void this.#refuse();
    return isValid;
  }

  /** Focuses the first field. */
  override focus(options?: FocusOptions): void {
    (this.#find('input:enabled:not([hidden]), textarea:enabled') ?? this.#find('form'))?.focus(
      options,
    );
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    try {
      return super.createRenderRoot();
    } catch {
      // Made in one document and put into another, which takes no sheet of the first: its own come with the lazy parts.
      return this.shadowRoot as ShadowRoot;
    }
  }

  /** Called by the browser where the element is moved to another document. */
  adoptedCallback(): void {
    this.#lazy.parts?.restyle();
  }

  override connectedCallback(): void {
    startRender(this);
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within a document, an element is taken out and put in at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#editor.stop();
    });
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#lazy.initialLanguage;
    // What the page knows is there at once. Else the first drawing is a task of its own: with the evaluation of this file,
    // and the connecting, it would be a long one.
    const isAtOnce = this.hasUpdated || this.initialProfile;
    if (!isAtOnce) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    startRender(this);
    this.#settings = takeSnapshot(this);
    this.#focused = this.shadowRoot?.activeElement ?? null;
    if (this.loading === 'lazy' && !this.#viewport.hasBeenNear) return;
    this.#editor.configure(this.#settings);
    if (this.isConnected) this.#editor.start();
  }

  protected override updated(): void {
    if (isTakingOver()) {
      const typed = typedBefore(this.renderRoot);
      for (const [field, value] of typed) this.#editor.edit(field as ProfileField, value);
      if (hasFailed(this.renderRoot.querySelector('img'))) this.#preview.fail();
      this.requestUpdate();
    }
    if (this.loading === 'lazy') this.#viewport.watch();
    const { state } = this;
    const { states } = this.#internals;
    states.clear();
    states.add(state);
    if (this.hasUnsavedChanges) states.add('dirty');
    if (this.#editor.isShared) states.add('shared-session');
    this.#keepFocus();
  }

  protected override render(): TemplateResult {
    const { views, parts } = this.#lazy;
    const { hiddenFields, readonlyFields } = this.#settings;
    return renderForm({
      editor: this.#editor,
      t: this.#translate,
      photo: this.#preview.source,
      onPhotoError: this.#onPhotoError,
      language: 'en',
      lazy: views,
      editing: views === null ? null : undefined,
      ...parts?.view,
      hidden: new Set([...parseFields(hiddenFields), ...this.#editor.unknownFields]),
      readonly: parseFields(readonlyFields),
      settings: this.#settings,
      onEdit: this.#onEdit,
      onLeave: this.#onLeave,
      onSave: () => void this.save(),
      onUndo: () => void this.undo(),
      root: this.shadowRoot,
      refusals: this.#refusals,
      isSlow: this.#lazy.isSlow,
    });
  }

  /** Settles when everything is shown, what is fetched after the form included. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazy.loaded;
    return super.getUpdateComplete();
  }

  async #finish(save: () => Promise<boolean>): Promise<boolean> {
    const { shadowRoot } = this;
    const view = { editor: this.#editor, onEdit: this.#onEdit };
    if (shadowRoot) this.#lazy.views?.takeValues(view, shadowRoot);
    const { activeElement } = this.ownerDocument;
    const isSaved = await save();
    if (!isSaved) await this.#refuse(activeElement);
    return isSaved;
  }

  /**
   * Shows what is wrong, with the focus there; but not where the person has gone on to something else since `before` had it.
   */
  async #refuse(before = this.ownerDocument.activeElement): Promise<void> {
    this.#refusals += 1;
    this.requestUpdate();
    await this.updateComplete;
    const { activeElement, body } = this.ownerDocument;
    if (activeElement === before || activeElement === body || this.matches(':focus-within'))
      (this.#find('[aria-invalid=true]') ?? this.#find('[id$=conflict] button'))?.focus();
  }

  readonly #translate: Translate = (key, values) => {
    const { views, parts } = this.#lazy;
    const english: Partial<Messages> = en;
    const own = this.#settings.messages[key];
    const text = own ?? parts?.localizer.texts?.[key] ?? english[key] ?? parts?.texts[key] ?? '';
    return values && views ? views.format(text, values) : text;
  };

  readonly #onEdit = (field: ProfileField, value: string): void => {
    if (field === 'avatar' && value) this.#preview.showSoon();
    this.#editor.edit(field, value);
  };

  readonly #onLeave = (field: ProfileField): void => {
    this.#editor.touch(field);
    this.#preview.show();
  };

  readonly #onPhotoError = (): void => this.#preview.fail();

  /** What had the focus may be gone, such as "Try again" once it works; the form then keeps it. */
  #keepFocus(): void {
    if (this.#focused && !this.#focused.isConnected) this.#find('form')?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cometchat-profile-editor': CometChatProfileEditor;
  }
}

/* eslint-disable-next-line -- typed events for `addEventListener` */
export interface CometChatProfileEditor {
  addEventListener<K extends keyof ProfileEditorEventMap>(
    type: K,
    listener: (this: this, event: ProfileEditorEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
