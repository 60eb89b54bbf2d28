import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Lithuanian. */
export const photoMessages = {
  cropTitle: 'Apkirpti nuotrauką',
  cropArea: 'Nuotraukos padėtis',
  cropHint:
    'Vilkite, kad perkeltumėte; suimkite pirštais arba slinkite, kad keistumėte mastelį. Klaviatūra: rodyklės perkelia, + ir − keičia mastelį.',
  cropMove: 'Perkelti nuotrauką',
  cropMoveLeft: 'Perkelti į kairę',
  cropMoveRight: 'Perkelti į dešinę',
  cropMoveUp: 'Perkelti aukštyn',
  cropMoveDown: 'Perkelti žemyn',
  cropZoom: 'Mastelis',
  cropZoomIn: 'Didinti',
  cropZoomOut: 'Mažinti',
  cropTurnLeft: 'Sukti į kairę',
  cropTurnRight: 'Sukti į dešinę',
  cropFlip: 'Apversti veidrodiškai',
  cropReset: 'Nustatyti iš naujo',
  cropUse: 'Naudoti nuotrauką',
  cropWorking: 'Nuotrauka ruošiama…',
  cropPosition: 'Mastelis {zoom}, centras {across} nuo kairės, {down} nuo viršaus',
  cropTurned: 'Pasukta: {degrees} laipsnių',
  cropFlipped: 'Apversta veidrodiškai',
  cropKeepAnimation: 'Palikti animaciją',
  cropAnimationTooLarge:
    'Ši animacija viršija {pixels} × {pixels} pikselių arba {kilobytes}\u00a0KB ribą, todėl bus naudojamas tik pirmas kadras.',
  cropAnimationNotSquare: 'Palikti galima tik kvadratinę animaciją: naudojamas pirmas kadras.',
  photoCancel: 'Atšaukti',
  cameraTitle: 'Fotografuoti',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Laukiama kameros. Naršyklė gali prašyti leidimo.',
  cameraTake: 'Fotografuoti',
  cameraBlocked: 'Kameros naudoti negalima. Patikrinkite jos leidimą arba pasirinkite failą.',
  photoEmpty: 'Šis failas tuščias. Pasirinkite kitą nuotrauką.',
  photoSvg: 'SVG piešinių naudoti negalima. Pasirinkite JPEG, PNG arba WebP nuotrauką.',
  photoHeic:
    'Ši naršyklė neatveria HEIC nuotraukų. Įrašykite nuotrauką kaip JPEG ir pasirinkite ją.',
  photoUnknownType: 'Šis failas – ne nuotrauka. Pasirinkite JPEG, PNG, GIF arba WebP failą.',
  photoDamaged: 'Nuotraukos atverti nepavyko. Gali būti, kad ji sugadinta.',
  photoTooManyBytes: 'Šis failas per didelis. Pasirinkite mažesnį nei 100\u00a0MB.',
  photoTooManyPixels:
    'Nuotraukoje per daug pikselių. Pasirinkite mažesnę nei 120\u00a0megapikselių.',
  photoCanvasBlocked:
    'Šios naršyklės privatumo nuostata neleidžia taisyti nuotraukų. Naudokite nuotraukos URL.',
} as const satisfies PhotoMessages;
