/**
 * What a designer would send back: text that does not fit its box, and things that lie on one another. Runs in the page.
 *
 * @param {Element} editor Or a dialog of one.
 * @returns {string[]}
 */
export function findFlaws(editor) {
  const root = editor.shadowRoot ?? editor;
  const found = [];
  const nameOf = (element) =>
    element.id || element.className || element.textContent.trim().slice(0, 20) || element.localName;
  const isShown = (element) => element.getClientRects().length > 0;
  // What may be longer than its box: text that is typed, rows that scroll, names that end in an ellipsis, a picture that
  // is cropped, and what is only heard.
  const mayOverflow = (element) =>
    element.matches('input, textarea, .chips, .chips *, .lines > *, .avatar, img, .stage, .spoken');

  // What sticks out on purpose: the focus ring of a suggestion, the edge of a link whose text stands in line, the button on
  // the photo.
  const allowances = { '.chips': 5, '.link': 10, '.badge': 3 };
  const allowanceOf = (element) => {
    const inside = Object.keys(allowances).filter((each) => element.querySelector(each));
    return Math.max(1, ...inside.map((each) => allowances[each]));
  };

  for (const element of root.querySelectorAll('*')) {
    if (!isShown(element) || mayOverflow(element)) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const hasBox = getComputedStyle(element).display !== 'inline' && clientWidth > 0;
    const isClipped = getComputedStyle(element).overflow !== 'visible';
    if (hasBox && scrollWidth > clientWidth + allowanceOf(element)) {
      found.push(`${nameOf(element)} is ${scrollWidth - clientWidth} px too narrow`);
    }
    if (hasBox && isClipped && scrollHeight > clientHeight + 1) {
      found.push(`${nameOf(element)} is ${scrollHeight - clientHeight} px too low`);
    }
  }

  const edge = editor.getBoundingClientRect();
  // Made to lie on others: the menu, the button on the photo, the one in the status.
  const liesOnOthers = '.chips *, .menu *, .badge, .clear';
  const things = [
    ...root.querySelectorAll(
      'label, input:not([hidden]), textarea, button, p, b, .hint, .error, .notice, .avatar',
    ),
  ].filter((each) => isShown(each) && getComputedStyle(each).visibility === 'visible');
  const boxes = things
    .filter((each) => !each.matches(liesOnOthers))
    .map((each) => ({ each, rect: each.getBoundingClientRect() }));
  for (const [index, one] of boxes.entries()) {
    const { rect: a } = one;
    if (a.left < edge.left - 1 || a.right > edge.right + 1 || a.bottom > edge.bottom + 1) {
      found.push(`${nameOf(one.each)} sticks out`);
    }
    for (const other of boxes.slice(index + 1)) {
      if (one.each.contains(other.each) || other.each.contains(one.each)) continue;
      const { rect: b } = other;
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > 1) found.push(`${nameOf(one.each)} lies on ${nameOf(other.each)}`);
    }
  }
  return found;
}
