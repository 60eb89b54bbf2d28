import type { LitElement } from 'lit';

/** Firefox keeps what it once read from a hidden description, whatever that says since, until it is named anew. */
export function renewDescriptions(host: LitElement): void {
  const { renderRoot } = host;
  const told = new WeakMap<Element, string>();
  const textOf = (id: string): string =>
    renderRoot.querySelector(`#${id}[hidden]`)?.textContent.trim() ?? '';
  const renew = (): void => {
    for (const described of renderRoot.querySelectorAll('[aria-describedby]')) {
      const names = described.getAttribute('aria-describedby') ?? '';
      const text = names.split(' ').map(textOf).join(' ');
      if (text === (told.get(described) ?? '')) continue;
      told.set(described, text);
      described.removeAttribute('aria-describedby');
      described.setAttribute('aria-describedby', names);
    }
  };
  host.addController({ hostUpdated: renew });
}
