const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/**
 * Keeps the keys pressed in an open dialog from the page around it, whose own modal may close on Escape and whose
 * shortcuts may be single letters. That includes the keys pressed while nothing has the focus, as after a click beside
 * the buttons, and the rest of a press that closed the dialog.
 *
 * @returns To be called when the dialog is closed.
 */
export function containKeys(dialog: HTMLDialogElement): () => void {
  const held = new Set<string>();
  const { ownerDocument: page } = dialog;
  const view = page.defaultView ?? window;

  const note = ({ type, code, key }: KeyboardEvent): void => {
    if (type === 'keydown') held.add(code || key);
    else if (type === 'keyup') held.delete(code || key);
  };
  const contain = (event: KeyboardEvent): void => {
    note(event);
    event.stopPropagation();
  };
  const intercept = (event: KeyboardEvent): void => {
    const { type, target, code, key, repeat } = event;
    const isNowhere =
      dialog.isConnected && (target === page.body || target === page.documentElement);
    const isRest = held.has(code || key) && (type !== 'keydown' || repeat);
    // By the attribute: the event that tells of the end may come after the rest of the press.
    const { open } = dialog;
    if (open ? isNowhere : isRest) {
      note(event);
      event.stopImmediatePropagation();
    } else if (!open) held.clear();
    if (!open && !held.size) stop();
  };
  const stop = (): void => {
    for (const type of keyEvents) view.removeEventListener(type, intercept, true);
  };

  for (const type of keyEvents) {
    dialog.addEventListener(type, contain);
    view.addEventListener(type, intercept, true);
  }
  return () => {
    if (!held.size) stop();
  };
}
