import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in French. */
export const photoMessages = {
  cropTitle: 'Recadrer la photo',
  cropArea: 'Position de la photo',
  cropHint:
    'Faites glisser pour déplacer. Au clavier\u00a0: les flèches déplacent, plus et moins zooment.',
  cropMove: 'Déplacer la photo',
  cropMoveLeft: 'Vers la gauche',
  cropMoveRight: 'Vers la droite',
  cropMoveUp: 'Vers le haut',
  cropMoveDown: 'Vers le bas',
  cropZoom: 'Zoom',
  cropZoomIn: 'Zoom avant',
  cropZoomOut: 'Zoom arrière',
  cropTurnLeft: 'Pivoter à gauche',
  cropTurnRight: 'Pivoter à droite',
  cropFlip: 'Retourner',
  cropReset: 'Réinitialiser',
  cropUse: 'Utiliser la photo',
  cropWorking: 'Préparation de la photo…',
  cropPosition: 'Zoom {zoom}, centre à {across} de la gauche et {down} du haut',
  cropTurned: 'Pivotée à {degrees} degrés',
  cropFlipped: 'Retournée',
  cropKeepAnimation: 'Garder l’animation',
  cropAnimationTooLarge:
    'Cette animation est trop grande pour être gardée (au maximum {pixels} pixels et {kilobytes} Ko)\u00a0: sa première image est utilisée.',
  cropAnimationNotSquare:
    'Seule une animation carrée peut être gardée\u00a0: la première image est utilisée.',
  photoCancel: 'Annuler',
  cameraTitle: 'Prendre une photo',
  cameraPreview: 'Caméra',
  cameraWaiting: 'En attente de la caméra. Votre navigateur peut demander l’autorisation.',
  cameraTake: 'Prendre une photo',
  cameraBlocked: 'La caméra est inutilisable. Vérifiez son autorisation ou choisissez un fichier.',
  photoEmpty: 'Ce fichier est vide. Choisissez une autre photo.',
  photoSvg: 'Les dessins SVG ne sont pas acceptés. Choisissez une photo JPEG, PNG ou WebP.',
  photoHeic:
    'Ce navigateur ne peut pas ouvrir les photos HEIC. Enregistrez la photo en JPEG, puis choisissez-la.',
  photoUnknownType: 'Ce fichier n’est pas une photo. Choisissez un fichier JPEG, PNG, GIF ou WebP.',
  photoDamaged: 'Cette photo ne peut pas être ouverte. Elle est peut-être endommagée.',
  photoTooManyBytes: 'Ce fichier est trop volumineux. Choisissez-en un de moins de 100\u00a0Mo.',
  photoTooManyPixels:
    'Cette photo a trop de pixels. Choisissez-en une de moins de 120\u00a0mégapixels.',
  photoCanvasBlocked:
    'Un réglage de confidentialité de ce navigateur empêche de modifier les photos.',
} as const satisfies PhotoMessages;
