import {
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { styles } from './cometchat-profile-editor.styles.js';
import { LazyParts } from './controllers/lazy-parts.js';
import { PhotoPreview } from './controllers/photo-preview.js';
import { ViewportWatch } from './controllers/viewport-watch.js';
import type { EditorStateName } from './editor/editor-state.js';
import { ProfileEditor } from './editor/profile-editor.js';
import { takeSnapshot } from './editor/read-settings.js';
import { defaultAvatarSize } from './editor/settings.js';
import { ProfileError } from './errors.js';
import type { ProfileEditorEventMap } from './events.js';
import { parseFields } from './fields.js';
import { hasFailed, isTakingOver, startRender, typedBefore } from './hydration.js';
import { en } from './locales/en-us.js';
import { format, type Messages, type Translate } from './locales/messages.js';
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
import { connectCometChat } from './session/cometchat-session.js';
import type { OtherSession, TokenReason } from './session/session.js';
import { takeValues } from './views/field-view.js';
import { renderForm } from './views/form-view.js';
import { renderAvatar } from './views/photo-view.js';

/** Reads an attribute's number; one that is missing, or makes no sense, leaves the default. */
const positiveNumberOr = (fallback: number) => (text: string | null) =>
  Number(text) > 0 ? Number(text) : fallback;

/** A theme as an attribute; what is none takes it away. */
const readTheme = (theme: unknown): string | null =>
  theme === 'light' || theme === 'dark' ? theme : null;

/** Reads a boolean attribute; React 18 writes `false` into it. */
const isOn = (text: string | null) => text !== null && text !== 'false';

/**
 * Logs a person in to CometChat with an auth token, shows their profile, and lets them change their name, photo and status
 * message. There is no role: no field, no property, and no request carries one.
 *
 * @tagname cometchat-profile-editor
 * @slot heading - Above the form.
 * @slot before-fields - In the form, before its fields.
 * @slot after-fields - In the form, after its fields.
 * @slot footer - Below the form.
 * @fires {ProfileLoadedEvent} profile-loaded - The server's profile is shown: first load, reload, or a change elsewhere.
 * @fires {ProfileChangeEvent} profile-change - The user edited something.
 * @fires {ProfileSaveEvent} profile-save - Before a save; cancelable.
 * @fires {ProfileSavedEvent} profile-saved - The server's answer confirms every change.
 * @fires {ProfileErrorEvent} profile-error - Something failed; what was typed is still there.
 * @fires {ProfileSessionEndedEvent} profile-session-ended - The session went away under the form; the edits are kept.
 * @fires {ProfileConflictEvent} profile-conflict - An edited field was changed elsewhere; cancelable.
 * @csspart form - The form.
 * @csspart field - One field with its label and messages.
 * @csspart label - A field's label.
 * @csspart input - A text field.
 * @csspart hint - The help text of a field.
 * @csspart counter - The character counter of the status message.
 * @csspart error - The problem of a field.
 * @csspart avatar - The photo, or the initials in its place.
 * @csspart preview - The draft as others will see it.
 * @csspart actions - The row of form buttons.
 * @csspart save - The save button.
 * @csspart discard - The discard button.
 * @csspart notice - What the whole form has to say.
 * @csspart progress - How far an upload has come.
 * @csspart dialog - The dialogs for cutting a photo out and for the camera.
 * @cssprop --cometchat-profile-editor-accent - Buttons and focus.
 * @cssprop --cometchat-profile-editor-on-accent - Text on the accent colour.
 * @cssprop --cometchat-profile-editor-surface - Background.
 * @cssprop --cometchat-profile-editor-text - Text.
 * @cssprop --cometchat-profile-editor-muted - Hints and counters.
 * @cssprop --cometchat-profile-editor-border - Borders of fields and buttons.
 * @cssprop --cometchat-profile-editor-danger - Problems.
 * @cssprop --cometchat-profile-editor-success - Success.
 * @cssprop --cometchat-profile-editor-radius - Corner radius.
 * @cssprop --cometchat-profile-editor-space - Distance between fields.
 * @cssprop --cometchat-profile-editor-avatar-size - Width and height of the photo.
 * @cssprop --cometchat-profile-editor-font - Font family.
 * @cssstate idle - Nothing to connect to yet, or not wanted yet.
 * @cssstate connecting - Logging in and reading the profile.
 * @cssstate ready - The server's profile is shown.
 * @cssstate saving - A save is under way.
 * @cssstate failed - Something failed.
 * @cssstate dirty - There are unsaved edits.
 * @cssstate shared-session - The session lives in an SDK copy of the page.
 */
export class CometChatProfileEditor extends LitElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    appId: { attribute: 'app-id', useDefault: true },
    region: { useDefault: true },
    authToken: { attribute: 'auth-token', useDefault: true },
    authTokenUrl: { attribute: 'auth-token-url', useDefault: true },
    getAuthToken: { attribute: false },
    sdk: { attribute: false },
    onOtherSession: { attribute: 'on-other-session', useDefault: true },
    clientHost: { attribute: 'client-host', useDefault: true },
    adminHost: { attribute: 'admin-host', useDefault: true },
    presence: { type: Boolean, converter: isOn },
    initialProfile: { attribute: 'initial-profile', type: Object },
    loading: {},
    hiddenFields: { attribute: 'hidden-fields', useDefault: true },
    readonlyFields: { attribute: 'readonly-fields', useDefault: true },
    statusMaxLength: {
      attribute: 'status-max-length',
      converter: positiveNumberOr(defaultStatusMaxLength),
    },
    statusPresets: { attribute: false },
    preview: { type: Boolean, converter: isOn },
    avatarUploadUrl: { attribute: 'avatar-upload-url' },
    uploadAvatar: { attribute: false },
    avatarSize: { attribute: 'avatar-size', converter: positiveNumberOr(defaultAvatarSize) },
    noDraft: { attribute: 'no-draft', type: Boolean, converter: isOn },
    noHostSync: { attribute: 'no-host-sync', type: Boolean, converter: isOn },
    theme: { reflect: true, converter: { toAttribute: readTheme } },
    messages: { attribute: false },
  };

  /** Id of the CometChat app. */
  declare appId: string;
  /** Region of the app, such as `us`, `eu` or `in`. */
  declare region: string;
  /** The user's auth token, made by the site's backend. */
  declare authToken: string;
  /** Same-origin endpoint that answers a `POST` with `{"authToken": "…"}`. */
  declare authTokenUrl: string;
  /** Source of auth tokens; asked before `authTokenUrl` and `authToken`. */
  declare getAuthToken: ((reason: TokenReason) => Promise<string>) | undefined;
  /** The page's own CometChat class, initialised by the page. */
  declare sdk: unknown;
  /** What to do where a shared SDK copy is logged in and the given token is not that user's. */
  declare onOtherSession: OtherSession;
  /** Dedicated client API host. */
  declare clientHost: string;
  /** Dedicated admin API host. */
  declare adminHost: string;
  /** Opens the SDK's socket, on an own copy only, so that the user is shown as online. */
  declare presence: boolean;
  /** What the page already knows of the user: shown and editable before the SDK has arrived. */
  declare initialProfile: InitialProfile | null | undefined;
  /** `lazy`: nothing is fetched and nobody logged in until the tag comes near the viewport. */
  declare loading: 'eager' | 'lazy';
  /** Space-separated names of fields not to show: `name`, `avatar`, `status-message`. */
  declare hiddenFields: string;
  /** Space-separated names of fields to show without editing: `name`, `avatar`, `status-message`. */
  declare readonlyFields: string;
  /** Most graphemes of a status message. */
  declare statusMaxLength: number;
  /** Status messages to choose from; undefined for a small localised list, empty for none. */
  declare statusPresets: readonly StatusPreset[] | undefined;
  /** Shows the draft as others will see it. */
  declare preview: boolean;
  /** Endpoint that takes `multipart/form-data` with `file` and answers `{"url": "https://…"}`. */
  declare avatarUploadUrl: string;
  /** Stores a picture anywhere and resolves to its URL; asked before `avatarUploadUrl`. */
  declare uploadAvatar: PhotoUploader | undefined;
  /** Width and height of an uploaded photo, in pixels. */
  declare avatarSize: number;
  /** Keeps unsaved edits out of `sessionStorage`. */
  declare noDraft: boolean;
  /** Keeps a save from telling the page's own CometChat listeners. */
  declare noHostSync: boolean;
  /** `light` or `dark`; otherwise the page's `color-scheme` decides. */
  declare theme: string | undefined;
  /** Single texts replaced. */
  declare messages: Partial<Messages>;

  readonly #editor = new ProfileEditor({
    target: this,
    connect: async (config, listener) => {
      // Where there is something to show, that is drawn first: connecting becomes a task of its own.
      if (this.initialProfile) await new Promise((resolve) => setTimeout(resolve));
      return connectCometChat(config, listener);
    },
  });
  readonly #internals = this.attachInternals();
  readonly #viewport = new ViewportWatch(this);
  readonly #preview = new PhotoPreview(this, this.#editor);
  readonly #lazy: LazyParts;
  #settings = takeSnapshot({});
  #focused: Element | null = null;
  #shownState: EditorStateName | undefined;

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
    this.avatarSize = defaultAvatarSize;
    this.noDraft = false;
    this.noHostSync = false;
    this.messages = {};
    this.#lazy = new LazyParts(this, this.#editor, this.#translate);
    this.#editor.addEventListener('update', () => this.requestUpdate());
  }

  /** What the server last answered. */
  get profile(): Profile | undefined {
    return this.#editor.profile;
  }

  /** The values as typed. */
  get draft(): ProfileValues {
    return this.#editor.draft;
  }

  /** The cleaned values that a save would send. */
  get changes(): ProfileChanges {
    return this.#editor.changes;
  }

  /** Whether there are edits that a save would send. */
  get hasUnsavedChanges(): boolean {
    return this.#editor.hasUnsavedChanges;
  }

  /** What the editor is doing. */
  get state(): EditorStateName {
    return this.#editor.state.kind;
  }

  /** Why the state is `failed`. */
  get error(): ProfileError | undefined {
    return this.#editor.error;
  }

  /** Saves the changed fields. Resolves to whether the server now holds them; never rejects. */
  async save(): Promise<boolean> {
    const { shadowRoot } = this;
    if (shadowRoot) takeValues({ editor: this.#editor, onEdit: this.#onEdit }, shadowRoot);
    const isSaved = await this.#editor.save();
    if (!isSaved) {
      await this.updateComplete;
      this.#focusProblem();
    }
    return isSaved;
  }

  /** Discards the edits. */
  reset(): void {
    this.#editor.reset();
  }

  /** Reads the profile again; edits stay. */
  async reload(): Promise<void> {
    await this.#editor.reload();
  }

  /** Whether the edits may be saved. */
  checkValidity(): boolean {
    return this.#editor.checkValidity();
  }

  /** Shows what is wrong with the edits and moves the focus there; true where nothing is. */
  reportValidity(): boolean {
    const isValid = this.#editor.reportValidity();
    if (!isValid) void this.updateComplete.then(() => this.#focusProblem());
    return isValid;
  }

  /** Moves the focus to the first field. */
  override focus(options?: FocusOptions): void {
    (this.#find('input:enabled, textarea:enabled') ?? this.#form)?.focus(options);
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    startRender(this);
    this.#settings = takeSnapshot(this);
    // Lit makes null of JSON that it cannot parse.
    const hasBroken = this.initialProfile === null && this.hasAttribute('initial-profile');
    if (changed.has('initialProfile') && hasBroken) {
      const error = new ProfileError('invalid-config', { subject: ['initial-profile'] });
      this.#editor.report(error, 'connect');
    }
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
    const isBusy = state === 'idle' || state === 'connecting';
    // Where they could not be fetched, not again with every update.
    if (state !== this.#shownState && !isBusy) void this.#lazy.load();
    this.#shownState = state;
    this.#keepFocus();
  }

  protected override render(): TemplateResult {
    const { views, localizer, picker } = this.#lazy;
    const base = {
      editor: this.#editor,
      t: this.#translate,
      photo: this.#preview.source,
      onPhotoError: this.#onPhotoError,
    };
    return renderForm({
      ...base,
      avatar: renderAvatar(base),
      language: localizer?.language ?? 'en',
      dir: localizer?.dir,
      lazy: views,
      picker,
      hidden: parseFields(this.#settings.hiddenFields),
      readonly: parseFields(this.#settings.readonlyFields),
      settings: this.#settings,
      onEdit: this.#onEdit,
      onLeave: this.#onLeave,
      onSave: () => void this.save(),
    });
  }

  /** Settles when everything is shown, what is fetched after the form included. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazy.loaded;
    return super.getUpdateComplete();
  }

  readonly #translate: Translate = (key, values = {}) => {
    const { localizer, views } = this.#lazy;
    const english: Partial<Messages> = en;
    const text =
      this.#settings.messages[key] ?? localizer?.texts?.[key] ?? english[key] ?? views?.texts[key];
    return format(text ?? '', values);
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

  #focusProblem(): void {
    (this.#find('[aria-invalid="true"]') ?? this.#find('[id$="conflict"] button'))?.focus();
  }

  /** What had the focus may be gone, such as "Try again" once it works; the form then keeps it. */
  #keepFocus(): void {
    if (this.#focused && !this.#focused.isConnected) this.#form?.focus();
  }

  get #form(): HTMLElement | null {
    return this.#find('form');
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
