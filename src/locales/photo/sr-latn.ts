import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Serbian, in Latin letters. */
export const photoMessages = {
  cropTitle: 'Opseci sliku',
  cropArea: 'Položaj slike',
  cropHint:
    'Prevlačite da biste pomerali, a zumirajte sa dva prsta ili točkićem. Tastatura: strelice pomeraju, + i − zumiraju.',
  cropMove: 'Pomeri sliku',
  cropMoveLeft: 'Pomeri ulevo',
  cropMoveRight: 'Pomeri udesno',
  cropMoveUp: 'Pomeri nagore',
  cropMoveDown: 'Pomeri nadole',
  cropZoom: 'Zum',
  cropZoomIn: 'Uvećaj',
  cropZoomOut: 'Umanji',
  cropTurnLeft: 'Rotiraj ulevo',
  cropTurnRight: 'Rotiraj udesno',
  cropFlip: 'Obrni kao u ogledalu',
  cropReset: 'Resetuj',
  cropUse: 'Koristi sliku',
  cropWorking: 'Priprema slike…',
  cropPosition: 'Zum {zoom}, centar {across} sleva, {down} odozgo',
  cropTurned: 'Rotirano na {degrees}°',
  cropFlipped: 'Obrnuto kao u ogledalu',
  cropKeepAnimation: 'Zadrži animaciju',
  cropAnimationTooLarge:
    'Ova animacija prelazi {pixels} × {pixels} piksela ili {kilobytes}\u00a0KB, pa će se koristiti samo prvi kadar.',
  cropAnimationNotSquare:
    'Može da se zadrži samo kvadratna animacija, pa će se koristiti samo prvi kadar.',
  photoCancel: 'Otkaži',
  cameraTitle: 'Snimi sliku',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Čekanje na kameru. Pregledač će možda tražiti dozvolu.',
  cameraTake: 'Snimi sliku',
  cameraBlocked: 'Kamera ne može da se koristi. Dozvolite je u pregledaču ili izaberite datoteku.',
  photoEmpty: 'Ova datoteka je prazna. Izaberite drugu sliku.',
  photoSvg: 'SVG crteži ne mogu da se koriste. Izaberite JPEG, PNG ili WebP sliku.',
  photoHeic:
    'Ovaj pregledač ne može da otvori HEIC slike. Sačuvajte sliku kao JPEG i izaberite tu datoteku.',
  photoUnknownType: 'Ova datoteka nije slika. Izaberite JPEG, PNG, GIF ili WebP datoteku.',
  photoDamaged: 'Ova slika ne može da se otvori. Možda je oštećena.',
  photoTooManyBytes: 'Ova datoteka je prevelika. Izaberite manju od 100\u00a0MB.',
  photoTooManyPixels:
    'Ova slika ima previše piksela. Izaberite sliku sa manje od 120\u00a0megapiksela.',
  photoCanvasBlocked:
    'Podešavanje privatnosti u ovom pregledaču sprečava uređivanje slika. Koristite URL slike.',
} as const satisfies PhotoMessages;
