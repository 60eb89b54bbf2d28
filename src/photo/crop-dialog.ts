import { render } from 'lit';
import { format } from '../locales/format.js';
import type { PhotoMessages } from '../locales/messages.js';
import {
  centredCrop,
  clampCrop,
  cropSide,
  flipCrop,
  moveCrop,
  turnCrop,
  zoomCrop,
  type CropState,
} from './crop-geometry.js';
import { handleCropKey, listenToGestures } from './crop-gestures.js';
import { placePhoto, renderCrop, type CropCommands, type CropScene } from './crop-template.js';
import {
  openDialog,
  type DialogHandle,
  type DialogOptions,
  type DialogTexts,
} from './open-dialog.js';
import type { PhotoInfo, PhotoLimits } from './decoded-photo.js';

/** What the user decided. */
export interface CropChoice {
  readonly crop: CropState;
  readonly keepsAnimation: boolean;
}

export interface CropDialogOptions extends DialogOptions, PhotoLimits {
  readonly info: PhotoInfo;
  readonly messages: PhotoMessages;
  /** Where to start: what was chosen before. */
  readonly crop?: CropState | undefined;
  readonly keepAnimation?: boolean | undefined;
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
  #options: CropDialogOptions;
  readonly #handle: DialogHandle<Result>;
  readonly #use: (choice: CropChoice) => Promise<Result>;
  readonly #maxZoom: number;
  #percent: Intl.NumberFormat;
  readonly #animationUrl: string | undefined;
  #crop: CropState;
  #keepsAnimation: boolean;
  #isBusy = false;
  #spoken = '';
  #lastSpoken = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #commands: CropCommands = {
    move: (right, down) => this.#change(moveCrop(this.#crop, this.#options.info, right, down)),
    zoomBy: (factor, right = 0, down = 0) => {
      const { info } = this.#options;
      const zoom = this.#crop.zoom * factor;
      this.#change(zoomCrop(this.#crop, info, zoom, this.#maxZoom, right, down));
    },
    turn: (direction) => this.#turn(direction),
    flip: () => this.#change(flipCrop(this.#crop), this.#options.messages.cropFlipped),
    reset: () => this.#change(centredCrop),
    keepAnimation: (isKept) => {
      this.#keepsAnimation = isKept;
      this.#render();
    },
    cancel: () => this.#handle.close(),
    use: () => void this.#finish(),
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
    handle.retell = (texts) => this.#retell(texts);
    this.#render();
    const { element } = handle;
    const canvas = element.querySelector('canvas');
    const stage = element.querySelector<HTMLElement>('.stage');
    if (canvas && stage) {
      canvas.width = info.preview.width;
      canvas.height = info.preview.height;
      // With the opening of the dialog it would be a long task.
      requestAnimationFrame(() => {
        if (element.isConnected) canvas.getContext('2d')?.drawImage(info.preview, 0, 0);
      });
      listenToGestures(stage, this.#commands);
      // The dialog has the focus at first.
      element.addEventListener('keydown', (event) => {
        if (event.target === stage || event.target === element)
          handleCropKey(event, this.#commands);
      });
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#animationUrl) URL.revokeObjectURL(this.#animationUrl);
  }

  #retell(texts: DialogTexts): void {
    this.#options = { ...this.#options, ...texts };
    this.#percent = new Intl.NumberFormat(texts.language, { style: 'percent' });
    // What was spoken is over, and was in the other language.
    clearTimeout(this.#timer);
    this.#spoken = '';
    this.#render();
  }

  #change(crop: CropState, spoken?: string): void {
    if (this.#isBusy || this.#keepsAnimation) return;
    this.#crop = clampCrop(crop, this.#options.info, this.#maxZoom);
    this.#speak(spoken ?? this.#describe());
  }

  #describe(): string {
    const { x, y, zoom } = this.#crop;
    const percent = (part: number): string => this.#percent.format(part);
    return format(this.#options.messages.cropPosition, {
      zoom: percent(zoom),
      across: percent(x),
      down: percent(y),
    });
  }

  /** Shows how it is now, and tells of it in a moment. */
  #speak(text: string): void {
    clearTimeout(this.#timer);
    this.#spoken = '';
    this.#render();
    this.#timer = setTimeout(() => {
      // A button that undoes what it did says the same again, which Orca 43 takes for the same event, and is silent.
      const isSame = text === this.#lastSpoken;
      this.#spoken = isSame ? `${text}\u00a0` : text;
      this.#lastSpoken = this.#spoken;
      this.#render();
    }, speakDelay);
  }

  #turn(direction: 1 | -1): void {
    const crop = turnCrop(this.#crop, direction);
    const degrees = new Intl.NumberFormat(this.#options.language).format(crop.turns * 90);
    this.#change(crop, format(this.#options.messages.cropTurned, { degrees }));
  }

  async #finish(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#speak(this.#options.messages.cropWorking);
    try {
      this.#handle.close(
        await this.#use({ crop: this.#crop, keepsAnimation: this.#keepsAnimation }),
      );
    } catch (error) {
      this.#handle.fail(error);
    }
  }

  #render(): void {
    const { messages, info, size, maxBytes, language } = this.#options;
    const { element } = this.#handle;
    const scene: CropScene = {
      messages,
      info,
      size,
      maxBytes,
      language,
      crop: this.#crop,
      maxZoom: this.#maxZoom,
      zoomText: this.#percent.format(this.#crop.zoom),
      isStill: this.#keepsAnimation,
      animationUrl: this.#animationUrl,
      isBusy: this.#isBusy,
      spoken: this.#spoken,
    };
    render(renderCrop(scene, this.#commands), element);
    element.setAttribute('aria-labelledby', 'cropTitle');
    placePhoto(element.querySelector('canvas'), this.#crop, info);
  }
}
