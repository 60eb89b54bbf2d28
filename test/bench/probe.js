/* Runs in every page before anything else of it. Times are milliseconds since the navigation began. */
(() => {
  const marks = { input: 0, loaded: 0, pressed: 0, saved: 0, longTasks: [] };
  globalThis.benchMarks = marks;

  const roots = new Set([document]);
  const kinds = new Set(['text', 'textarea', 'url', 'email', 'search']);
  const isReady = (field) => kinds.has(field.type) && !field.disabled && field.value !== '';
  const observer = new MutationObserver(check);

  function check() {
    if (marks.input) return;
    for (const root of roots) {
      for (const field of root.querySelectorAll('input, textarea')) {
        if (!isReady(field)) continue;
        marks.input = performance.now();
        observer.disconnect();
        return;
      }
    }
  }

  function watch(root) {
    roots.add(root);
    observer.observe(root, { childList: true, subtree: true, attributes: true });
  }

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    if (!marks.input) watch(root);
    return root;
  };
  watch(document);

  // A value may be set without any change of the tree.
  const poll = () => {
    check();
    if (!marks.input) requestAnimationFrame(poll);
  };
  requestAnimationFrame(poll);

  const note = (mark) => (marks[mark] ||= performance.now());
  addEventListener('profile-loaded', () => note('loaded'), true);
  addEventListener('profile-saved', () => note('saved'), true);
  addEventListener('click', () => (marks.pressed = performance.now()), true);
  new PerformanceObserver((list) => {
    marks.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });

  /** Every node of the document, in shadow trees too. */
  globalThis.benchCountNodes = (from = document) => {
    let count = 0;
    const walker = document.createTreeWalker(from);
    for (let node = walker.root; node; node = walker.nextNode()) {
      count += 1 + (node.shadowRoot ? globalThis.benchCountNodes(node.shadowRoot) : 0);
    }
    return count;
  };
})();
