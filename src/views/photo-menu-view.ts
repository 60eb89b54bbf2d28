import { html, nothing, type TemplateResult } from 'lit';
import type { PhotoMenu } from '../controllers/photo-menu.js';
import type { PhotoPicker } from '../controllers/photo-picker.js';
import type { MessageKey } from '../locales/messages.js';
import { photoAccept } from '../photo/accept.js';
import { icons } from './icons.js';
import type { EditorView } from './view.js';

/** The button that opens the menu, and the menu: a menu button as WAI-ARIA has it. */
export function renderMenu(
  { t, settings }: EditorView,
  picker: PhotoPicker,
  menu: PhotoMenu,
): TemplateResult | undefined {
  if (!picker.mayUpload) return undefined;
  const item = (isThere: boolean, key: MessageKey, act: () => void, kind = ''): unknown =>
    isThere
      ? html`
          <button
            type="button"
            role="menuitem"
            tabindex="-1"
            class=${kind}
            @click=${() => menu.choose(act)}
          >
            ${t(key)}
          </button>
        `
      : nothing;
  return html`
    <button
      type="button"
      class="link"
      title=${t('dropPhoto')}
      aria-haspopup="menu"
      aria-expanded=${menu.isOpen ? 'true' : 'false'}
      aria-disabled=${picker.isBusy ? 'true' : 'false'}
      @click=${menu.toggle}
      @keydown=${menu.onButtonKey}
    >
      ${t('changePhoto')}
    </button>
    ${
      menu.isOpen
        ? html`
            <div
              class="menu"
              role="menu"
              aria-label=${t('changePhoto')}
              @keydown=${menu.onKey}
              @focusout=${menu.onFocusOut}
            >
              ${item(true, 'uploadPhoto', () => picker.choose())}
              ${item(picker.mayTake, 'takeNewPhoto', () => picker.take())}
              ${item(!settings.noPhotoUrl, 'usePhotoUrl', () => picker.openAddress())}
              ${item(picker.mayCropAgain, 'editPhoto', () => picker.cropAgain())}
              ${item(picker.mayRemove, 'removePhoto', () => picker.remove(), 'remove')}
            </div>
          `
        : nothing
    }
    <input
      type="file"
      hidden
      accept=${photoAccept}
      @change=${(event: Event) => picker.onChosen(event.target as HTMLInputElement)}
    />
  `;
}

/** The same for a mouse or a finger, on the photo. */
export function renderCameraButton(
  picker: PhotoPicker,
  menu: PhotoMenu,
): TemplateResult | undefined {
  if (!picker.mayUpload) return undefined;
  return html`
    <button type="button" class="badge" tabindex="-1" aria-hidden="true" @click=${menu.toggle}>
      ${icons.camera}
    </button>
  `;
}

/** Whether the field for the photo's address is there although photos can be uploaded. */
export function wantsAddress(view: EditorView, picker: PhotoPicker): boolean {
  const { editor, editing } = view;
  if (picker.isAddressOpen || editing?.renderStoredPhoto(view)) return true;
  const { avatar } = editor.changes;
  return Boolean(avatar) && !editor.photo && avatar !== editor.storedPhoto?.url;
}

/** Where a picture that is dragged over the page may be dropped. */
export function renderDropTarget({ t }: EditorView): TemplateResult {
  return html`
    <div class="drop" aria-hidden="true">${icons.camera} ${t('changePhoto')}</div>
  `;
}
