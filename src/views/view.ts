import type { TemplateResult } from 'lit';
import type { PhotoPicker } from '../controllers/photo-picker.js';
import type { PhotoRemover } from '../controllers/photo-remover.js';
import type { ProfileEditor } from '../editor/profile-editor.js';
import type { Translate } from '../locales/messages.js';
import type { PhotoUploader } from '../photo/photo-uploader.js';
import type { ProfileField, StatusPreset } from '../profile.js';

/** Settings that only concern what is shown. */
export interface ViewSettings {
  readonly avatarUploadUrl: string;
  readonly uploadAvatar: PhotoUploader | undefined;
  readonly noPhotoUrl: boolean;
  readonly statusMaxLength: number;
  readonly preview: boolean;
  readonly messages: Readonly<Record<string, string>>;
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
  /** What is fetched with the first edit; undefined until it is there, null where it, or `lazy`, could not be fetched. */
  readonly editing: EditingViews | undefined | null;
  /** What only some pages need besides; undefined on others, or until it is there; null where it could not be fetched. */
  readonly optional?: OptionalViews | undefined | null;
  /** Removes the photo; undefined until the lazy views are there. */
  readonly remover?: PhotoRemover | undefined;
  readonly hidden: ReadonlySet<ProfileField>;
  readonly readonly: ReadonlySet<ProfileField>;
  /** The photo to show; undefined where there is none that may be loaded or that loads. */
  readonly photo: string | undefined;
  readonly settings: ViewSettings;
  /** The direction that the page says, else that of the language; undefined where the page leaves it to the texts. */
  readonly dir?: string | undefined;
  /** Where it is shown, with what it showed before. */
  readonly root: ShadowRoot | null;
  /** How many saves were refused. */
  readonly refusals: number;
  /** Whether somebody was told that the profile is being loaded, maybe before there were words for more. */
  readonly isLate?: boolean;
  /** Whether it has been connecting for a while, with nothing to show. */
  readonly isSlow: boolean;
  readonly onEdit: (field: ProfileField, value: string) => void;
  readonly onLeave: (field: ProfileField) => void;
  readonly onPhotoError: () => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
}

/** The views that are fetched after the form: see `lazy.ts`. Where one cannot be drawn it is undefined; none throws. */
export interface LazyViews {
  /** Takes what a field holds, also where whatever filled it in has sent no event. */
  takeValue(
    view: Pick<EditorView, 'editor' | 'onEdit'>,
    field: ProfileField,
    box: HTMLInputElement | HTMLTextAreaElement,
  ): void;
  /** The same for all fields. */
  takeValues(view: Pick<EditorView, 'editor' | 'onEdit'>, root: ParentNode): void;
  /** Fills a text's placeholders. */
  format(text: string, values: Readonly<Record<string, string>>): string;
  renderAside(view: EditorView): TemplateResult | undefined;
  renderClear(view: EditorView): TemplateResult | undefined;
  renderCounter(view: EditorView): TemplateResult | undefined;
  renderPhotoButtons(
    view: EditorView,
    remover: PhotoRemover,
    hasAddress: boolean,
  ): TemplateResult | undefined;
  renderPresets(view: EditorView): TemplateResult | undefined;
}

/** The views that are fetched with the first edit, or once something fails: see `editing.ts`. None throws. */
export interface EditingViews {
  renderAsideButton(view: EditorView): TemplateResult | undefined;
  renderBelow(view: EditorView, field: ProfileField): TemplateResult | undefined;
  renderConflict(view: EditorView, field: ProfileField): TemplateResult | undefined;
  renderFailure(view: EditorView): TemplateResult | undefined;
  /** What others see where it happens. */
  renderNews(view: EditorView): TemplateResult | undefined;
  /** How it stands; undefined while there is only `progress` to tell of. */
  renderNotice(view: EditorView, progress: unknown): TemplateResult | undefined;
  renderProblem(view: EditorView, field: ProfileField): TemplateResult | undefined;
  /** Why the stored photo is not shown here, although others may see it; undefined where it is, or is being edited. */
  renderStoredPhoto(view: EditorView): TemplateResult | undefined;
}

/** The views that only some pages need: see `optional.ts`. None throws. */
export interface OptionalViews {
  /** Picks photos. */
  readonly picker: PhotoPicker;
  /** Whether the field for the photo's address is there although photos can be uploaded. */
  wantsAddress(view: EditorView): boolean | undefined;
  renderCameraButton(): TemplateResult | undefined;
  renderDropTarget(view: EditorView): TemplateResult | undefined;
  renderMenu(view: EditorView): TemplateResult | undefined;
  renderPreview(view: EditorView): TemplateResult | undefined;
}
