import { waitUntil } from '@open-wc/testing';
import {
  openPhotoEditor,
  type PhotoEditorOptions,
  type PhotoResult,
} from '../../src/photo/photo-editor.js';
import { enPhoto } from '../../src/locales/en-us-photo.js';

/** The tokens that a dialog inherits from the element around it. */
const tokens = `:host {
  --_accent: #5b45c9;
  --_on-accent: #fff;
  --_surface: #fff;
  --_text: #17171a;
  --_muted: #5d5d66;
  --_border: #8a8a8a;
  --_danger: #b3261e;
  --_radius: 8px;
}`;

/** A place for dialogs as the element offers one, with the button that a user came from. */
export function makeHost(): { root: ShadowRoot; opener: HTMLButtonElement } {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' });
  root.appendChild(document.createElement('style')).textContent = tokens;
  const opener = root.appendChild(document.createElement('button'));
  opener.textContent = 'Change photo';
  opener.focus();
  return { root, opener };
}

export async function findDialog(root: ShadowRoot): Promise<HTMLDialogElement> {
  await waitUntil(() => root.querySelector('dialog[open]'), 'a dialog opens', { timeout: 10_000 });
  return findIn(root, 'dialog');
}

function findIn<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) {
    throw new Error(`no ${selector}`);
  }
  return found;
}

/** The open crop dialog, by what a user finds in it. */
export interface OpenEditor {
  result: Promise<PhotoResult | undefined>;
  root: ShadowRoot;
  opener: HTMLButtonElement;
  dialog: HTMLDialogElement;
  stage: HTMLElement;
  slider: HTMLInputElement;
  status(): string;
  press(name: string): void;
  key(key: string, options?: KeyboardEventInit): void;
  /** Presses "Use photo". */
  use(): Promise<PhotoResult>;
}

export function pressButton(dialog: ParentNode, name: string): void {
  const buttons = [...dialog.querySelectorAll('button')];
  const button = buttons.find(
    (candidate) => (candidate.ariaLabel ?? candidate.textContent.trim()) === name,
  );
  if (!button || button.closest('[hidden]')) {
    throw new Error(`no button "${name}"`);
  }
  button.click();
}

export async function openEditor(
  source: Blob,
  options: Partial<PhotoEditorOptions> = {},
): Promise<OpenEditor> {
  const { root, opener } = makeHost();
  const result = openPhotoEditor(source, {
    container: root,
    messages: enPhoto,
    language: 'en',
    dir: 'ltr',
    ...options,
  });
  const dialog = await Promise.race([
    findDialog(root),
    result.then(() => findIn<HTMLDialogElement>(root, 'dialog')),
  ]);
  const stage = findIn<HTMLElement>(dialog, '.stage');
  return {
    result,
    root,
    opener,
    dialog,
    stage,
    slider: findIn(dialog, 'input[type=range]'),
    status: () => findIn(dialog, '[role=status]').textContent.trim(),
    press: (name) => pressButton(dialog, name),
    key(key, init = {}) {
      stage.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
      );
    },
    async use() {
      pressButton(dialog, 'Use photo');
      const chosen = await result;
      if (!chosen) throw new Error('nothing was chosen');
      return chosen;
    },
  };
}
