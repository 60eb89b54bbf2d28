import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Latvian. */
export const photoMessages = {
  cropTitle: 'Apgriezt fotoattēlu',
  cropArea: 'Fotoattēla novietojums',
  cropHint:
    'Velciet, lai pārvietotu; lai tālummainītu, izmantojiet divus pirkstus vai ritiniet. Tastatūra: bulttaustiņi pārvieto, + un − maina tālummaiņu.',
  cropMove: 'Pārvietot fotoattēlu',
  cropMoveLeft: 'Pārvietot pa kreisi',
  cropMoveRight: 'Pārvietot pa labi',
  cropMoveUp: 'Pārvietot uz augšu',
  cropMoveDown: 'Pārvietot uz leju',
  cropZoom: 'Tālummaiņa',
  cropZoomIn: 'Tuvināt',
  cropZoomOut: 'Tālināt',
  cropTurnLeft: 'Pagriezt pa kreisi',
  cropTurnRight: 'Pagriezt pa labi',
  cropFlip: 'Apvērst spoguļattēlā',
  cropReset: 'Atiestatīt',
  cropUse: 'Izmantot fotoattēlu',
  cropWorking: 'Notiek fotoattēla sagatavošana…',
  cropPosition: 'Tālummaiņa {zoom}, centrs {across} no kreisās puses, {down} no augšas',
  cropTurned: 'Pagriezts līdz {degrees}°',
  cropFlipped: 'Apvērsts spoguļattēlā',
  cropKeepAnimation: 'Paturēt animāciju',
  cropAnimationTooLarge:
    'Šī animācija pārsniedz {pixels} × {pixels} px vai {kilobytes}\u00a0KB, tāpēc tiks izmantots tikai tās pirmais kadrs.',
  cropAnimationNotSquare:
    'Paturēt var tikai kvadrātveida animāciju, tāpēc tiks izmantots tikai pirmais kadrs.',
  photoCancel: 'Atcelt',
  cameraTitle: 'Uzņemt fotoattēlu',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Tiek gaidīta kamera. Pārlūkprogramma var lūgt atļauju.',
  cameraTake: 'Uzņemt fotoattēlu',
  cameraBlocked: 'Kameru nevar izmantot. Atļaujiet to pārlūkprogrammā vai izvēlieties failu.',
  photoEmpty: 'Šis fails ir tukšs. Izvēlieties citu fotoattēlu.',
  photoSvg: 'SVG zīmējumus nevar izmantot. Izvēlieties JPEG, PNG vai WebP fotoattēlu.',
  photoHeic:
    'Šī pārlūkprogramma nevar atvērt HEIC fotoattēlus. Saglabājiet fotoattēlu JPEG formātā un izvēlieties šo failu.',
  photoUnknownType: 'Šis fails nav fotoattēls. Izvēlieties JPEG, PNG, GIF vai WebP failu.',
  photoDamaged: 'Šo fotoattēlu nevar atvērt. Iespējams, tas ir bojāts.',
  photoTooManyBytes: 'Šis fails ir pārāk liels. Izvēlieties failu, kas mazāks par 100\u00a0MB.',
  photoTooManyPixels:
    'Šajā fotoattēlā ir pārāk daudz pikseļu. Izvēlieties fotoattēlu, kas mazāks par 120\u00a0megapikseļiem.',
  photoCanvasBlocked:
    'Šīs pārlūkprogrammas konfidencialitātes iestatījums liedz rediģēt fotoattēlus. Izmantojiet fotoattēla URL.',
} as const satisfies PhotoMessages;
