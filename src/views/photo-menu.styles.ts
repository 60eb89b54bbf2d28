import { css } from 'lit';

/** Of what only pages that take uploads have: the menu, the button on the photo, the place to drop a picture, the progress. */
export const photoMenuStyles = css`
  /* On the line above what is said: nothing moves when it comes. */
  progress {
    accent-color: var(--_accent);
    block-size: 6px;
    inline-size: 100%;
    inset-block-start: -3px;
    inset-inline-start: 0;
    position: absolute;
  }
  /* The menu opens below the photo, the badge is on it; beside it are no buttons without uploads. */
  .photo:not(:has(+ .beside)) {
    align-self: start;
  }
  .badge {
    background: var(--_accent);
    block-size: max(36px, var(--_target));
    border: 2px solid var(--_surface);
    border-radius: 50%;
    color: var(--_on-accent);
    display: grid;
    inline-size: max(36px, var(--_target));
    inset-block-end: -2px;
    inset-inline-end: -2px;
    min-block-size: 0;
    padding: 0;
    place-items: center;
    position: absolute;
  }
  .menu {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 12px;
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.2);
    display: grid;
    inset-block-start: calc(var(--_avatar-size) + 6px);
    inset-inline-start: 0;
    max-inline-size: 100%;
    min-inline-size: min(220px, 100%);
    padding: 6px;
    position: absolute;
    z-index: 2;
  }
  .menu > button {
    border-color: transparent;
    font-weight: 400;
    min-block-size: 44px;
    padding-inline: 12px;
    text-align: start;
  }
  .menu > button:is(:hover, :focus) {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }
  @media (forced-colors: active) {
    .menu > button {
      border-color: Canvas;
    }
  }
  .menu > .remove:not(:first-child) {
    border-block-start: 1px solid var(--_line);
    border-start-end-radius: 0;
    border-start-start-radius: 0;
    margin-block-start: 4px;
  }
  .drop {
    align-items: center;
    background: color-mix(in srgb, var(--_surface) 88%, transparent);
    border: 2px dashed var(--_accent);
    border-radius: var(--_radius);
    color: color-mix(in srgb, var(--_accent) 70%, var(--_text));
    display: flex;
    font-weight: 600;
    gap: 8px;
    /* The room above and below is outside the form. */
    inset: calc(6px - var(--_space)) 6px;
    justify-content: center;
    pointer-events: none;
    position: absolute;
    z-index: 3;
  }
  form:has(.drop) {
    position: relative;
  }
`;
