import { isServer, type LitElement, type TemplateResult } from 'lit';

// The script-tag build has no-hydration.ts in its place: nothing there was rendered on a server.

let isTaking = false;

/** To be called before an element renders: notes whether that is its first time, over what a server wrote. */
export function startRender({ hasUpdated, shadowRoot }: LitElement): void {
  isTaking = !isServer && !hasUpdated && Boolean(shadowRoot?.firstChild);
}

/** Whether the element that renders, or has just rendered, takes over what a server wrote. */
export const isTakingOver = (): boolean => isTaking;

/** What was typed before the code arrived, by the fields' ids. */
export function typedBefore(root: ParentNode): readonly (readonly [id: string, value: string])[] {
  const fields = root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return [...fields]
    .filter(({ value, defaultValue }) => value !== defaultValue)
    .map(({ id, value }) => [id, value] as const);
}

/** Whether a picture failed before anybody listened. */
export function hasFailed(image: HTMLImageElement | null): boolean {
  return Boolean(image?.complete && image.naturalWidth === 0);
}

/**
 * On a server, where `.value` of a text area goes nowhere: the template with the text in it.
 *
 * @param template one with an empty text area
 */
export function asServed(template: TemplateResult<1>, text: string): TemplateResult<1> {
  if (!isServer) return template;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const strings = template.strings.map((part) =>
    part.replace('</textarea>', () => `${escaped}</textarea>`),
  );
  // Lit compares templates by a digest of their strings, which it iterates over: to it they are still the browser's.
  const served = Object.assign(strings, {
    raw: template.strings.raw,
    [Symbol.iterator]: () => template.strings[Symbol.iterator](),
  });
  return { ...template, strings: served };
}
