import { css } from 'lit';

/** The button that empties the status message. */
export const clearStyles = css`
  .clear {
    align-items: center;
    border: 0;
    color: var(--_muted);
    display: grid;
    inline-size: 44px;
    inset-block-start: 0;
    inset-inline-end: 0;
    padding: 0;
    place-items: center;
    position: absolute;
  }
  /* The focus leaves first: if the button went with it, Orca would take the field for the place where it is, and not name it. */
  [data-text=''] > .clear {
    opacity: 0;
    transition: visibility 0s 0.3s;
    visibility: hidden;
  }
`;
