/*
 * The first script of every page. It puts marks into the trace, and tells the benchmark's server of them:
 *   bench-frame    in the frame that paints the filled form, which the next task has found painted and enabled
 *   bench-painted  in that next task
 *   bench-loaded   in the frame after every editor of the page has what the server said
 *   bench-pressed, bench-saved
 */
(() => {
  const editors = Number(document.currentScript.dataset.editors);
  const marks = { painted: 0, loaded: 0, pressed: 0, saved: 0, keys: [], problems: [] };
  globalThis.benchMarks = marks;

  const tell = (name, detail = {}) =>
    navigator.sendBeacon(`/bench/${name}`, JSON.stringify(detail));
  const note = (name) => {
    marks[name] ||= performance.now();
    performance.mark(`bench-${name}`);
  };

  const roots = new Set([document]);
  const kinds = new Set(['text', 'textarea', 'url', 'email', 'search']);
  const isFilled = (field) =>
    kinds.has(field.type) && field.value !== '' && !field.readOnly && !field.matches(':disabled');
  const filledField = () => {
    for (const root of roots) {
      for (const field of root.querySelectorAll('input, textarea')) {
        if (isFilled(field)) return field;
      }
    }
    return undefined;
  };

  // A look costs a frame nothing that a change has not cost it already: nothing is polled.
  let isAsked = false;
  const look = () => {
    if (isAsked || marks.painted) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!filledField()) return;
      performance.mark('bench-frame');
      channel.port2.postMessage('');
    });
  };
  const channel = new MessageChannel();
  // The frame is over: its layout is asked for, not made.
  channel.port1.onmessage = () => {
    const field = filledField();
    const box = field?.getBoundingClientRect();
    const isSeen =
      box?.width > 0 &&
      box.height > 0 &&
      box.top < innerHeight &&
      box.bottom > 0 &&
      field.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!isSeen) {
      look();
      return;
    }
    note('painted');
    observer.disconnect();
    tell('painted', { x: box.x + box.width / 2, y: box.y + box.height / 2, at: marks.painted });
  };

  const observer = new MutationObserver(look);
  const watch = (root) => {
    roots.add(root);
    observer.observe(root, { childList: true, subtree: true, attributes: true });
  };
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    if (!marks.painted) watch(root);
    return root;
  };
  // A value may be set without any change of the tree.
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    const { get, set } = Object.getOwnPropertyDescriptor(prototype, 'value');
    Object.defineProperty(prototype, 'value', {
      get,
      set(value) {
        set.call(this, value);
        look();
      },
    });
  }

  let loaded = 0;
  addEventListener(
    'profile-loaded',
    () => {
      loaded += 1;
      if (loaded !== editors) return;
      requestAnimationFrame(() => {
        note('loaded');
        // The trace then holds the whole of this task.
        setTimeout(tell, 0, 'loaded');
      });
    },
    true,
  );
  globalThis.benchSaved = () => {
    note('saved');
    setTimeout(tell, 0, 'saved');
  };
  addEventListener('profile-saved', globalThis.benchSaved, true);
  addEventListener('click', () => note('pressed'), true);
  addEventListener(
    'keydown',
    ({ timeStamp }) => marks.keys.push([timeStamp, performance.now()]),
    true,
  );
  addEventListener('error', ({ message }) => marks.problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => marks.problems.push(String(reason)));

  globalThis.benchMark = (name) => performance.mark(`bench-${name}`);

  /** Waits until two frames have passed. */
  globalThis.benchSettle = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    });

  /** Puts a copy of an editor into the page, has it drawn, and takes it out again, so many times. */
  globalThis.benchCycle = async (editor, count) => {
    for (let i = 0; i < count; i++) {
      const copy = editor.cloneNode();
      document.body.append(copy);
      await copy.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
      copy.remove();
    }
  };

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
