const portrait = '/demo/states-photo.svg';

/** A picture as a person might have it: wider than high, with a face in it. */
export async function drawSamplePhoto(): Promise<File> {
  const face = Object.assign(new Image(), { src: portrait });
  await face.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
  const pen = canvas.getContext('2d');
  if (pen) {
    // The wall goes on where the portrait ends.
    pen.fillStyle = '#f3c9a5';
    pen.fillRect(0, 0, 1200, 900);
    pen.drawImage(face, 290, 280, 620, 620);
    pen.fillStyle = '#fff7ec';
    pen.fillRect(185, 150, 190, 240);
    pen.fillStyle = '#8fb7c9';
    pen.fillRect(205, 170, 150, 200);
    pen.fillStyle = '#5d8a66';
    for (const turn of [-0.9, -0.3, 0.3, 0.9]) {
      pen.beginPath();
      pen.ellipse(965 + 60 * turn, 590, 30, 130, turn, 0, 2 * Math.PI);
      pen.fill();
    }
    pen.fillStyle = '#b5653f';
    pen.fillRect(905, 660, 120, 240);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  return new File([blob ?? ''], 'me.jpg', { type: 'image/jpeg' });
}

/** A camera that sees somebody. */
export function openDrawnCamera(): MediaStream {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const face = Object.assign(new Image(), { src: portrait });
  const pen = canvas.getContext('2d');
  const stream = canvas.captureStream(10);
  const paint = (): void => {
    if (!pen || stream.getTracks().every(({ readyState }) => readyState === 'ended')) return;
    pen.fillStyle = '#f3c9a5';
    pen.fillRect(0, 0, 640, 480);
    if (face.complete) pen.drawImage(face, 120, 80, 400, 400);
    setTimeout(paint, 100);
  };
  paint();
  return stream;
}

/** Drops a file on an editor, as somebody with a mouse would. */
export function dropOn(editor: Element, file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  editor.shadowRoot?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
}
