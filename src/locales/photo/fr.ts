import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in French. */
export const photoMessages = {
  cropTitle: 'Recadrer la photo',
  cropArea: 'Position de la photo',
  cropHint:
    'Faites glisser pour déplacer, pincez ou utilisez la molette pour zoomer. Clavier\u00a0: flèches pour déplacer, + et − pour zoomer.',
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
  cropFlip: 'Miroir',
  cropReset: 'Réinitialiser',
  cropUse: 'Utiliser la photo',
  cropWorking: 'Préparation de la photo…',
  cropPosition: 'Zoom {zoom}, centre à {across} de la gauche et {down} du haut',
  cropTurned: 'Pivotée à {degrees} degrés',
  cropFlipped: 'Image inversée',
  cropKeepAnimation: 'Garder l’animation',
  cropAnimationTooLarge:
    'Cette animation dépasse {pixels} × {pixels} pixels ou {kilobytes}\u00a0Ko. Seule sa première image sera utilisée.',
  cropAnimationNotSquare:
    'Seule une animation carrée peut être gardée\u00a0: la première image est utilisée.',
  photoCancel: 'Annuler',
  cameraTitle: 'Prendre une photo',
  cameraPreview: 'Caméra',
  cameraWaiting: 'En attente de la caméra. Votre navigateur peut demander l’autorisation.',
  cameraTake: 'Prendre une photo',
  cameraBlocked:
    'Impossible d’utiliser la caméra. Autorisez-la dans le navigateur ou choisissez un fichier.',
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
    'Un réglage de confidentialité de ce navigateur empêche de modifier les photos. Utilisez plutôt l’URL d’une photo.',
} as const satisfies PhotoMessages;
