/** The nearest value of an attribute, through shadow roots; undefined where there is none, or an empty one. */
export function nearest(start: Element, attribute: string): string | undefined {
  for (let element: Element | undefined = start; element;) {
    const found: Element | null = element.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute) || undefined;
    // Of whichever document: `instanceof` knows that of the script only.
    element = (element.getRootNode() as Partial<ShadowRoot>).host;
  }
  return undefined;
}
