import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Finnish. */
export const photoMessages = {
  cropTitle: 'Rajaa kuva',
  cropArea: 'Kuvan sijainti',
  cropHint:
    'Siirrä vetämällä, zoomaa nipistämällä tai vierittämällä. Näppäimistö: nuolinäppäimet siirtävät, + ja − zoomaavat.',
  cropMove: 'Siirrä kuvaa',
  cropMoveLeft: 'Siirrä vasemmalle',
  cropMoveRight: 'Siirrä oikealle',
  cropMoveUp: 'Siirrä ylös',
  cropMoveDown: 'Siirrä alas',
  cropZoom: 'Zoomaus',
  cropZoomIn: 'Lähennä',
  cropZoomOut: 'Loitonna',
  cropTurnLeft: 'Kierrä vasemmalle',
  cropTurnRight: 'Kierrä oikealle',
  cropFlip: 'Peilaa',
  cropReset: 'Nollaa',
  cropUse: 'Käytä kuvaa',
  cropWorking: 'Valmistellaan kuvaa…',
  cropPosition: 'Zoomaus {zoom}, keskikohta {across} vasemmalta, {down} ylhäältä',
  cropTurned: 'Kierretty {degrees} asteeseen',
  cropFlipped: 'Peilattu',
  cropKeepAnimation: 'Säilytä animaatio',
  cropAnimationTooLarge:
    'Tämä animaatio on yli {pixels} × {pixels} pikseliä tai {kilobytes}\u00a0kt. Vain sen ensimmäistä kuvaa käytetään.',
  cropAnimationNotSquare:
    'Vain neliön muotoinen animaatio voidaan säilyttää: käytetään ensimmäistä kuvaa.',
  photoCancel: 'Peruuta',
  cameraTitle: 'Ota kuva',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Odotetaan kameraa. Selain saattaa kysyä lupaa.',
  cameraTake: 'Ota kuva',
  cameraBlocked: 'Kameraa ei voi käyttää. Tarkista sen käyttölupa tai valitse tiedosto.',
  photoEmpty: 'Tiedosto on tyhjä. Valitse toinen kuva.',
  photoSvg: 'SVG-piirroksia ei voi käyttää. Valitse JPEG-, PNG- tai WebP-kuva.',
  photoHeic: 'Tämä selain ei voi avata HEIC-kuvia. Tallenna kuva JPEG-muodossa ja valitse se.',
  photoUnknownType: 'Tiedosto ei ole kuva. Valitse JPEG-, PNG-, GIF- tai WebP-tiedosto.',
  photoDamaged: 'Tätä kuvaa ei voi avata. Se voi olla vioittunut.',
  photoTooManyBytes: 'Tiedosto on liian suuri. Valitse alle 100\u00a0Mt:n tiedosto.',
  photoTooManyPixels: 'Kuvassa on liikaa pikseleitä. Valitse alle 120\u00a0megapikselin kuva.',
  photoCanvasBlocked:
    'Tämän selaimen yksityisyysasetus estää kuvien muokkaamisen. Käytä kuvan URL-osoitetta.',
} as const satisfies PhotoMessages;
