import type { render as litRender } from 'lit';

export { css, html, nothing, render } from 'lit';

/** What the dialogs need of the Lit that a page has already. */
export interface PageLit {
  readonly render: typeof litRender;
}

/**
 * Hands the page's Lit over. Only the script-tag build needs it, where this module is replaced: a second Lit would make a
 * second Trusted Types policy of the same name, which a page may forbid.
 */
export function useLit(lit: PageLit): void {
  void lit;
}
