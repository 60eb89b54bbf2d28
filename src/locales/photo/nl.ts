import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Dutch. */
export const photoMessages = {
  cropTitle: 'Foto bijsnijden',
  cropArea: 'Positie van de foto',
  cropHint:
    'Sleep om te verplaatsen, knijp of scrol om te zoomen. Toetsenbord: pijltoetsen om te verplaatsen, + en − om te zoomen.',
  cropMove: 'Foto verplaatsen',
  cropMoveLeft: 'Naar links',
  cropMoveRight: 'Naar rechts',
  cropMoveUp: 'Omhoog',
  cropMoveDown: 'Omlaag',
  cropZoom: 'Zoom',
  cropZoomIn: 'Inzoomen',
  cropZoomOut: 'Uitzoomen',
  cropTurnLeft: 'Linksom draaien',
  cropTurnRight: 'Rechtsom draaien',
  cropFlip: 'Spiegelen',
  cropReset: 'Herstellen',
  cropUse: 'Foto gebruiken',
  cropWorking: 'Foto voorbereiden…',
  cropPosition: 'Zoom {zoom}, midden op {across} van links en {down} van boven',
  cropTurned: 'Gedraaid naar {degrees} graden',
  cropFlipped: 'Gespiegeld',
  cropKeepAnimation: 'Animatie behouden',
  cropAnimationTooLarge:
    'Deze animatie is groter dan {pixels} × {pixels} pixels of {kilobytes}\u00a0kB. Alleen het eerste beeld wordt gebruikt.',
  cropAnimationNotSquare:
    'Alleen een vierkante animatie kan worden behouden: het eerste beeld wordt gebruikt.',
  photoCancel: 'Annuleren',
  cameraTitle: 'Foto maken',
  cameraPreview: 'Camera',
  cameraWaiting: 'Wachten op de camera. Je browser kan om toestemming vragen.',
  cameraTake: 'Foto maken',
  cameraBlocked:
    'De camera kan niet worden gebruikt. Controleer de toestemming of kies een bestand.',
  photoEmpty: 'Dit bestand is leeg. Kies een andere foto.',
  photoSvg: 'SVG-tekeningen kunnen niet worden gebruikt. Kies een JPEG-, PNG- of WebP-foto.',
  photoHeic: 'Deze browser kan geen HEIC-foto’s openen. Sla de foto op als JPEG en kies die.',
  photoUnknownType: 'Dit bestand is geen foto. Kies een JPEG-, PNG-, GIF- of WebP-bestand.',
  photoDamaged: 'Deze foto kan niet worden geopend. Misschien is hij beschadigd.',
  photoTooManyBytes: 'Dit bestand is te groot. Kies er een van minder dan 100\u00a0MB.',
  photoTooManyPixels:
    'Deze foto heeft te veel pixels. Kies er een van minder dan 120\u00a0megapixel.',
  photoCanvasBlocked:
    'Een privacy-instelling van deze browser voorkomt dat foto’s worden bewerkt. Gebruik in plaats daarvan een foto-URL.',
} as const satisfies PhotoMessages;
