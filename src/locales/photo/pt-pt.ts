import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in European Portuguese. */
export const photoMessages = {
  cropTitle: 'Recortar fotografia',
  cropArea: 'Posição da fotografia',
  cropHint:
    'Arraste para mover; use dois dedos ou a roda do rato para ampliar. Teclado: setas para mover, + e − para ampliar ou reduzir.',
  cropMove: 'Mover fotografia',
  cropMoveLeft: 'Mover para a esquerda',
  cropMoveRight: 'Mover para a direita',
  cropMoveUp: 'Mover para cima',
  cropMoveDown: 'Mover para baixo',
  cropZoom: 'Zoom',
  cropZoomIn: 'Ampliar',
  cropZoomOut: 'Reduzir',
  cropTurnLeft: 'Rodar para a esquerda',
  cropTurnRight: 'Rodar para a direita',
  cropFlip: 'Inverter',
  cropReset: 'Repor',
  cropUse: 'Usar fotografia',
  cropWorking: 'A preparar a fotografia…',
  cropPosition: 'Zoom {zoom}, centro a {across} da esquerda e {down} do topo',
  cropTurned: 'Rodada para {degrees} graus',
  cropFlipped: 'Invertida',
  cropKeepAnimation: 'Manter a animação',
  cropAnimationTooLarge:
    'Esta animação ultrapassa {pixels} × {pixels} píxeis ou {kilobytes}\u00a0KB. Só será usado o primeiro fotograma.',
  cropAnimationNotSquare:
    'Só uma animação quadrada pode ser mantida: será usado o primeiro fotograma.',
  photoCancel: 'Cancelar',
  cameraTitle: 'Tirar fotografia',
  cameraPreview: 'Câmara',
  cameraWaiting: 'A aguardar a câmara. O navegador pode pedir autorização.',
  cameraTake: 'Tirar fotografia',
  cameraBlocked: 'Não é possível usar a câmara. Autorize-a no navegador ou escolha um ficheiro.',
  photoEmpty: 'Este ficheiro está vazio. Escolha outra fotografia.',
  photoSvg: 'Não é possível usar desenhos SVG. Escolha uma fotografia JPEG, PNG ou WebP.',
  photoHeic:
    'Este navegador não abre fotografias HEIC. Guarde a fotografia como JPEG e escolha esse ficheiro.',
  photoUnknownType:
    'Este ficheiro não é uma fotografia. Escolha um ficheiro JPEG, PNG, GIF ou WebP.',
  photoDamaged: 'Não foi possível abrir esta fotografia. Pode estar danificada.',
  photoTooManyBytes: 'Este ficheiro é demasiado grande. Escolha um com menos de 100\u00a0MB.',
  photoTooManyPixels:
    'Esta fotografia tem demasiados píxeis. Escolha uma com menos de 120\u00a0megapíxeis.',
  photoCanvasBlocked:
    'Uma definição de privacidade deste navegador impede a edição de fotografias. Use o URL de uma fotografia.',
} as const satisfies PhotoMessages;
