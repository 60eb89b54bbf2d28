import { css } from 'lit';

// The colours of problems and of success follow the surface, which may be a UI kit's whatever the color-scheme says.
export const lazyStyles = css`
  :host {
    --_contrast: clamp(0, (0.62 - l) * 99, 1);
    --_danger: var(
      --cometchat-profile-editor-danger,
      oklch(from var(--_surface) calc(0.5 + 0.3 * var(--_contrast)) 0.16 27)
    );
    --_success: var(
      --cometchat-profile-editor-success,
      oklch(from var(--_surface) calc(0.46 + 0.35 * var(--_contrast)) 0.13 155)
    );
  }
  /* As wide as ever while it says that it saves, or as what stood there. */
  .save::after,
  .undo::after {
    block-size: 0;
    content: attr(data-label);
    display: block;
    overflow: hidden;
    visibility: hidden;
  }
  .buttons {
    align-content: start;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [readonly] {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
  button:not([aria-disabled='true']) {
    cursor: pointer;
  }
  .presets {
    min-inline-size: 0;
  }
  .saved {
    color: var(--_success);
    font-weight: 600;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .error,
  .small {
    font-size: 0.875em;
  }
  /* In the gap before the next field: nothing moves when it comes. */
  .counter {
    inset-block-start: 100%;
    inset-inline-end: 0;
    position: absolute;
    white-space: nowrap;
  }
  .field:has(> .counter) {
    margin-block-end: max(0px, 1.3em - 1.5 * var(--_space));
    position: relative;
  }
  .error {
    color: var(--_danger);
  }
  .spoken {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
  }
  /* Where the page forces one theme, a UI kit's colours for the other are of no use. */
  :host(:is([theme='light'], [theme='dark'])) {
    --cometchat-background-color-01: initial;
    --cometchat-text-color-primary: initial;
    --cometchat-text-color-secondary: initial;
  }
  .small {
    justify-self: start;
    min-block-size: 32px;
    padding-block: 4px;
  }
  .notice {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
    display: grid;
    gap: 6px;
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
    padding: 12px;
  }
  .danger {
    border: 1px solid var(--_danger);
  }
  p {
    margin: 0;
  }
  .chips {
    display: flex;
    gap: 8px;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    /* Room for the focus ring, which the scrolling would cut off. */
    padding: 4px;
    margin: -4px;
    scrollbar-width: none;
    padding-inline-end: 32px;
    mask: linear-gradient(to right, #000 calc(100% - 28px), transparent) no-repeat;
  }
  .chips:dir(rtl) {
    mask-image: linear-gradient(to left, #000 calc(100% - 28px), transparent);
  }
  /* Nothing in it can have the focus yet, and so nobody without a mouse could scroll it. */
  .loading .chips {
    overflow: hidden;
  }
  .chip {
    border-radius: 999px;
    flex: none;
    font-weight: 400;
    white-space: nowrap;
  }
  .wide {
    flex-basis: 100%;
  }
  /* Nobody drops a picture on a phone. */
  @container (inline-size < 440px) {
    .hint.wide {
      display: none;
    }
  }
  progress {
    accent-color: var(--_accent);
    inline-size: 100%;
  }
  figure {
    display: grid;
    gap: 12px;
    margin: 0;
  }
  .row {
    --_avatar-size: 40px;
    align-items: center;
    display: flex;
    gap: 12px;
    min-inline-size: 0;
  }
  .message {
    --_avatar-size: 28px;
    align-items: end;
  }
  .lines {
    display: grid;
    min-inline-size: 0;
  }
  .lines > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bubble {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    border-end-start-radius: 0;
    border-radius: 12px;
    padding: 8px 12px;
  }
  .bubble > .hint {
    color: inherit;
  }
`;
