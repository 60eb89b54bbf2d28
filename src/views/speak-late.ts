import type { LitElement } from 'lit';

/** How long a text is there before it is spoken, and how long after the last key, in milliseconds. */
const pause = 150;
const pauseAfterKey = 300;

/** What the form tells by itself. */
const texts = '.say > span, .spoken > span, .alert p, .error[aria-live] > span';

/**
 * Holds back what is to be spoken for a moment, and while somebody types. Where the focus moves at the same time, as when
 * the button that was pressed goes away, a screen reader tells of that and forgets the rest (Orca 43 with Firefox); so it
 * does with every key.
 */
export function speakLate(host: LitElement): void {
  const renderRoot = host.renderRoot as ShadowRoot;
  const seen = new WeakMap<Element, string>();
  const held = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const release = (each: Element): void => {
    each.removeAttribute('aria-hidden');
    each.removeAttribute('inert');
    held.delete(each);
  };
  const speakAll = (): void => {
    clearTimeout(timer);
    timer = undefined;
    held.forEach(release);
  };
  // One after another: what comes at once may be read as one text, and then once more.
  const speak = (): void => {
    timer = undefined;
    for (const each of held) if (!each.isConnected) held.delete(each);
    const [next] = held;
    if (next) release(next);
    if (held.size > 0) waitFor(pause);
  };
  const waitFor = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(speak, milliseconds);
  };
  const hold = (): void => {
    if (!host.isConnected) return;
    for (const each of renderRoot.querySelectorAll(texts)) {
      const text = each.textContent.trim();
      if (text === (seen.get(each) ?? '')) continue;
      seen.set(each, text);
      // What comes twice in a row Orca takes for the same event: an end that nobody hears makes it another.
      const isSame = text !== '' && text === last;
      if (isSame) (each.querySelector('span') ?? each).append('\u00a0');
      last = isSame ? '' : text || last;
      // With its buttons, which would be told of first; but not what has the focus.
      const box = each.closest('.notice');
      const isFree = box && !box.contains(renderRoot.activeElement);
      const element = isFree ? box : each;
      element.setAttribute(isFree ? 'inert' : 'aria-hidden', 'true');
      held.add(element);
      if (!timer) waitFor(pause);
    }
  };
  renderRoot.addEventListener('keydown', () => timer && waitFor(pauseAfterKey));
  host.addController({ hostUpdated: hold, hostDisconnected: speakAll });
}
