import { css } from 'lit';

/** Shared by the crop and the camera dialog. The element around the dialog defines the `--_` tokens. */
export const dialogStyles = css`
  /* The page's inherited styles end here, as they do at the form. A modal dialog is all that can be used: it can be. */
  .photo-dialog {
    all: initial;
    display: block;
    position: fixed;
    inset: 0;
    block-size: fit-content;
    color-scheme: inherit;
    font-family: inherit;
    font-size: max(14px, 1em);
    line-height: 1.4;
    -webkit-locale: inherit;
    box-sizing: border-box;
    inline-size: min(27em, calc(100vi - 1em));
    max-inline-size: none;
    max-block-size: calc(100dvb - 1em);
    margin: auto;
    padding: 1em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid color-mix(in srgb, var(--_text) 14%, var(--_surface));
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: 0 12px 40px rgb(0 0 0 / 0.3);
    background: var(--_surface);
    color: var(--_text);
    text-align: start;
  }
  .photo-dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .photo-dialog *,
  .photo-dialog ::before {
    box-sizing: border-box;
  }
  .photo-dialog h2 {
    margin: 0 0 0.6em;
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
  }
  .photo-dialog p {
    margin: 0.5em 0;
  }
  .photo-dialog button {
    min-inline-size: 2.5em;
    min-block-size: 2.5em;
    padding: 0.4em 0.6em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  @media (hover: hover) {
    .photo-dialog button:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, currentColor 9%, transparent);
    }
  }
  @media (pointer: coarse) {
    .photo-dialog :is(button, .zoom input, .animation) {
      min-inline-size: 44px;
      min-block-size: 44px !important;
    }
  }
  .photo-dialog button.icon {
    display: inline-grid;
    place-items: center;
    padding: 0;
  }
  .photo-dialog .actions > button {
    flex: none;
    max-inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 16px;
    border-color: transparent;
    font-weight: 600;
  }
  .photo-dialog .actions > .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (hover: hover) {
    .photo-dialog .actions > .primary:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    }
  }
  .photo-dialog [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  @media (forced-colors: active) {
    .photo-dialog [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
  .photo-dialog:focus-visible,
  .photo-dialog:focus-visible .stage[tabindex],
  .photo-dialog :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* The ground around it is darkened. */
  .photo-dialog:focus-visible {
    outline-color: currentColor;
  }
  /* Its keys are those of the photo. */
  .photo-dialog:focus-visible:has(.stage[tabindex]) {
    outline: none;
  }
  /* Not the look of the form's text fields and labels. */
  .photo-dialog input {
    min-block-size: 0;
    padding: 0;
    border: 0;
    accent-color: var(--_accent);
  }
  .photo-dialog svg {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .photo-dialog .stage {
    position: relative;
    inline-size: min(100%, 18em, 70vmin);
    aspect-ratio: 1;
    margin-inline: auto;
    overflow: hidden;
    border-radius: var(--_radius);
    /* Shows where a photo is transparent. */
    background: repeating-conic-gradient(#ddd 0 25%, #fff 0 50%) 0 0 / 1em 1em;
    touch-action: none;
    cursor: grab;
    /* Keeps what lies outside the circle dark in forced colours too. */
    forced-color-adjust: none;
    user-select: none;
  }
  .photo-dialog .stage:active {
    cursor: grabbing;
  }
  .photo-dialog .stage.still {
    touch-action: auto;
    cursor: default;
  }
  .photo-dialog .stage canvas {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 50%;
    max-inline-size: none;
  }
  .photo-dialog .stage img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .photo-dialog .stage::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid #fff;
    border-radius: 50%;
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 0.5);
    pointer-events: none;
  }
  .photo-dialog .hint {
    color: var(--_muted);
    font-size: 0.875em;
    text-align: center;
  }
  .photo-dialog .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5em 1em;
  }
  .photo-dialog .tools > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.25em;
  }
  .photo-dialog .tools .zoom {
    flex: 1 1 100%;
    flex-wrap: nowrap;
  }
  .photo-dialog .zoom input {
    flex: 1;
    min-inline-size: 0;
    block-size: 2.5em;
    margin: 0;
  }
  .photo-dialog .animation {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2em;
    margin-block-end: 0.75em;
    font: inherit;
  }
  .photo-dialog .animation input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
  }
  .photo-dialog .problem {
    color: var(--_danger);
  }
  .photo-dialog .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    margin: 1em -1em -1em;
    padding: 10px 1em;
    border-block-start: 1px solid color-mix(in srgb, var(--_text) 14%, var(--_surface));
  }
  /* Both as wide, as the form's own on a phone. */
  @media (max-width: 479px) {
    .photo-dialog .actions > button {
      flex: 1 1 0;
      padding-inline: 6px;
    }
  }
  .photo-dialog .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .photo-dialog video {
    display: block;
    inline-size: 100%;
    max-block-size: 60dvb;
    border-radius: var(--_radius);
    background: #000;
    transform: scaleX(-1);
  }
  .photo-dialog [hidden] {
    display: none;
  }
`;
