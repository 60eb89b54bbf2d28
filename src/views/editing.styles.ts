import { css } from 'lit';

export const editingStyles = css`
  :host {
    --_success: var(
      --cometchat-profile-editor-success,
      oklch(from var(--_surface) calc(0.46 + 0.35 * var(--_contrast)) 0.13 155)
    );
  }
  /* Of a save that ends at once only the end is told: Orca in Chromium would say it twice. */
  .late {
    animation: late 0.3s step-end;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .line {
    align-items: center;
    display: flex;
    gap: 8px;
  }
  .dot {
    background: var(--_accent);
    block-size: 8px;
    border-radius: 50%;
    flex: none;
    inline-size: 8px;
  }
  .saved {
    color: var(--_success);
    font-weight: 600;
  }
  .notice {
    align-items: center;
    background: color-mix(in srgb, var(--_text) 6%, transparent);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    padding: 12px 14px;
  }
  .notice > p {
    flex: 1 1 12em;
    overflow-wrap: anywhere;
  }
  .notice > svg {
    align-self: start;
  }
  .danger {
    background: color-mix(in srgb, var(--_danger) 9%, var(--_surface));
  }
  .danger > svg,
  .danger .small {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  @media (hover: hover) {
    button:not([aria-disabled='true'], .save, .badge):hover {
      background: color-mix(in srgb, currentColor 9%, transparent);
    }
    .save:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    }
  }
  button:not([aria-disabled='true']) {
    cursor: pointer;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  @media (forced-colors: active) {
    .dot {
      background: CanvasText;
    }
    .notice {
      border: 1px solid;
    }
  }
`;
