import { css } from 'lit';

/** The draft as others will meet it: a row of a list, and a message. */
export const previewStyles = css`
  .row b {
    font-size: 1em;
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
