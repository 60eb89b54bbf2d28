import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in German. */
export const photoMessages = {
  cropTitle: 'Foto zuschneiden',
  cropArea: 'Fotoposition',
  cropHint:
    'Zum Verschieben ziehen, zum Zoomen zwei Finger oder das Mausrad verwenden. Tastatur: Pfeiltasten verschieben, + und − zoomen.',
  cropMove: 'Foto verschieben',
  cropMoveLeft: 'Nach links',
  cropMoveRight: 'Nach rechts',
  cropMoveUp: 'Nach oben',
  cropMoveDown: 'Nach unten',
  cropZoom: 'Zoom',
  cropZoomIn: 'Vergrößern',
  cropZoomOut: 'Verkleinern',
  cropTurnLeft: 'Nach links drehen',
  cropTurnRight: 'Nach rechts drehen',
  cropFlip: 'Spiegeln',
  cropReset: 'Zurücksetzen',
  cropUse: 'Foto verwenden',
  cropWorking: 'Foto wird vorbereitet …',
  cropPosition: 'Zoom {zoom}, Mitte {across} von links, {down} von oben',
  cropTurned: 'Auf {degrees} Grad gedreht',
  cropFlipped: 'Gespiegelt',
  cropKeepAnimation: 'Animation behalten',
  cropAnimationTooLarge:
    'Diese Animation hat mehr als {pixels} × {pixels} Pixel oder {kilobytes}\u00a0KB. Nur das erste Bild wird verwendet.',
  cropAnimationNotSquare:
    'Nur eine quadratische Animation kann behalten werden: Das erste Bild wird verwendet.',
  photoCancel: 'Abbrechen',
  cameraTitle: 'Foto aufnehmen',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Warten auf die Kamera. Dein Browser fragt vielleicht um Erlaubnis.',
  cameraTake: 'Foto aufnehmen',
  cameraBlocked:
    'Die Kamera kann nicht verwendet werden. Prüfe ihre Berechtigung oder wähle eine Datei.',
  photoEmpty: 'Diese Datei ist leer. Wähle ein anderes Foto.',
  photoSvg: 'SVG-Grafiken können nicht verwendet werden. Wähle ein Foto in JPEG, PNG oder WebP.',
  photoHeic:
    'Dieser Browser kann keine HEIC-Fotos öffnen. Speichere das Foto als JPEG und wähle dieses.',
  photoUnknownType: 'Diese Datei ist kein Foto. Wähle eine JPEG-, PNG-, GIF- oder WebP-Datei.',
  photoDamaged: 'Dieses Foto kann nicht geöffnet werden. Vielleicht ist es beschädigt.',
  photoTooManyBytes: 'Diese Datei ist zu groß. Wähle eine mit weniger als 100\u00a0MB.',
  photoTooManyPixels:
    'Dieses Foto hat zu viele Pixel. Wähle eines mit weniger als 120\u00a0Megapixeln.',
  photoCanvasBlocked:
    'Eine Datenschutzeinstellung dieses Browsers verhindert das Bearbeiten von Fotos. Verwende stattdessen eine Foto-URL.',
} as const satisfies PhotoMessages;
