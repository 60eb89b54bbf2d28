import type { ProfileEditor } from '../editor/profile-editor.js';
import { hasAddress, hasFile, readDropped } from '../photo/dropped.js';
import type { PhotoPicker } from './photo-picker.js';

/**
 * Keeps the browser from doing as it likes with what is dragged over a form: it would open a picture in place of the page.
 * What takes the picture is fetched while it is dragged.
 */
export function catchDrops(
  root: Node,
  editor: ProfileEditor,
  fetchPicker: () => Promise<PhotoPicker | undefined>,
): void {
  root.addEventListener('dragenter', (event) => {
    if (isCaught(event as DragEvent)) void fetchPicker();
  });
  root.addEventListener('dragover', (event) => {
    if (isCaught(event as DragEvent)) event.preventDefault();
  });
  root.addEventListener('drop', (event) => {
    const { dataTransfer: data } = event as DragEvent;
    if (!isCaught(event as DragEvent)) return;
    event.preventDefault();
    const dropped = readDropped(data);
    const { person } = editor;
    void fetchPicker().then((picker) => {
      if (editor.person === person) picker?.drop(dropped);
    });
  });
}

function isCaught({ dataTransfer: data, target, defaultPrevented }: DragEvent): boolean {
  if (defaultPrevented) return false;
  // A text field takes an address as a text.
  const isField = target instanceof Element && target.matches('input, textarea');
  return hasFile(data) || (!isField && hasAddress(data));
}
