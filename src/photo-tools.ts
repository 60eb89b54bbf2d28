// What only pages that take uploads need beside the form, in one chunk.
import { DropTarget } from './controllers/drop-target.js';
import { PhotoMenu } from './controllers/photo-menu.js';
import type { PhotoHost } from './controllers/photo-picker.js';
import { guarded } from './views/guard.js';
import * as menuView from './views/photo-menu-view.js';
import { photoMenuStyles } from './views/photo-menu.styles.js';
import type { EditorView, PhotoTools } from './views/view.js';

export { photoMenuStyles };

/** Makes the menu and the drop target of an editor. */
export function createPhotoTools(host: PhotoHost): PhotoTools {
  const menu = new PhotoMenu(host);
  const target = new DropTarget(host);
  return {
    renderMenu: guarded((view: EditorView) => menuView.renderMenu(view, menu)),
    renderCameraButton: guarded((view: EditorView) => menuView.renderCameraButton(view, menu)),
    renderDropTarget: guarded((view: EditorView) =>
      target.isDragging && view.picker?.mayUpload ? menuView.renderDropTarget(view) : undefined,
    ),
  };
}
