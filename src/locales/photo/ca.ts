import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Catalan. */
export const photoMessages = {
  cropTitle: 'Retalla la foto',
  cropArea: 'Posició de la foto',
  cropHint:
    'Arrossega per moure; pessiga o fes servir la roda per al zoom. Teclat: fletxes per moure, + i − per al zoom.',
  cropMove: 'Mou la foto',
  cropMoveLeft: 'Mou a l’esquerra',
  cropMoveRight: 'Mou a la dreta',
  cropMoveUp: 'Mou amunt',
  cropMoveDown: 'Mou avall',
  cropZoom: 'Zoom',
  cropZoomIn: 'Amplia',
  cropZoomOut: 'Redueix',
  cropTurnLeft: 'Gira a l’esquerra',
  cropTurnRight: 'Gira a la dreta',
  cropFlip: 'Reflecteix',
  cropReset: 'Restableix',
  cropUse: 'Fes servir la foto',
  cropWorking: 'S’està preparant la foto…',
  cropPosition: 'Zoom {zoom}, centre a {across} de l’esquerra i {down} de dalt',
  cropTurned: 'Girada a {degrees} graus',
  cropFlipped: 'Reflectida',
  cropKeepAnimation: 'Conserva l’animació',
  cropAnimationTooLarge:
    'Aquesta animació supera {pixels} × {pixels} píxels o {kilobytes}\u00a0kB, i només se’n farà servir el primer fotograma.',
  cropAnimationNotSquare:
    'Només es pot conservar una animació quadrada: es farà servir el primer fotograma.',
  photoCancel: 'Cancel·la',
  cameraTitle: 'Fes una foto',
  cameraPreview: 'Càmera',
  cameraWaiting: 'S’està esperant la càmera. El navegador pot demanar permís.',
  cameraTake: 'Fes una foto',
  cameraBlocked: 'La càmera no es pot fer servir. Permet-la al navegador o tria un fitxer.',
  photoEmpty: 'Aquest fitxer és buit. Tria una altra foto.',
  photoSvg: 'No es poden fer servir dibuixos SVG. Tria una foto JPEG, PNG o WebP.',
  photoHeic:
    'Aquest navegador no pot obrir fotos HEIC. Desa la foto com a JPEG i tria aquest fitxer.',
  photoUnknownType: 'Aquest fitxer no és una foto. Tria un fitxer JPEG, PNG, GIF o WebP.',
  photoDamaged: 'Aquesta foto no es pot obrir. Potser està malmesa.',
  photoTooManyBytes: 'Aquest fitxer és massa gran. Tria’n un de menys de 100\u00a0MB.',
  photoTooManyPixels: 'Aquesta foto té massa píxels. Tria’n una de menys de 120\u00a0megapíxels.',
  photoCanvasBlocked:
    'Una opció de privadesa d’aquest navegador impedeix editar fotos. Fes servir l’URL d’una foto.',
} as const satisfies PhotoMessages;
