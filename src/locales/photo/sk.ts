import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Slovak. */
export const photoMessages = {
  cropTitle: 'Orezať fotku',
  cropArea: 'Poloha fotky',
  cropHint:
    'Posuniete ťahaním, priblížite dvoma prstami alebo kolieskom. Klávesnica: šípky posúvajú, + a − menia priblíženie.',
  cropMove: 'Posunúť fotku',
  cropMoveLeft: 'Posunúť doľava',
  cropMoveRight: 'Posunúť doprava',
  cropMoveUp: 'Posunúť nahor',
  cropMoveDown: 'Posunúť nadol',
  cropZoom: 'Priblíženie',
  cropZoomIn: 'Priblížiť',
  cropZoomOut: 'Oddialiť',
  cropTurnLeft: 'Otočiť doľava',
  cropTurnRight: 'Otočiť doprava',
  cropFlip: 'Zrkadliť',
  cropReset: 'Obnoviť pôvodné',
  cropUse: 'Použiť fotku',
  cropWorking: 'Pripravuje sa fotka…',
  cropPosition: 'Priblíženie {zoom}, stred {across} zľava a {down} zhora',
  cropTurned: 'Otočené na {degrees} stupňov',
  cropFlipped: 'Zrkadlené',
  cropKeepAnimation: 'Ponechať animáciu',
  cropAnimationTooLarge:
    'Animácia presahuje {pixels} × {pixels} pixelov alebo {kilobytes}\u00a0kB, takže sa použije iba jej prvá snímka.',
  cropAnimationNotSquare:
    'Ponechať možno iba štvorcovú animáciu, takže sa použije iba prvá snímka.',
  photoCancel: 'Zrušiť',
  cameraTitle: 'Odfotiť',
  cameraPreview: 'Fotoaparát',
  cameraWaiting: 'Čaká sa na fotoaparát. Prehliadač môže žiadať povolenie.',
  cameraTake: 'Odfotiť',
  cameraBlocked: 'Fotoaparát sa nedá použiť. Povoľte ho v prehliadači alebo vyberte súbor.',
  photoEmpty: 'Tento súbor je prázdny. Vyberte inú fotku.',
  photoSvg: 'Kresby SVG sa nedajú použiť. Vyberte fotku JPEG, PNG alebo WebP.',
  photoHeic:
    'Tento prehliadač nevie otvoriť fotky HEIC. Uložte fotku ako JPEG a vyberte tento súbor.',
  photoUnknownType: 'Tento súbor nie je fotka. Vyberte súbor JPEG, PNG, GIF alebo WebP.',
  photoDamaged: 'Túto fotku nemožno otvoriť. Možno je poškodená.',
  photoTooManyBytes: 'Tento súbor je príliš veľký. Vyberte menší ako 100\u00a0MB.',
  photoTooManyPixels:
    'Táto fotka má priveľa pixelov. Vyberte fotku s menej ako 120\u00a0megapixelmi.',
  photoCanvasBlocked:
    'Nastavenie ochrany súkromia v tomto prehliadači bráni úprave fotiek. Použite radšej URL fotky.',
} as const satisfies PhotoMessages;
