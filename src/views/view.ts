import type { TemplateResult } from 'lit';
import type { PhotoUploader } from '../photo/photo-uploader.js';
import type { EditorState } from '../editor/editor-state.js';
import type { ProfilePhase } from '../errors.js';
import type { MessageKey } from '../locales/messages.js';
import type { Conflict, Profile, ProfileField, ProfileValues, StatusPreset } from '../profile.js';
import type { FieldProblems } from '../rules.js';
import type { PhotoPicker } from './photo-picker.js';

/** Looks a text up in the current language and fills its placeholders. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

/** What the views read of the editor, and what a user does with it. */
export interface EditorModel {
  readonly state: EditorState;
  readonly profile: Profile | undefined;
  /** Whose profile it is, as far as that is known; else empty. */
  readonly uid: string;
  readonly draft: ProfileValues;
  readonly hasValues: boolean;
  readonly hasUnsavedChanges: boolean;
  readonly problems: FieldProblems;
  readonly conflicts: readonly Conflict[];
  readonly pendingPhoto: string | undefined;
  attachPhoto(preview: string): void;
  edit(field: ProfileField, value: string): void;
  report(error: unknown, phase: ProfilePhase): void;
  reset(): void;
  cancelSave(): void;
  retry(): Promise<void>;
  resolveConflict(field: ProfileField, choice: 'mine' | 'theirs'): void;
}

/** Settings that only concern what is shown. */
export interface ViewSettings {
  readonly avatarUploadUrl: string;
  readonly uploadAvatar: PhotoUploader | undefined;
  readonly statusMaxLength: number;
  readonly preview: boolean;
  /** Undefined for the default ones. */
  readonly statusPresets: readonly StatusPreset[] | undefined;
}

/** Everything that a view shows. */
export interface EditorView {
  readonly editor: EditorModel;
  readonly t: Translate;
  /** BCP 47. */
  readonly language: string;
  /** What is fetched after the form; undefined until it is there, null where it could not be fetched. */
  readonly extras: typeof import('./lazy-views.js') | undefined | null;
  /** Picks pictures; undefined until the extras are there. */
  readonly picker: PhotoPicker | undefined;
  readonly hidden: ReadonlySet<ProfileField>;
  readonly readonly: ReadonlySet<ProfileField>;
  /** The photo to show; undefined where there is none that may be loaded or that loads. */
  readonly photo: string | undefined;
  /** The same as an element, or the initials in its place. */
  readonly avatar: TemplateResult;
  readonly settings: ViewSettings;
  /** The direction of the language, where the page itself says none. */
  readonly dir: string | undefined;
  readonly onEdit: (field: ProfileField, value: string) => void;
  readonly onLeave: (field: ProfileField) => void;
  readonly onPhotoError: () => void;
  readonly onSave: () => void;
}
