import { html, nothing, render } from './lit.js';
import type { TemplateResult } from 'lit';
import type { AvatarMessages } from './avatar-messages.js';
import {
  centredCrop,
  clampCrop,
  cropSide,
  flipCrop,
  moveCrop,
  turnCrop,
  turnedSize,
  zoomCrop,
} from './crop-geometry.js';
import type { CropState } from './crop-geometry.js';
import { handleCropKey, largeStep, listenToGestures, zoomStep } from './crop-gestures.js';
import { renderIconButton } from './icon-button.js';
import { openDialog } from './open-dialog.js';
import type { DialogHandle, DialogOptions } from './open-dialog.js';
import type { PictureInfo, PictureLimits } from './picture.js';

/** What the user decided. */
export interface CropChoice {
  crop: CropState;
  keepsAnimation: boolean;
}

export interface CropDialogOptions extends DialogOptions, PictureLimits {
  info: PictureInfo;
  messages: AvatarMessages;
  /** Where to start: what was chosen before. */
  crop?: CropState | undefined;
  keepAnimation?: boolean | undefined;
}

/** Quiet for this long before a position is spoken, in milliseconds, or every step of a drag would be. */
const speakDelay = 400;

/** Shows the crop dialog; resolves with what `use` makes of the choice, or `undefined` when cancelled. */
export function openCropDialog<Result>(
  options: CropDialogOptions,
  use: (choice: CropChoice) => Promise<Result>,
): Promise<Result | undefined> {
  return openDialog<Result>(options, (handle) => {
    const view = new CropView(options, handle, use);
    return () => view.end();
  });
}

