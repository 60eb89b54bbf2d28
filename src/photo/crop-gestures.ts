/** What fingers, wheel and keys ask for. Distances are in sides of the square. */
export interface CropActions {
  move(right: number, down: number): void;
  /** Multiplies the zoom, around a point counted from the middle. */
  zoomBy(factor: number, right?: number, down?: number): void;
}

/** One press of an arrow key or button, and with Shift. */
export const smallStep = 0.02;
export const largeStep = 0.1;
export const zoomStep = 1.15;
const largeZoomStep = 1.5;

interface Point {
  readonly right: number;
  readonly down: number;
}

/** Dragging with one pointer, pinching with two, zooming by wheel or by the pinch of a touchpad. */
export function listenToGestures(stage: HTMLElement, actions: CropActions): void {
  const pointers = new Map<number, Point>();

  const locate = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width } = stage.getBoundingClientRect();
    return { right: (clientX - left) / width - 0.5, down: (clientY - top) / width - 0.5 };
  };
  const forget = ({ pointerId }: PointerEvent): void => void pointers.delete(pointerId);

  stage.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && pointers.size < 2) {
      pointers.set(event.pointerId, locate(event));
      try {
        stage.setPointerCapture(event.pointerId);
      } catch {
        // A very short touch can be over before its event is handled.
      }
    }
  });
  stage.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId);
    if (!from) return;
    const to = locate(event);
    pointers.set(event.pointerId, to);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const before = Math.hypot(from.right - other.right, from.down - other.down);
      const after = Math.hypot(to.right - other.right, to.down - other.down);
      const middle = { right: (to.right + other.right) / 2, down: (to.down + other.down) / 2 };
      actions.move((to.right - from.right) / 2, (to.down - from.down) / 2);
      actions.zoomBy(after / Math.max(before, 0.01), middle.right, middle.down);
    } else {
      actions.move(to.right - from.right, to.down - from.down);
    }
  });
  stage.addEventListener('pointerup', forget);
  stage.addEventListener('pointercancel', forget);
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { right, down } = locate(event);
      // Lines and pages count as some pixels; a touchpad's pinch comes as small steps with Ctrl.
      const pixels = event.deltaY * (event.deltaMode ? 30 : 1) * (event.ctrlKey ? 5 : 1);
      actions.zoomBy(Math.exp(-pixels / 500), right, down);
    },
    { passive: false },
  );
}

/** Arrow keys, plus and minus, Page Up and Page Down; leaves the browser's own shortcuts alone. */
export function handleCropKey(event: KeyboardEvent, actions: CropActions): void {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = event.shiftKey ? largeStep : smallStep;
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  // Plus needs Shift on some keyboards and not on others, so it cannot tell a large step.
  const zooms: Record<string, number> = {
    '+': zoomStep,
    '=': zoomStep,
    '-': 1 / zoomStep,
    _: 1 / zoomStep,
    PageUp: largeZoomStep,
    PageDown: 1 / largeZoomStep,
  };
  const move = moves[key];
  const zoom = zooms[key];
  if (move) {
    actions.move(...move);
  } else if (zoom) {
    actions.zoomBy(zoom);
  } else {
    return;
  }
  event.preventDefault();
}
