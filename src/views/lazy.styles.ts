import { css } from 'lit';
import { clearStyles } from './clear.styles.js';

// The colours of problems and of success follow the surface, which may be a UI kit's whatever the color-scheme says.
export const lazyStyles = css`
  :host {
    --_contrast: clamp(0, (0.62 - l) * 99, 1);
    --_danger: var(
      --cometchat-profile-editor-danger,
      oklch(from var(--_surface) calc(0.5 + 0.3 * var(--_contrast)) 0.16 27)
    );
  }
  /* The rest of what the page decides. */
  form {
    cursor: inherit;
    interactivity: inherit;
    pointer-events: inherit;
    -moz-osx-font-smoothing: inherit;
    -webkit-font-smoothing: inherit;
    -webkit-locale: inherit;
  }
  input,
  textarea {
    user-select: text;
    -webkit-user-select: text;
  }
  /* As wide as ever while it says that it saves. */
  .save::after {
    block-size: 0;
    content: attr(data-label);
    display: block;
    overflow: hidden;
    visibility: hidden;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* What is tabbed to is not behind a header or a foot that the page keeps in view. */
  :is(input, textarea, button) {
    scroll-margin-block: 96px;
  }
  .buttons {
    align-content: start;
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  svg {
    block-size: 1.25em;
    fill: none;
    flex: none;
    inline-size: 1.25em;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }
  /* Like a link, as large as a button, in line with the text. A UI kit's accent alone is too dim in the dark. */
  .link {
    border-color: transparent;
    color: color-mix(in srgb, var(--_accent) 70%, var(--_text));
    font-size: 0.875em;
    margin-inline-start: -9px;
    min-block-size: var(--_target);
    padding: 4px 8px;
  }
  .beside .link {
    margin-inline-end: -9px;
  }
  .remove,
  .error {
    color: var(--_danger);
  }
  /* By the direction of the form, where the button that clears stands, whatever that of the text is. */
  .grow:dir(rtl)::after,
  .grow:dir(rtl) textarea {
    padding-left: 46px;
    padding-right: 12px;
  }
  /* Keeps the place of "Discard", whatever stands there. */
  .aside {
    display: grid;
  }
  .aside > * {
    grid-area: 1 / 1;
    padding-inline: 6px;
  }
  .ghost {
    font-weight: 600;
    padding-block: 10px;
    text-align: center;
    visibility: hidden;
  }
  .quiet {
    border-color: transparent;
  }
  @container (inline-size < 520px) {
    .aside:not(:has(button)) {
      display: none;
    }
    /* Half of the row, and a little more where its text then stays on one line. */
    .actions > .aside {
      flex: none;
      max-inline-size: 55%;
      min-inline-size: calc(50% - 4px);
    }
  }
  @container (inline-size >= 520px) {
    .aside {
      flex: none !important;
    }
    .aside > * {
      justify-self: end;
      padding-inline: 16px;
    }
  }
  ${clearStyles}
  [readonly] {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
    /* A border that is transparent would be seen. */
    .link,
    .quiet {
      border-color: Canvas;
    }
  }
  .error,
  .small {
    font-size: 0.875em;
  }
  /* Beside the label: nothing moves when it comes, as long as both fit. */
  .field:has(> .counter:not(:empty)) {
    column-gap: 12px;
    grid-template-columns: auto 1fr;
  }
  .field:has(> .counter:not(:empty)) > :not(label) {
    grid-column: 1 / -1;
  }
  .field:has(> .counter:not(:empty)) > .counter {
    grid-area: 1 / 2;
    text-align: end;
  }
  .error {
    color: var(--_danger);
    display: flex;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  /* A region that is not there before its first words does not say them, in Firefox. */
  [aria-live]:empty {
    display: block;
    position: absolute;
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
    min-block-size: var(--_target);
    padding-block: 4px;
  }
  p {
    margin: 0;
  }
  .presets {
    min-inline-size: 0;
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
    border-color: color-mix(in srgb, var(--_text) 25%, var(--_surface));
    border-radius: 999px;
    flex: none;
    font-weight: 400;
    white-space: nowrap;
  }
  .wide {
    flex-basis: 100%;
  }
  .actions {
    /* Words such as Tamil's for "Saving…" are wider than a button. */
    overflow-wrap: anywhere;
    position: relative;
  }
`;
