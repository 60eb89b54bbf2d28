import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Spanish. */
export const photoMessages = {
  cropTitle: 'Recortar foto',
  cropArea: 'Posición de la foto',
  cropHint:
    'Arrastra para mover; pellizca o usa la rueda para hacer zoom. Teclado: flechas para mover, + y − para hacer zoom.',
  cropMove: 'Mover foto',
  cropMoveLeft: 'Mover a la izquierda',
  cropMoveRight: 'Mover a la derecha',
  cropMoveUp: 'Mover hacia arriba',
  cropMoveDown: 'Mover hacia abajo',
  cropZoom: 'Zoom',
  cropZoomIn: 'Acercar',
  cropZoomOut: 'Alejar',
  cropTurnLeft: 'Girar a la izquierda',
  cropTurnRight: 'Girar a la derecha',
  cropFlip: 'Voltear',
  cropReset: 'Restablecer',
  cropUse: 'Usar foto',
  cropWorking: 'Preparando foto…',
  cropPosition: 'Zoom {zoom}, centro a {across} de la izquierda y {down} de arriba',
  cropTurned: 'Girada a {degrees} grados',
  cropFlipped: 'Volteada',
  cropKeepAnimation: 'Conservar la animación',
  cropAnimationTooLarge:
    'Esta animación supera los {pixels} × {pixels} píxeles o los {kilobytes}\u00a0KB. Solo se usará su primer fotograma.',
  cropAnimationNotSquare:
    'Solo se puede conservar una animación cuadrada: se usa el primer fotograma.',
  photoCancel: 'Cancelar',
  cameraTitle: 'Tomar foto',
  cameraPreview: 'Cámara',
  cameraWaiting: 'Esperando a la cámara. Puede que el navegador te pida permiso.',
  cameraTake: 'Tomar foto',
  cameraBlocked: 'No se puede usar la cámara. Revisa su permiso o elige un archivo.',
  photoEmpty: 'Este archivo está vacío. Elige otra foto.',
  photoSvg: 'No se pueden usar dibujos SVG. Elige una foto JPEG, PNG o WebP.',
  photoHeic: 'Este navegador no puede abrir fotos HEIC. Guarda la foto como JPEG y elígela.',
  photoUnknownType: 'Este archivo no es una foto. Elige un archivo JPEG, PNG, GIF o WebP.',
  photoDamaged: 'No se puede abrir esta foto. Puede que esté dañada.',
  photoTooManyBytes: 'Este archivo es demasiado grande. Elige uno de menos de 100\u00a0MB.',
  photoTooManyPixels:
    'Esta foto tiene demasiados píxeles. Elige una de menos de 120\u00a0megapíxeles.',
  photoCanvasBlocked:
    'Un ajuste de privacidad de este navegador impide editar fotos. Usa la URL de una foto.',
} as const satisfies PhotoMessages;
