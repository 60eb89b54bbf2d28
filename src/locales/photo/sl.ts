import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Slovenian. */
export const photoMessages = {
  cropTitle: 'Obreži fotografijo',
  cropArea: 'Položaj fotografije',
  cropHint:
    'Povlecite za premik, povečavo pa spremenite z dvema prstoma ali kolescem. Tipkovnica: puščice premikajo, + in − spreminjata povečavo.',
  cropMove: 'Premakni fotografijo',
  cropMoveLeft: 'Premakni levo',
  cropMoveRight: 'Premakni desno',
  cropMoveUp: 'Premakni gor',
  cropMoveDown: 'Premakni dol',
  cropZoom: 'Povečava',
  cropZoomIn: 'Povečaj',
  cropZoomOut: 'Pomanjšaj',
  cropTurnLeft: 'Zasukaj levo',
  cropTurnRight: 'Zasukaj desno',
  cropFlip: 'Prezrcali',
  cropReset: 'Ponastavi',
  cropUse: 'Uporabi fotografijo',
  cropWorking: 'Pripravljanje fotografije…',
  cropPosition: 'Povečava {zoom}, središče {across} z leve, {down} z vrha',
  cropTurned: 'Zasukano na {degrees}°',
  cropFlipped: 'Prezrcaljeno',
  cropKeepAnimation: 'Ohrani animacijo',
  cropAnimationTooLarge:
    'Ta animacija presega {pixels} × {pixels} px ali {kilobytes}\u00a0KB, zato bo uporabljena samo njena prva sličica.',
  cropAnimationNotSquare:
    'Ohraniti je mogoče samo kvadratno animacijo, zato bo uporabljena samo prva sličica.',
  photoCancel: 'Prekliči',
  cameraTitle: 'Posnemi fotografijo',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Čakanje na kamero. Brskalnik bo morda zahteval dovoljenje.',
  cameraTake: 'Posnemi fotografijo',
  cameraBlocked: 'Kamere ni mogoče uporabiti. Dovolite jo v brskalniku ali izberite datoteko.',
  photoEmpty: 'Ta datoteka je prazna. Izberite drugo fotografijo.',
  photoSvg: 'Risb SVG ni mogoče uporabiti. Izberite fotografijo JPEG, PNG ali WebP.',
  photoHeic:
    'Ta brskalnik ne more odpreti fotografij HEIC. Shranite fotografijo kot JPEG in izberite to datoteko.',
  photoUnknownType: 'Ta datoteka ni fotografija. Izberite datoteko JPEG, PNG, GIF ali WebP.',
  photoDamaged: 'Te fotografije ni mogoče odpreti. Morda je poškodovana.',
  photoTooManyBytes: 'Ta datoteka je prevelika. Izberite manjšo od 100\u00a0MB.',
  photoTooManyPixels:
    'Ta fotografija ima preveč pikslov. Izberite fotografijo z manj kot 120\u00a0megapiksli.',
  photoCanvasBlocked:
    'Nastavitev zasebnosti v tem brskalniku preprečuje urejanje fotografij. Uporabite URL fotografije.',
} as const satisfies PhotoMessages;
