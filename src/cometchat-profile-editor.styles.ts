import { css } from 'lit';

/** Each token falls back to the CometChat UI kit's own, then to a value with AA contrast on the surface. */
export const styles = css`
  :host {
    --_accent: var(
      --cometchat-profile-editor-accent,
      var(--cometchat-primary-color, light-dark(#5b45c9, #b3a5ff))
    );
    --_on-accent: var(
      --cometchat-profile-editor-on-accent,
      var(--cometchat-static-white, light-dark(#fff, #17132b))
    );
    --_surface: var(
      --cometchat-profile-editor-surface,
      var(--cometchat-background-color-01, light-dark(#fff, #17171a))
    );
    --_text: var(
      --cometchat-profile-editor-text,
      var(--cometchat-text-color-primary, light-dark(#17171a, #f4f4f6))
    );
    --_muted: var(
      --cometchat-profile-editor-muted,
      var(--cometchat-text-color-secondary, light-dark(#5d5d66, #a9a9b3))
    );
    --_border: var(
      --cometchat-profile-editor-border,
      color-mix(in srgb, var(--_text) 52%, var(--_surface))
    );
    --_line: color-mix(in srgb, var(--_text) 14%, var(--_surface));
    --_radius: var(--cometchat-profile-editor-radius, var(--cometchat-radius-2, 10px));
    --_space: var(--cometchat-profile-editor-space, 16px);
    --_avatar-size: var(--cometchat-profile-editor-avatar-size, 96px);
    /*
     * Height of the pristine form by the width of what it is in, where a label or a button goes below another: the room that
     * is kept for it until it is drawn. The documentation tells pages to keep the same before the script has come.
     */
    --_pristine-size: calc(
      434px + clamp(0px, (552px - 100%) * 999, 115px) + clamp(0px, (352px - 100%) * 999, 19px)
    );
    background: var(--_surface);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_text);
    display: flow-root;
    /* As a column, should the page make it a flex box. */
    flex-direction: column;
    font-family: var(--cometchat-profile-editor-font, var(--cometchat-font-family, inherit));
    line-height: 1.4;
    max-inline-size: 100%;
    /* Else the line breaks of the template become lines. */
    white-space: normal !important;
    writing-mode: horizontal-tb;
  }
  /*
   * The room above and below, and the width where the content decides it, as in a dialog: the form, being a container, has
   * none to offer.
   */
  :host::before,
  :host::after {
    content: '';
    display: grid;
    flex: 0 0 0;
    grid-template-columns: minmax(0, 480px);
    min-block-size: var(--_space);
    min-inline-size: 0;
    overflow: clip;
  }
  /* No state yet, and so no form, which may wait for its language. */
  :host(:not(:state(idle), :state(connecting), :state(ready), :state(saving), :state(failed))) {
    --_wait: calc(var(--_pristine-size) - 2 * var(--_space));
  }
  :host::before {
    padding-block-start: var(--_wait);
  }
  /* But for the one that a server wrote. */
  slot[name='heading'] {
    margin-block-start: calc(-1 * var(--_wait));
  }
  :host([hidden]),
  span:empty {
    display: none;
  }
  /* It takes no room and yet is there: else it would be read as it comes, and what it tells once more. */
  .alert:empty {
    position: absolute;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  * {
    box-sizing: border-box;
  }
  /*
   * The page's inherited styles end here, and so do its resets of the tag, which would take a padding away. What it hides or
   * disables stays so, and its typeface stays.
   */
  form {
    --_target: 32px;
    all: initial;
    box-sizing: border-box;
    color: var(--_text);
    color-scheme: inherit;
    contain-intrinsic-inline-size: min(208px, 100vw - 112px);
    container-type: inline-size;
    display: grid;
    font-family: inherit;
    font-size: max(14px, 1em);
    gap: var(--_space);
    inline-size: 100%;
    line-height: 1.4;
    visibility: inherit;
    -webkit-text-size-adjust: inherit;
  }
  /* Heading and footer. */
  slot:not(form *) {
    display: block;
  }
  slot:not(form *),
  form {
    padding-inline: var(--_space);
  }
`;
