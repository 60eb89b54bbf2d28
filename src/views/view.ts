import type { TemplateResult } from 'lit';
import type { PhotoPicker } from '../controllers/photo-picker.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import type { Messages, Translate } from '../locales/messages.js';
import type { PhotoUploader } from '../photo/photo-uploader.js';
import type { ProfileField, StatusPreset } from '../profile.js';

/** Settings that only concern what is shown. */
export interface ViewSettings {
  readonly avatarUploadUrl: string;
  readonly uploadAvatar: PhotoUploader | undefined;
  readonly noPhotoUrl: boolean;
  readonly statusMaxLength: number;
  readonly preview: boolean;
  /** Undefined for the default ones. */
  readonly statusPresets: readonly StatusPreset[] | undefined;
}

/** Everything that a view shows. */
export interface EditorView {
  readonly editor: ProfileEditor;
  readonly t: Translate;
  /** BCP 47. */
  readonly language: string;
  /** What is fetched after the form; undefined until it is there, null where it could not be fetched. */
  readonly lazy: LazyViews | undefined | null;
  /** Picks photos; undefined until the lazy views are there. */
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
  readonly onUndo: () => void;
}

/** The views that are fetched after the form: see `lazy.ts`. Where one cannot be drawn it is undefined; none throws. */
export interface LazyViews {
  /** Their texts, in English. */
  readonly texts: Readonly<Partial<Messages>>;
  describeProblem(view: EditorView, field: ProfileField): string | undefined;
  renderConflict(view: EditorView, field: ProfileField): TemplateResult | undefined;
  renderCounter(view: EditorView): TemplateResult | undefined;
  renderFailure(view: EditorView): TemplateResult | undefined;
  renderNotice(view: EditorView): TemplateResult | undefined;
  renderPhotoButtons(view: EditorView, picker: PhotoPicker): TemplateResult | undefined;
  renderPresets(view: EditorView): TemplateResult | undefined;
  renderPreview(view: EditorView): TemplateResult | undefined;
  renderUndo(view: EditorView): TemplateResult | undefined;
}
