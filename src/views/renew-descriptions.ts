import type { LitElement } from 'lit';

/** Firefox keeps what it once read from a hidden description, whatever that says since, until a field names it anew. */
export function renewDescriptions(host: LitElement): void {
  const { renderRoot } = host;
  const told = new Map<Element, string>();
  const renew = (): void => {
    for (const field of renderRoot.querySelectorAll('input, textarea')) {
      const names = field.getAttribute('aria-describedby') ?? '';
      const text = renderRoot.querySelector(`#${field.id}-error`)?.textContent ?? '';
      if (text === (told.get(field) ?? '')) continue;
      told.set(field, text);
      field.removeAttribute('aria-describedby');
      field.setAttribute('aria-describedby', names);
    }
  };
  host.addController({ hostUpdated: renew });
}
