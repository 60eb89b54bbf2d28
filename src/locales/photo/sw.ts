import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Swahili. */
export const photoMessages = {
  cropTitle: 'Punguza picha',
  cropArea: 'Nafasi ya picha',
  cropHint:
    'Buruta ili usogeze; bana au tumia gurudumu ili ukuze. Kibodi: vishale husogeza, + na − hubadilisha ukuzaji.',
  cropMove: 'Sogeza picha',
  cropMoveLeft: 'Sogeza kushoto',
  cropMoveRight: 'Sogeza kulia',
  cropMoveUp: 'Sogeza juu',
  cropMoveDown: 'Sogeza chini',
  cropZoom: 'Ukuzaji',
  cropZoomIn: 'Vuta karibu',
  cropZoomOut: 'Vuta mbali',
  cropTurnLeft: 'Zungusha kushoto',
  cropTurnRight: 'Zungusha kulia',
  cropFlip: 'Geuza',
  cropReset: 'Weka upya',
  cropUse: 'Tumia picha',
  cropWorking: 'Inatayarisha picha…',
  cropPosition: 'Ukuzaji {zoom}, katikati {across} kutoka kushoto, {down} kutoka juu',
  cropTurned: 'Imezungushwa hadi digrii {degrees}',
  cropFlipped: 'Imegeuzwa',
  cropKeepAnimation: 'Dumisha uhuishaji',
  cropAnimationTooLarge:
    'Uhuishaji huu unazidi pikseli {pixels} × {pixels} au KB\u00a0{kilobytes}, kwa hivyo ni fremu yake ya kwanza pekee itakayotumika.',
  cropAnimationNotSquare:
    'Ni uhuishaji wa mraba pekee unaoweza kudumishwa, kwa hivyo ni fremu ya kwanza pekee itakayotumika.',
  photoCancel: 'Ghairi',
  cameraTitle: 'Piga picha',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Inasubiri kamera. Huenda kivinjari chako kikaomba ruhusa.',
  cameraTake: 'Piga picha',
  cameraBlocked: 'Kamera haiwezi kutumika. Iruhusu kwenye kivinjari chako au uchague faili.',
  photoEmpty: 'Faili hii haina kitu. Chagua picha nyingine.',
  photoSvg: 'Michoro ya SVG haiwezi kutumika. Chagua picha ya JPEG, PNG au WebP.',
  photoHeic:
    'Kivinjari hiki hakiwezi kufungua picha za HEIC. Hifadhi picha kama JPEG kisha uchague faili hiyo.',
  photoUnknownType: 'Faili hii si picha. Chagua faili ya JPEG, PNG, GIF au WebP.',
  photoDamaged: 'Picha hii haiwezi kufunguliwa. Huenda imeharibika.',
  photoTooManyBytes: 'Faili hii ni kubwa mno. Chagua iliyo chini ya MB\u00a0100.',
  photoTooManyPixels:
    'Picha hii ina pikseli nyingi mno. Chagua iliyo chini ya megapikseli\u00a0120.',
  photoCanvasBlocked:
    'Mipangilio ya faragha ya kivinjari hiki inazuia kuhariri picha. Tumia URL ya picha badala yake.',
} as const satisfies PhotoMessages;
