import type { PhotoMessages } from '../messages.js';

/** The texts of the picture dialogs in Hungarian. */
export const photoMessages = {
  cropTitle: 'Fotó vágása',
  cropArea: 'Fotó helyzete',
  cropHint:
    'Húzással mozgatható. Billentyűzettel: a nyilak mozgatnak, a plusz és a mínusz nagyít és kicsinyít.',
  cropMove: 'Fotó mozgatása',
  cropMoveLeft: 'Mozgatás balra',
  cropMoveRight: 'Mozgatás jobbra',
  cropMoveUp: 'Mozgatás felfelé',
  cropMoveDown: 'Mozgatás lefelé',
  cropZoom: 'Nagyítás mértéke',
  cropZoomIn: 'Nagyítás',
  cropZoomOut: 'Kicsinyítés',
  cropTurnLeft: 'Forgatás balra',
  cropTurnRight: 'Forgatás jobbra',
  cropFlip: 'Tükrözés',
  cropReset: 'Visszaállítás',
  cropUse: 'Fotó használata',
  cropWorking: 'Fotó előkészítése…',
  cropPosition: 'Nagyítás: {zoom}, közép: {across} balról, {down} felülről',
  cropTurned: 'Elforgatva: {degrees} fok',
  cropFlipped: 'Tükrözve',
  cropKeepAnimation: 'Animáció megtartása',
  cropAnimationTooLarge:
    'Ez az animáció túl nagy a megtartáshoz (legfeljebb {pixels} képpont és {kilobytes} kB): az első képkockáját használjuk.',
  cropAnimationNotSquare: 'Csak négyzetes animáció tartható meg: az első képkockát használjuk.',
  photoCancel: 'Mégse',
  cameraTitle: 'Fotó készítése',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Várakozás a kamerára. A böngésző engedélyt kérhet.',
  cameraTake: 'Fotó készítése',
  cameraBlocked: 'A kamera nem használható. Ellenőrizd az engedélyét, vagy válassz egy fájlt.',
  pictureEmpty: 'Ez a fájl üres. Válassz másik fotót.',
  pictureSvg: 'SVG-rajz nem használható. Válassz JPEG, PNG vagy WebP fotót.',
  pictureHeic:
    'Ez a böngésző nem tud HEIC-fotót megnyitni. Mentsd JPEG formátumban, és azt válaszd.',
  pictureNotImage: 'Ez a fájl nem fotó. Válassz JPEG, PNG, GIF vagy WebP fájlt.',
  pictureDamaged: 'Ez a fotó nem nyitható meg. Lehet, hogy sérült.',
  pictureTooManyBytes: 'Ez a fájl túl nagy. Válassz 100\u00a0MB-nál kisebbet.',
  pictureTooManyPixels: 'Ez a fotó túl sok képpontból áll. Válassz 120\u00a0megapixelnél kisebbet.',
  pictureCanvasBlocked:
    'A böngésző egyik adatvédelmi beállítása megakadályozza a fotók szerkesztését.',
} as const satisfies PhotoMessages;
