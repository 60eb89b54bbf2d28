import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Romanian. */
export const photoMessages = {
  cropTitle: 'Decupează fotografia',
  cropArea: 'Poziția fotografiei',
  cropHint:
    'Trage pentru a muta, apropie degetele sau derulează pentru zoom. Tastatură: săgeți pentru mutare, + și − pentru zoom.',
  cropMove: 'Mută fotografia',
  cropMoveLeft: 'Mută la stânga',
  cropMoveRight: 'Mută la dreapta',
  cropMoveUp: 'Mută în sus',
  cropMoveDown: 'Mută în jos',
  cropZoom: 'Zoom',
  cropZoomIn: 'Mărește',
  cropZoomOut: 'Micșorează',
  cropTurnLeft: 'Rotește la stânga',
  cropTurnRight: 'Rotește la dreapta',
  cropFlip: 'Oglindește',
  cropReset: 'Resetează',
  cropUse: 'Folosește fotografia',
  cropWorking: 'Se pregătește fotografia…',
  cropPosition: 'Zoom {zoom}, centrul la {across} de la stânga și {down} de sus',
  cropTurned: 'Rotită la {degrees}°',
  cropFlipped: 'Oglindită',
  cropKeepAnimation: 'Păstrează animația',
  cropAnimationTooLarge:
    'Animația depășește {pixels} × {pixels} px sau {kilobytes}\u00a0KB, așa că se va folosi doar primul cadru.',
  cropAnimationNotSquare: 'Se poate păstra doar o animație pătrată: se folosește primul cadru.',
  photoCancel: 'Anulează',
  cameraTitle: 'Fă o fotografie',
  cameraPreview: 'Cameră',
  cameraWaiting: 'Se așteaptă camera. Browserul poate cere permisiunea.',
  cameraTake: 'Fă o fotografie',
  cameraBlocked: 'Camera nu poate fi folosită. Verifică permisiunea sau alege un fișier.',
  photoEmpty: 'Fișierul este gol. Alege altă fotografie.',
  photoSvg: 'Desenele SVG nu pot fi folosite. Alege o fotografie JPEG, PNG sau WebP.',
  photoHeic:
    'Acest browser nu poate deschide fotografii HEIC. Salvează fotografia ca JPEG și alege fișierul respectiv.',
  photoUnknownType: 'Fișierul nu este o fotografie. Alege un fișier JPEG, PNG, GIF sau WebP.',
  photoDamaged: 'Fotografia nu poate fi deschisă. Poate fi deteriorată.',
  photoTooManyBytes: 'Fișierul este prea mare. Alege unul sub 100\u00a0MB.',
  photoTooManyPixels: 'Fotografia are prea mulți pixeli. Alege una sub 120\u00a0de megapixeli.',
  photoCanvasBlocked:
    'O setare de confidențialitate a acestui browser împiedică editarea fotografiilor. Folosește în schimb URL-ul unei fotografii.',
} as const satisfies PhotoMessages;
