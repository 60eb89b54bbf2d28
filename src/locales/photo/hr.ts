import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Croatian. */
export const photoMessages = {
  cropTitle: 'Izreži fotografiju',
  cropArea: 'Položaj fotografije',
  cropHint:
    'Povucite za pomicanje, a za zumiranje spojite prste ili pomičite kotačić. Tipkovnica: strelice pomiču, + i − zumiraju.',
  cropMove: 'Pomakni fotografiju',
  cropMoveLeft: 'Pomakni ulijevo',
  cropMoveRight: 'Pomakni udesno',
  cropMoveUp: 'Pomakni gore',
  cropMoveDown: 'Pomakni dolje',
  cropZoom: 'Zumiranje',
  cropZoomIn: 'Povećaj',
  cropZoomOut: 'Smanji',
  cropTurnLeft: 'Zakreni ulijevo',
  cropTurnRight: 'Zakreni udesno',
  cropFlip: 'Zrcali',
  cropReset: 'Vrati na početno',
  cropUse: 'Upotrijebi fotografiju',
  cropWorking: 'Priprema fotografije…',
  cropPosition: 'Zum {zoom}, središte {across} slijeva i {down} odozgo',
  cropTurned: 'Zakrenuto na {degrees}°',
  cropFlipped: 'Zrcaljeno',
  cropKeepAnimation: 'Zadrži animaciju',
  cropAnimationTooLarge:
    'Animacija je veća od {pixels} × {pixels} px ili {kilobytes}\u00a0KB pa će se upotrijebiti samo prva sličica.',
  cropAnimationNotSquare:
    'Zadržati se može samo kvadratna animacija pa će se upotrijebiti samo prva sličica.',
  photoCancel: 'Odustani',
  cameraTitle: 'Snimi fotografiju',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Čekanje na kameru. Preglednik će možda tražiti dopuštenje.',
  cameraTake: 'Snimi fotografiju',
  cameraBlocked:
    'Kameru nije moguće upotrijebiti. Dopustite je u pregledniku ili odaberite datoteku.',
  photoEmpty: 'Ova je datoteka prazna. Odaberite drugu fotografiju.',
  photoSvg: 'SVG crteže nije moguće upotrijebiti. Odaberite fotografiju JPEG, PNG ili WebP.',
  photoHeic:
    'Ovaj preglednik ne može otvoriti fotografije HEIC. Spremite fotografiju kao JPEG i odaberite tu datoteku.',
  photoUnknownType: 'Ova datoteka nije fotografija. Odaberite datoteku JPEG, PNG, GIF ili WebP.',
  photoDamaged: 'Ovu fotografiju nije moguće otvoriti. Možda je oštećena.',
  photoTooManyBytes: 'Ova je datoteka prevelika. Odaberite manju od 100\u00a0MB.',
  photoTooManyPixels:
    'Ova fotografija ima previše piksela. Odaberite onu s manje od 120\u00a0megapiksela.',
  photoCanvasBlocked:
    'Postavka privatnosti ovog preglednika sprječava uređivanje fotografija. Upotrijebite URL fotografije.',
} as const satisfies PhotoMessages;
