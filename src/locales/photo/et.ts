import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Estonian. */
export const photoMessages = {
  cropTitle: 'Kärbi fotot',
  cropArea: 'Foto asend',
  cropHint:
    'Liigutamiseks lohistage, suumimiseks kasutage kaht sõrme või kerige. Klaviatuur: nooleklahvid liigutavad, + ja − suumivad.',
  cropMove: 'Liiguta fotot',
  cropMoveLeft: 'Liiguta vasakule',
  cropMoveRight: 'Liiguta paremale',
  cropMoveUp: 'Liiguta üles',
  cropMoveDown: 'Liiguta alla',
  cropZoom: 'Suum',
  cropZoomIn: 'Suumi sisse',
  cropZoomOut: 'Suumi välja',
  cropTurnLeft: 'Pööra vasakule',
  cropTurnRight: 'Pööra paremale',
  cropFlip: 'Peegelda',
  cropReset: 'Lähtesta',
  cropUse: 'Kasuta fotot',
  cropWorking: 'Foto ettevalmistamine…',
  cropPosition: 'Suum {zoom}, keskpunkt {across} vasakult, {down} ülalt',
  cropTurned: 'Pööratud: {degrees} kraadi',
  cropFlipped: 'Peegeldatud',
  cropKeepAnimation: 'Säilita animatsioon',
  cropAnimationTooLarge:
    'See animatsioon on suurem kui {pixels} × {pixels} pikslit või {kilobytes}\u00a0KB, seega kasutatakse ainult selle esimest kaadrit.',
  cropAnimationNotSquare:
    'Säilitada saab ainult ruudukujulist animatsiooni, seega kasutatakse ainult esimest kaadrit.',
  photoCancel: 'Tühista',
  cameraTitle: 'Tee foto',
  cameraPreview: 'Kaamera',
  cameraWaiting: 'Kaamera ootamine. Brauser võib küsida luba.',
  cameraTake: 'Tee foto',
  cameraBlocked: 'Kaamerat ei saa kasutada. Lubage see brauseris või valige fail.',
  photoEmpty: 'See fail on tühi. Valige teine foto.',
  photoSvg: 'SVG-jooniseid ei saa kasutada. Valige JPEG-, PNG- või WebP-foto.',
  photoHeic:
    'See brauser ei saa avada HEIC-fotosid. Salvestage foto JPEG-vormingus ja valige see fail.',
  photoUnknownType: 'See fail pole foto. Valige JPEG-, PNG-, GIF- või WebP-fail.',
  photoDamaged: 'Seda fotot ei saa avada. See võib olla kahjustatud.',
  photoTooManyBytes: 'See fail on liiga suur. Valige alla 100\u00a0MB suurune fail.',
  photoTooManyPixels:
    'Sellel fotol on liiga palju piksleid. Valige foto, millel on alla 120\u00a0megapiksli.',
  photoCanvasBlocked:
    'Selle brauseri privaatsusseade takistab fotode muutmist. Kasutage selle asemel foto URL-i.',
} as const satisfies PhotoMessages;
