import { sheetFor } from '../dress.js';
import type { PhotoMessages } from '../locales/messages.js';
import { containKeys } from './contain-keys.js';
import { dialogStyles } from './dialog.styles.js';

/** What a dialog says, and how that is read. */
export interface DialogTexts {
  readonly messages: PhotoMessages;
  /** BCP 47. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Where and in which language a dialog is shown. */
export interface DialogOptions {
  /** Gets the dialog appended, so that its parts, custom properties and direction reach it. */
  readonly container: ShadowRoot | HTMLElement;
  /** BCP 47, for numbers and for the `lang` of the dialog. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Is given what to call where the page's language changes while the dialog is open. */
  readonly watchTexts?: ((retell: (texts: DialogTexts) => void) => void) | undefined;
  /** Is called once the dialog is there. */
  readonly onShown?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the focus goes afterwards if nothing had it. Safari focuses no button that is clicked. */
  readonly returnFocus?: HTMLElement | undefined;
}

/** What fills a dialog and what ends it. */
export interface DialogHandle<Result> {
  readonly element: HTMLDialogElement;
  close(result?: Result): void;
  fail(error: unknown): void;
  /** To be set by whoever fills the dialog: renders it in another language. */
  retell?: (texts: DialogTexts) => void;
}

/**
 * Shows a modal dialog until it is closed, cancelled (Escape, the system's back gesture), aborted, or out of sight because
 * the page has hidden what is around it.
 *
 * @param fill - Renders into the dialog before it is shown; the function that it returns is called at the end.
 * @returns What `close` was given; `undefined` where it ended otherwise, or where nobody is there to see it.
 */
export async function openDialog<Result>(
  options: DialogOptions,
  fill: (handle: DialogHandle<Result>) => () => void,
): Promise<Result | undefined> {
  const { container, language, dir, signal } = options;
  if (signal?.aborted || !container.isConnected) return undefined;
  const root = container.getRootNode() as ShadowRoot | Document;
  const styleSheet = sheetFor(root, dialogStyles);
  const { activeElement } = root;
  // The browser gives it back to what had it, and a second move would be heard as well.
  const hadFocus = activeElement && activeElement !== container.ownerDocument.body;
  const focused = hadFocus ? activeElement : options.returnFocus;
  const element = Object.assign(document.createElement('dialog'), {
    className: 'photo-dialog',
    lang: language,
    dir,
    // Orca says nothing of what gets the focus in a dialog if it learns first that what had it is out of reach; of a dialog
    // that gets it itself it always tells.
    autofocus: true,
    tabIndex: -1,
  });
  element.part.add('dialog');
  return new Promise((resolve, reject) => {
    let settle = (): void => resolve(undefined);
    const close = (value?: Result): void => {
      settle = () => resolve(value);
      element.close();
    };
    const cancel = (): void => close();
    const handle: DialogHandle<Result> = {
      element,
      close,
      fail(error) {
        settle = () => reject(error);
        element.close();
      },
    };
    let empty = (): void => undefined;
    container.append(element);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    const releaseKeys = containKeys(element);
    // Without a box it is seen by nobody, but still keeps everybody from the page.
    const look = (): void => {
      if (element.getClientRects().length === 0) cancel();
    };
    const watch = new (element.ownerDocument.defaultView ?? window).ResizeObserver(look);
    const end = (): void => {
      signal?.removeEventListener('abort', cancel);
      watch.disconnect();
      releaseKeys();
      // Whoever keeps what to call keeps the photo as well.
      options.watchTexts?.(() => undefined);
      empty();
      element.remove();
      root.adoptedStyleSheets = withoutOne(root.adoptedStyleSheets, styleSheet);
      giveFocusBack(root, focused);
      settle();
    };
    try {
      empty = fill(handle);
      element.showModal();
      // Older browsers look for something in it.
      if (root.activeElement !== element) element.focus();
    } catch (error) {
      settle = () => reject(error);
      end();
      return;
    }
    element.addEventListener('close', end);
    options.watchTexts?.((texts) => {
      Object.assign(element, { lang: texts.language, dir: texts.dir });
      handle.retell?.(texts);
    });
    signal?.addEventListener('abort', cancel);
    watch.observe(element);
    options.onShown?.();
    look();
  });
}

/** To where it was; to the element around the dialog where that is gone, so that the next Tab does not start at the top. */
function giveFocusBack(root: ShadowRoot | Document, focused: Element | undefined): void {
  const target = focused?.isConnected ? focused : 'host' in root ? root.host : null;
  if (target && root.activeElement !== target) (target as Partial<HTMLElement>).focus?.();
}

/** Without the last of perhaps several, since two editors on a page share their document's list. */
function withoutOne(sheets: CSSStyleSheet[], sheet: CSSStyleSheet): CSSStyleSheet[] {
  const last = sheets.lastIndexOf(sheet);
  return sheets.filter((_, index) => index !== last);
}
