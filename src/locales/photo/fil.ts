import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Filipino. */
export const photoMessages = {
  cropTitle: 'I-crop ang larawan',
  cropArea: 'Posisyon ng larawan',
  cropHint:
    'I-drag para ilipat, mag-pinch o mag-scroll para mag-zoom. Keyboard: mga arrow key para ilipat, + at − para mag-zoom.',
  cropMove: 'Ilipat ang larawan',
  cropMoveLeft: 'Ilipat pakaliwa',
  cropMoveRight: 'Ilipat pakanan',
  cropMoveUp: 'Ilipat pataas',
  cropMoveDown: 'Ilipat pababa',
  cropZoom: 'Pag-zoom',
  cropZoomIn: 'Mag-zoom in',
  cropZoomOut: 'Mag-zoom out',
  cropTurnLeft: 'I-rotate pakaliwa',
  cropTurnRight: 'I-rotate pakanan',
  cropFlip: 'I-flip',
  cropReset: 'I-reset',
  cropUse: 'Gamitin ang larawan',
  cropWorking: 'Inihahanda ang larawan…',
  cropPosition: 'Zoom {zoom}, gitna {across} mula sa kaliwa, {down} mula sa itaas',
  cropTurned: 'Na-rotate sa {degrees} degree',
  cropFlipped: 'Na-flip',
  cropKeepAnimation: 'Panatilihin ang animation',
  cropAnimationTooLarge:
    'Lampas ang animation na ito sa {pixels} × {pixels} pixel o {kilobytes}\u00a0KB, kaya ang unang frame lang nito ang gagamitin.',
  cropAnimationNotSquare:
    'Mga parisukat na animation lang ang puwedeng panatilihin, kaya ang unang frame lang ang gagamitin.',
  photoCancel: 'Kanselahin',
  cameraTitle: 'Kumuha ng larawan',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Hinihintay ang kamera. Maaaring humingi ng pahintulot ang browser mo.',
  cameraTake: 'Kumuha ng larawan',
  cameraBlocked: 'Hindi magamit ang kamera. Payagan ito sa browser mo, o pumili ng file.',
  photoEmpty: 'Walang laman ang file na ito. Pumili ng ibang larawan.',
  photoSvg: 'Hindi magagamit ang mga SVG drawing. Pumili ng larawang JPEG, PNG o WebP.',
  photoHeic:
    'Hindi mabuksan ng browser na ito ang mga larawang HEIC. I-save ang larawan bilang JPEG at piliin ang file na iyon.',
  photoUnknownType: 'Hindi larawan ang file na ito. Pumili ng file na JPEG, PNG, GIF o WebP.',
  photoDamaged: 'Hindi mabuksan ang larawang ito. Maaaring sira ito.',
  photoTooManyBytes: 'Masyadong malaki ang file na ito. Pumili ng wala pang 100\u00a0MB.',
  photoTooManyPixels:
    'Masyadong maraming pixel ang larawang ito. Pumili ng wala pang 120\u00a0megapixel.',
  photoCanvasBlocked:
    'Pinipigilan ng setting ng privacy sa browser na ito ang pag-edit ng larawan. Gumamit na lang ng URL ng larawan.',
} as const satisfies PhotoMessages;
