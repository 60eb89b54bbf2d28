import type { CSSResult } from 'lit';

/** A sheet for a tree: made for the document that it is in by now, as no other takes it. */
export function sheetFor(root: Node, { styleSheet, cssText }: CSSResult): CSSStyleSheet {
  const view = (root.ownerDocument ?? document).defaultView ?? window;
  if (styleSheet && view === window) return styleSheet;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}

/** Gives a shadow root its styles. */
export function dress(root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = styles.map((style) => sheetFor(root, style));
}