class CropView<Result> {
  readonly #options: CropDialogOptions;
  readonly #handle: DialogHandle<Result>;
  readonly #use: (choice: CropChoice) => Promise<Result>;
  readonly #maxZoom: number;
  readonly #percent: Intl.NumberFormat;
  readonly #animationUrl: string | undefined;
  #crop: CropState;
  #keepsAnimation: boolean;
  #isBusy = false;
  #spoken = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #actions = {
    move: (right: number, down: number): void =>
      this.#change(moveCrop(this.#crop, this.#options.info, right, down)),
    zoomBy: (factor: number, right = 0, down = 0): void => {
      const { info } = this.#options;
      const zoom = this.#crop.zoom * factor;
      this.#change(zoomCrop(this.#crop, info, zoom, this.#maxZoom, right, down));
    },
  };

  constructor(
    options: CropDialogOptions,
    handle: DialogHandle<Result>,
    use: (choice: CropChoice) => Promise<Result>,
  ) {
    const { info, size, language, crop = centredCrop, keepAnimation = true } = options;
    this.#options = options;
    this.#handle = handle;
    this.#use = use;
    this.#maxZoom = Math.min(10, Math.max(3, cropSide(info, 1) / size));
    this.#crop = clampCrop(crop, info, this.#maxZoom);
    this.#percent = new Intl.NumberFormat(language, { style: 'percent' });
    this.#animationUrl = info.animation && URL.createObjectURL(info.animation);
    this.#keepsAnimation = !!info.animation && keepAnimation;
    this.#render();
    const { element } = handle;
    const canvas = element.querySelector('canvas');
    const stage = element.querySelector<HTMLElement>('.stage');
    if (canvas && stage) {
      canvas.width = info.preview.width;
      canvas.height = info.preview.height;
      canvas.getContext('2d')?.drawImage(info.preview, 0, 0);
      listenToGestures(stage, this.#actions);
      stage.addEventListener('keydown', (event) => handleCropKey(event, this.#actions));
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#animationUrl) {
      URL.revokeObjectURL(this.#animationUrl);
    }
  }

  #change(crop: CropState, spoken?: string): void {
    if (this.#isBusy || this.#keepsAnimation) {
      return;
    }
    this.#crop = clampCrop(crop, this.#options.info, this.#maxZoom);
    this.#render();
    this.#speak(spoken ?? this.#describe());
  }

  #describe(): string {
    const { x, y, zoom } = this.#crop;
    const { messages } = this.#options;
    const format = this.#percent;
    return messages.cropPosition(format.format(zoom), format.format(x), format.format(y));
  }

  #speak(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#spoken = text;
      this.#render();
    }, speakDelay);
  }

  #turn(direction: 1 | -1): void {
    const crop = turnCrop(this.#crop, direction);
    const degrees = new Intl.NumberFormat(this.#options.language).format(crop.turns * 90);
    this.#change(crop, this.#options.messages.cropTurned(degrees));
  }

  async #finish(): Promise<void> {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    this.#render();
    try {
      this.#handle.close(
        await this.#use({ crop: this.#crop, keepsAnimation: this.#keepsAnimation }),
      );
    } catch (error) {
      this.#handle.fail(error);
    }
  }

  #render(): void {
    const { messages, info } = this.#options;
    const isStill = this.#keepsAnimation;
    render(
      html`
        <h2 id="cropTitle">${messages.cropTitle}</h2>
        ${this.#renderAnimationChoice()}
        <div
          class="stage ${isStill ? 'still' : ''}"
          dir="ltr"
          role=${isStill ? 'presentation' : 'application'}
          tabindex=${isStill ? nothing : 0}
          aria-label=${isStill ? nothing : messages.cropArea}
          aria-describedby=${isStill ? nothing : 'cropHint'}
          ?autofocus=${!isStill}
        >
          <canvas aria-hidden="true" ?hidden=${isStill}></canvas>
          ${
            isStill
              ? html`
                  <img alt="" src=${this.#animationUrl ?? nothing} />
                `
              : nothing
          }
        </div>
        <p class="hint" id="cropHint" ?hidden=${isStill}>${messages.cropHint}</p>
        <div class="tools" ?hidden=${isStill}>${this.#renderTools()}</div>
        <p class="spoken" role="status">${this.#spoken}</p>
        <div class="actions">
          <button type="button" @click=${() => this.#handle.close()}>
            ${messages.avatarCancel}
          </button>
          <button
            type="button"
            class="primary"
            aria-disabled=${this.#isBusy}
            @click=${() => this.#finish()}
          >
            ${this.#isBusy ? messages.cropWorking : messages.cropUse}
          </button>
        </div>
      `,
      this.#handle.element,
    );
    this.#handle.element.setAttribute('aria-labelledby', 'cropTitle');
    placePicture(this.#handle.element.querySelector('canvas'), this.#crop, info);
  }

  #renderAnimationChoice(): TemplateResult | typeof nothing {
    const { messages, info, size, maxBytes, language } = this.#options;
    if (info.animation) {
      return html`
        <label class="animation">
          <input
            type="checkbox"
            .checked=${this.#keepsAnimation}
            @change=${(event: Event & { target: HTMLInputElement }) => {
              this.#keepsAnimation = event.target.checked;
              this.#render();
            }}
          />
          ${messages.cropKeepAnimation}
        </label>
      `;
    }
    const format = (value: number): string => new Intl.NumberFormat(language).format(value);
    return info.animationProblem
      ? html`
          <p>
            ${messages.cropAnimation[info.animationProblem](format(size), format(maxBytes / 1000))}
          </p>
        `
      : nothing;
  }

  #renderTools(): TemplateResult {
    const { messages } = this.#options;
    const { move, zoomBy } = this.#actions;
    const { zoom } = this.#crop;
    return html`
      <div class="zoom">
        ${renderIconButton('minus', messages.cropZoomOut, () => zoomBy(1 / zoomStep))}
        <input
          type="range"
          min="1"
          max=${this.#maxZoom}
          step="0.01"
          aria-label=${messages.cropZoom}
          aria-valuetext=${this.#percent.format(zoom)}
          .value=${`${zoom}`}
          @input=${({ target }: Event & { target: HTMLInputElement }) =>
            zoomBy(target.valueAsNumber / zoom)}
        />
        ${renderIconButton('plus', messages.cropZoomIn, () => zoomBy(zoomStep))}
      </div>
      <div role="group" aria-label=${messages.cropMove} dir="ltr">
        ${renderIconButton('left', messages.cropMoveLeft, () => move(-largeStep, 0))}
        ${renderIconButton('up', messages.cropMoveUp, () => move(0, -largeStep))}
        ${renderIconButton('down', messages.cropMoveDown, () => move(0, largeStep))}
        ${renderIconButton('right', messages.cropMoveRight, () => move(largeStep, 0))}
      </div>
      <div dir="ltr">
        ${renderIconButton('turnLeft', messages.cropTurnLeft, () => this.#turn(-1))}
        ${renderIconButton('turnRight', messages.cropTurnRight, () => this.#turn(1))}
        ${renderIconButton('flip', messages.cropFlip, () =>
          this.#change(flipCrop(this.#crop), messages.cropFlipped),
        )}
        ${renderIconButton('reset', messages.cropReset, () => this.#change(centredCrop))}
      </div>
    `;
  }
}

/** In percentages, so that nothing has to be measured or done again when the dialog changes its size. */
function placePicture(canvas: HTMLElement | null, crop: CropState, info: PictureInfo): void {
  if (!canvas) {
    return;
  }
  const { width, height } = info;
  const shortest = Math.min(width, height);
  const turned = turnedSize(info, crop.turns);
  const right = ((0.5 - crop.x) * turned.width * crop.zoom) / width;
  const down = ((0.5 - crop.y) * turned.height * crop.zoom) / height;
  canvas.style.inlineSize = `${(width / shortest) * 100}%`;
  canvas.style.blockSize = `${(height / shortest) * 100}%`;
  canvas.style.transform =
    `translate(${right * 100 - 50}%, ${down * 100 - 50}%) rotate(${crop.turns * 90}deg) ` +
    `scale(${crop.isFlipped ? -crop.zoom : crop.zoom}, ${crop.zoom})`;
}
