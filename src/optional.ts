// What only some pages need beside the form, in one chunk: uploads, a picture that is dropped, the preview.
import { DropTarget } from './controllers/drop-target.js';
import { PhotoMenu } from './controllers/photo-menu.js';
import { PhotoPicker, type PickerParts } from './controllers/photo-picker.js';
import { guarded } from './views/guard.js';
import { optionalStyles } from './views/optional.styles.js';
import * as menuView from './views/photo-menu-view.js';
import { renderPreview } from './views/preview-view.js';
import type { EditorView, OptionalViews } from './views/view.js';

export { enOptional as texts } from './locales/en-us-optional.js';
export { optionalStyles };

/** Makes them for an editor. */
export function createOptional(parts: PickerParts): OptionalViews {
  const { host } = parts;
  const picker = new PhotoPicker(parts);
  const menu = new PhotoMenu(host);
  const target = new DropTarget(host);
  return {
    picker,
    wantsAddress: guarded((view: EditorView) => menuView.wantsAddress(view, picker)),
    renderMenu: guarded((view: EditorView) => menuView.renderMenu(view, picker, menu)),
    renderCameraButton: guarded(() => menuView.renderCameraButton(picker, menu)),
    renderDropTarget: guarded((view: EditorView) =>
      target.isDragging && picker.mayUpload ? menuView.renderDropTarget(view) : undefined,
    ),
    renderPreview: guarded(renderPreview),
  };
}
