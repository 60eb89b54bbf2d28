import { css } from 'lit';

/** Shared by the crop and the camera dialog. The tokens come from the element that the dialog is in. */
export const dialogStyles = css`
  .avatar-dialog {
    --_dialog-accent: var(
      --_accent,
      var(--cometchat-profile-editor-accent, light-dark(#5b45c9, #aa9dff))
    );
    --_dialog-on-accent: var(
      --_on-accent,
      var(--cometchat-profile-editor-on-accent, light-dark(#fff, #16112e))
    );
    --_dialog-surface: var(
      --_surface,
      var(--cometchat-profile-editor-surface, light-dark(#fff, #1c1c1f))
    );
    --_dialog-text: var(
      --_text,
      var(--cometchat-profile-editor-text, light-dark(#141414, #f5f5f5))
    );
    --_dialog-muted: var(
      --_muted,
      var(--cometchat-profile-editor-muted, light-dark(#5c5c5c, #b3b3b3))
    );
    --_dialog-border: var(
      --_border,
      var(--cometchat-profile-editor-border, light-dark(#8a8a8a, #7a7a7a))
    );
    --_dialog-danger: var(
      --_danger,
      var(--cometchat-profile-editor-danger, light-dark(#b3261e, #ff8a80))
    );
    --_dialog-radius: var(--_radius, var(--cometchat-profile-editor-radius, 0.5rem));

    box-sizing: border-box;
    inline-size: min(26rem, calc(100vi - 1rem));
    max-inline-size: none;
    max-block-size: calc(100dvb - 1rem);
    margin: auto;
    padding: 1rem;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_dialog-border);
    border-radius: var(--_dialog-radius);
    background: var(--_dialog-surface);
    color: var(--_dialog-text);
    font: var(--_font, var(--cometchat-profile-editor-font, inherit));
    text-align: start;

    &::backdrop {
      background: rgb(0 0 0 / 0.5);
    }

    *,
    ::before {
      box-sizing: border-box;
    }

    h2 {
      margin: 0 0 0.75rem;
      font-size: 1.2em;
    }

    p {
      margin: 0.5rem 0;
    }

    button {
      min-inline-size: 2.5rem;
      min-block-size: 2.5rem;
      padding: 0.4rem 0.6rem;
      border: 1px solid var(--_dialog-border);
      border-radius: var(--_dialog-radius);
      background: transparent;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }

    button.icon {
      display: inline-grid;
      place-items: center;
      padding: 0;
    }

    button.primary {
      border-color: var(--_dialog-accent);
      background: var(--_dialog-accent);
      color: var(--_dialog-on-accent);
    }

    [aria-disabled='true'] {
      cursor: default;
      opacity: 0.7;
    }

    :focus-visible {
      outline: 2px solid var(--_dialog-accent);
      outline-offset: 2px;
    }

    /* Not the look of the form's text fields and labels. */
    input {
      min-block-size: 0;
      padding: 0;
      border: 0;
      accent-color: var(--_dialog-accent);
    }

    svg {
      display: block;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      fill: none;
      stroke: currentcolor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .stage {
      position: relative;
      inline-size: min(100%, 18rem, 70vmin);
      aspect-ratio: 1;
      margin-inline: auto;
      overflow: hidden;
      border-radius: var(--_dialog-radius);
      /* Shows where a picture is transparent. */
      background: repeating-conic-gradient(#ddd 0 25%, #fff 0 50%) 0 0 / 1rem 1rem;
      touch-action: none;
      cursor: grab;
      /* Keeps what lies outside the circle dark in forced colours too. */
      forced-color-adjust: none;
      user-select: none;
    }

    .stage:active {
      cursor: grabbing;
    }

    .stage.still {
      touch-action: auto;
      cursor: default;
    }

    .stage canvas {
      position: absolute;
      inset-block-start: 50%;
      inset-inline-start: 50%;
      max-inline-size: none;
    }

    .stage img {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }

    .stage::after {
      content: '';
      position: absolute;
      inset: 0;
      border: 2px solid #fff;
      border-radius: 50%;
      box-shadow: 0 0 0 100vmax rgb(0 0 0 / 0.5);
      pointer-events: none;
    }

    .hint {
      color: var(--_dialog-muted);
      font-size: 0.875em;
      text-align: center;
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: 0.5rem 1rem;
    }

    .tools > div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: 0.25rem;
    }

    .tools .zoom {
      flex: 1 1 100%;
      flex-wrap: nowrap;
    }

    .zoom input {
      flex: 1;
      min-inline-size: 0;
      block-size: 2.5rem;
      margin: 0;
    }

    .animation {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-block-size: 2rem;
      margin-block-end: 0.75rem;
      font: inherit;
    }

    .animation input {
      flex: none;
      inline-size: 1.5rem;
      block-size: 1.5rem;
      margin: 0;
    }

    .problem {
      color: var(--_dialog-danger);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: 0.5rem;
      margin-block-start: 1rem;
    }

    .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    video {
      display: block;
      inline-size: 100%;
      max-block-size: 60dvb;
      border-radius: var(--_dialog-radius);
      background: #000;
      transform: scaleX(-1);
    }

    [hidden] {
      display: none;
    }
  }
`;
