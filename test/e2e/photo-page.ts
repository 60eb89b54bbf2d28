import { waitUntil } from '@open-wc/testing';
import type { CometChatProfileEditor } from '../../src/index.js';
import { openPage, reach, until, type PageOptions, type TestPage } from '../support/page.js';
import type { TestSandbox } from '../support/sandbox.js';
import { screenOf, type Screen } from '../support/screen.js';

export type Uploader = NonNullable<CometChatProfileEditor['uploadAvatar']>;

/** Opens a page with an editor of Alice's, from whose requests on the sandbox counts. */
export async function openEditor(
  sandbox: TestSandbox,
  attributes: string,
  upload?: Uploader,
  before?: PageOptions['before'],
): Promise<TestPage> {
  const page = await openPage(
    `<cometchat-profile-editor app-id="${sandbox.appId}" region="us"
      auth-token="${sandbox.token('alice')}" ${attributes}></cometchat-profile-editor>`,
    { before },
  );
  if (upload) page.editor.uploadAvatar = upload;
  await reach(page.editor, 'ready');
  await sandbox.clearRequests();
  return page;
}

/** Drops a file on the photo. */
export function drop(page: TestPage, file: File): void {
  const { DataTransfer, DragEvent } = page.window;
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const options = { dataTransfer, bubbles: true, composed: true, cancelable: true };
  page.editor.shadowRoot
    ?.querySelector('[part="avatar"]')
    ?.dispatchEvent(new DragEvent('drop', options));
}

/** The crop dialog, by what a person finds in it. */
export interface CropDialog {
  press(name: string): void;
  zoom(): string | null;
  /** Presses a button that ends the dialog. */
  close(name: string): Promise<void>;
}

/** Waits for the dialog that is about to open. */
export async function findDialog({ editor }: TestPage): Promise<CropDialog> {
  const open = (): HTMLDialogElement | null | undefined =>
    editor.shadowRoot?.querySelector('dialog[open]');
  const find = (name: string): HTMLButtonElement | undefined =>
    [...(open()?.querySelectorAll('button') ?? [])].find(
      (button) => (button.ariaLabel ?? button.textContent.trim()) === name,
    );
  await waitUntil(() => find('Use photo'), 'the crop dialog opens', { timeout: 10_000 });
  const press = (name: string): void => {
    const button = find(name);
    if (!button) throw new Error(`There is no button "${name}" in the dialog`);
    button.click();
  };
  return {
    press,
    zoom: () => open()?.querySelector('input[type=range]')?.getAttribute('aria-valuetext') ?? null,
    close: async (name) => {
      press(name);
      await waitUntil(() => !open(), 'the dialog closes', { timeout: 10_000 });
    },
  };
}

/** Drops a picture on the field and accepts the crop. */
export async function dropAndCrop(page: TestPage, file: File): Promise<Screen> {
  drop(page, file);
  const dialog = await findDialog(page);
  await dialog.close('Use photo');
  await waitUntil(() => page.editor.hasUnsavedChanges, 'the photo waits for the save');
  await page.editor.updateComplete;
  return screenOf(page.editor);
}

/** A photo of one colour, or one of noise, which takes many bytes. */
export async function makePicture(colour?: string, width = 640, height = 480): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  if (colour) {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  } else {
    const image = context.createImageData(width, height);
    let state = 1;
    for (let index = 0; index < image.data.length; index += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      image.data[index] = index % 4 === 3 ? 255 : state >>> 24;
    }
    context.putImageData(image, 0, 0);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([blob as Blob], 'holiday.jpg', { type: 'image/jpeg' });
}

/** The colour in the middle of the photo that a person sees, as hexadecimal without the small differences of encoders. */
export async function shownColour({ editor }: TestPage): Promise<string> {
  let image: HTMLImageElement | null | undefined;
  await until(() => {
    image = editor.shadowRoot?.querySelector('.photo img');
    return Boolean(image?.complete && image.naturalWidth > 0);
  }, 'the photo is not shown');
  return colourOf(image as HTMLImageElement);
}

function colourOf(image: HTMLImageElement): string {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const { naturalWidth: width, naturalHeight: height } = image;
  context.drawImage(image, width / 2, height / 2, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue].map((part) => (part > 127 ? 'f' : '0')).join('');
}
