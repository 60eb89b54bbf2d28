import { css } from 'lit';

/** What stands in the form: the head with the person, the fields, the foot. The element's own styles define the `--_` tokens. */
export const formStyles = css`
  .field {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }
  .head,
  form > .field,
  .preview {
    max-inline-size: 720px;
  }
  .head {
    display: grid;
    gap: var(--_space);
    grid-template-columns: auto minmax(0, 1fr);
    position: relative;
  }
  .photo {
    position: relative;
  }
  .avatar {
    background: color-mix(in srgb, var(--_accent) 16%, var(--_surface));
    block-size: var(--_avatar-size);
    border-radius: 50%;
    display: grid;
    font-size: calc(var(--_avatar-size) * 0.36);
    inline-size: var(--_avatar-size);
    object-fit: cover;
    overflow: hidden;
    place-items: center;
  }
  .who {
    align-self: center;
    display: grid;
    gap: 2px 8px;
  }
  .address,
  .address > :not(label, .hint) {
    grid-column: 1 / -1;
  }
  .lines {
    display: grid;
    grid-auto-rows: minmax(20px, auto);
    min-inline-size: 0;
  }
  .lines > * {
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    font-size: 1.25em;
    line-height: 1.3;
    min-block-size: 1.3em;
  }
  label,
  .hint,
  .say {
    font-size: 0.875em;
  }
  .hint,
  .say {
    color: var(--_muted);
  }
  input,
  textarea,
  button {
    background: transparent;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: inherit;
    font: inherit;
    min-block-size: 44px;
    padding: 9px 12px;
  }
  b,
  label,
  button {
    font-weight: 600;
  }
  input,
  textarea {
    inline-size: 100%;
  }
  /* iOS zooms in on smaller text. */
  @media (pointer: coarse) {
    form {
      --_target: 44px;
    }
    input,
    textarea {
      font-size: max(16px, 1em);
    }
  }
  /* The field is as high as its text, which stands behind it unseen. */
  .grow {
    display: grid;
    position: relative;
  }
  .grow::after,
  textarea {
    grid-area: 1 / 1;
    max-block-size: 8em;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    padding: 9px 46px 9px 12px;
    resize: none;
    white-space: pre-wrap;
  }
  .grow::after {
    border: 1px solid;
    content: attr(data-text) ' ';
    visibility: hidden;
  }
  :disabled {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  .buttons {
    min-block-size: calc(var(--_target) * 2 + 4px);
  }
  .beside > .buttons {
    min-block-size: var(--_target);
  }
  .actions {
    background: var(--_surface);
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .foot {
    border-block-start: 1px solid var(--_line);
    margin-inline: calc(1px - var(--_space));
    padding: 10px calc(var(--_space) - 1px) 0;
  }
  .actions > * {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .say,
  .alert {
    flex-basis: 100%;
  }
  .say {
    align-content: center;
    min-block-size: 1.4em;
  }
  button {
    padding-inline: 16px;
  }
  .save {
    padding-inline: 6px;
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
  }
  .presets {
    margin-block-start: 2px;
    min-block-size: var(--_target);
  }
  .preview {
    min-block-size: 200px;
  }
  .loading :is(input, textarea) {
    border-color: transparent;
  }
  @container (inline-size >= 380px) {
    .buttons {
      min-block-size: var(--_target);
    }
    .beside {
      display: flex;
      flex-wrap: wrap;
    }
    .beside > .lines {
      flex: 1 6em;
    }
  }
  @container (inline-size >= 520px) {
    .head {
      row-gap: 4px;
    }
    .photo {
      align-self: center;
      grid-row: span 2;
    }
    .address {
      grid-column: 2;
      grid-template-columns: auto 1fr;
    }
    .address > .hint {
      text-align: end;
    }
    .say {
      flex: 1 1 9em;
      min-block-size: 44px;
    }
    .actions > .save {
      flex: none;
      padding-inline: 16px;
    }
  }
`;
