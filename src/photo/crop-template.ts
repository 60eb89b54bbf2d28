import { html, nothing, type TemplateResult } from 'lit';
import { freshText } from '../fresh-text.js';
import { format } from '../locales/format.js';
import type { PhotoMessageKey, PhotoMessages } from '../locales/messages.js';
import { turnedSize, type CropState } from './crop-geometry.js';
import { largeStep, zoomStep, type CropActions } from './crop-gestures.js';
import { renderIconButton } from './icon-button.js';
import type { AnimationProblem, PhotoInfo, PhotoLimits } from './decoded-photo.js';

/** What the crop dialog shows at one moment. */
export interface CropScene extends PhotoLimits {
  readonly info: PhotoInfo;
  readonly messages: PhotoMessages;
  /** BCP 47. */
  readonly language: string;
  readonly crop: CropState;
  readonly maxZoom: number;
  /** The zoom in the user's language. */
  readonly zoomText: string;
  /** Whether the animation is used as it is, so that there is nothing to crop. */
  readonly isStill: boolean;
  readonly animationUrl: string | undefined;
  /** Whether the photo is being made. */
  readonly isBusy: boolean;
  /** What the live region says. */
  readonly spoken: string;
}

/** What its buttons do. */
export interface CropCommands extends CropActions {
  /** A quarter turn, clockwise (1) or back (-1). */
  turn(direction: 1 | -1): void;
  flip(): void;
  reset(): void;
  keepAnimation(isKept: boolean): void;
  cancel(): void;
  use(): void;
}

const animationProblemKeys = {
  'animation-too-large': 'cropAnimationTooLarge',
  'animation-not-square': 'cropAnimationNotSquare',
} as const satisfies Record<AnimationProblem, PhotoMessageKey>;

export function renderCrop(scene: CropScene, commands: CropCommands): TemplateResult {
  const { messages, isStill, isBusy, spoken, animationUrl } = scene;
  return html`
    <h2 id="cropTitle">${messages.cropTitle}</h2>
    ${renderAnimationChoice(scene, commands)}
    <div
      class=${isStill ? 'stage still' : 'stage'}
      dir="ltr"
      role=${isStill ? 'presentation' : 'group'}
      tabindex=${isStill ? nothing : 0}
      aria-label=${isStill ? nothing : messages.cropArea}
      aria-describedby=${isStill ? nothing : 'cropHint'}
    >
      <canvas aria-hidden="true" ?hidden=${isStill}></canvas>
      ${
        isStill
          ? html`
              <img alt="" src=${animationUrl ?? nothing} />
            `
          : nothing
      }
    </div>
    <p class="hint" id="cropHint" ?hidden=${isStill}>${messages.cropHint}</p>
    <div class="tools" ?hidden=${isStill}>${renderTools(scene, commands)}</div>
    <p class="spoken" role="status">${freshText(spoken)}</p>
    <div class="actions">
      <button type="button" @click=${() => commands.cancel()}>${messages.photoCancel}</button>
      <button type="button" class="primary" aria-disabled=${isBusy} @click=${() => commands.use()}>
        ${freshText(isBusy ? messages.cropWorking : messages.cropUse)}
      </button>
    </div>
  `;
}

function renderAnimationChoice(
  scene: CropScene,
  commands: CropCommands,
): TemplateResult | typeof nothing {
  const { messages, info, size, maxBytes, language, isStill } = scene;
  if (info.animation) {
    return html`
      <label class="animation">
        <input
          type="checkbox"
          .checked=${isStill}
          @change=${({ target }: Event & { target: HTMLInputElement }) =>
            commands.keepAnimation(target.checked)}
        />
        ${messages.cropKeepAnimation}
      </label>
    `;
  }
  if (!info.animationProblem) return nothing;
  const number = new Intl.NumberFormat(language);
  const text = messages[animationProblemKeys[info.animationProblem]];
  const pixels = number.format(size);
  const kilobytes = number.format(maxBytes / 1000);
  return html`
    <p>${format(text, { pixels, kilobytes })}</p>
  `;
}

function renderTools(scene: CropScene, commands: CropCommands): TemplateResult {
  const { messages, crop, maxZoom, zoomText } = scene;
  const { zoom } = crop;
  return html`
    <div class="zoom">
      ${renderIconButton('minus', messages.cropZoomOut, () => commands.zoomBy(1 / zoomStep))}
      <input
        type="range"
        min="1"
        max=${maxZoom}
        step="0.01"
        aria-label=${messages.cropZoom}
        aria-valuetext=${zoomText}
        .value=${`${zoom}`}
        @input=${({ target }: Event & { target: HTMLInputElement }) =>
          commands.zoomBy(target.valueAsNumber / zoom)}
      />
      ${renderIconButton('plus', messages.cropZoomIn, () => commands.zoomBy(zoomStep))}
    </div>
    <div role="group" aria-label=${messages.cropMove} dir="ltr">
      ${renderIconButton('left', messages.cropMoveLeft, () => commands.move(-largeStep, 0))}
      ${renderIconButton('up', messages.cropMoveUp, () => commands.move(0, -largeStep))}
      ${renderIconButton('down', messages.cropMoveDown, () => commands.move(0, largeStep))}
      ${renderIconButton('right', messages.cropMoveRight, () => commands.move(largeStep, 0))}
    </div>
    <div dir="ltr">
      ${renderIconButton('turnLeft', messages.cropTurnLeft, () => commands.turn(-1))}
      ${renderIconButton('turnRight', messages.cropTurnRight, () => commands.turn(1))}
      ${renderIconButton('flip', messages.cropFlip, () => commands.flip())}
      ${renderIconButton('reset', messages.cropReset, () => commands.reset())}
    </div>
  `;
}

/** In percentages, so that nothing has to be measured or done again when the dialog changes its size. */
export function placePhoto(canvas: HTMLElement | null, crop: CropState, info: PhotoInfo): void {
  if (!canvas) return;
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
