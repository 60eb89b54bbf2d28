import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Italian. */
export const photoMessages = {
  cropTitle: 'Ritaglia foto',
  cropArea: 'Posizione della foto',
  cropHint:
    'Trascina per spostare, pizzica o usa la rotellina per lo zoom. Tastiera: frecce per spostare, + e − per lo zoom.',
  cropMove: 'Sposta foto',
  cropMoveLeft: 'Sposta a sinistra',
  cropMoveRight: 'Sposta a destra',
  cropMoveUp: 'Sposta in alto',
  cropMoveDown: 'Sposta in basso',
  cropZoom: 'Zoom',
  cropZoomIn: 'Ingrandisci',
  cropZoomOut: 'Riduci',
  cropTurnLeft: 'Ruota a sinistra',
  cropTurnRight: 'Ruota a destra',
  cropFlip: 'Rifletti',
  cropReset: 'Reimposta',
  cropUse: 'Usa foto',
  cropWorking: 'Preparazione della foto…',
  cropPosition: 'Zoom {zoom}, centro a {across} da sinistra e {down} dall’alto',
  cropTurned: 'Ruotata a {degrees} gradi',
  cropFlipped: 'Riflessa',
  cropKeepAnimation: 'Mantieni l’animazione',
  cropAnimationTooLarge:
    'Questa animazione supera {pixels} × {pixels} pixel o {kilobytes}\u00a0KB. Verrà usato solo il primo fotogramma.',
  cropAnimationNotSquare:
    'Si può mantenere solo un’animazione quadrata: si usa il primo fotogramma.',
  photoCancel: 'Annulla',
  cameraTitle: 'Scatta foto',
  cameraPreview: 'Fotocamera',
  cameraWaiting: 'In attesa della fotocamera. Il browser potrebbe chiedere l’autorizzazione.',
  cameraTake: 'Scatta foto',
  cameraBlocked: 'Impossibile usare la fotocamera. Controlla l’autorizzazione o scegli un file.',
  photoEmpty: 'Questo file è vuoto. Scegli un’altra foto.',
  photoSvg: 'I disegni SVG non si possono usare. Scegli una foto JPEG, PNG o WebP.',
  photoHeic: 'Questo browser non può aprire foto HEIC. Salva la foto come JPEG e scegli quel file.',
  photoUnknownType: 'Questo file non è una foto. Scegli un file JPEG, PNG, GIF o WebP.',
  photoDamaged: 'Impossibile aprire questa foto. Potrebbe essere danneggiata.',
  photoTooManyBytes: 'Questo file è troppo grande. Scegline uno inferiore a 100\u00a0MB.',
  photoTooManyPixels: 'Questa foto ha troppi pixel. Scegline una inferiore a 120\u00a0megapixel.',
  photoCanvasBlocked:
    'Un’impostazione di privacy di questo browser impedisce di modificare le foto. Usa l’URL di una foto.',
} as const satisfies PhotoMessages;
