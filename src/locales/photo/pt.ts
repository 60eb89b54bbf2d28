import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Portuguese. */
export const photoMessages = {
  cropTitle: 'Cortar foto',
  cropArea: 'Posição da foto',
  cropHint:
    'Arraste para mover; use dois dedos ou a roda do mouse para dar zoom. Teclado: setas para mover, + e − para dar zoom.',
  cropMove: 'Mover foto',
  cropMoveLeft: 'Mover para a esquerda',
  cropMoveRight: 'Mover para a direita',
  cropMoveUp: 'Mover para cima',
  cropMoveDown: 'Mover para baixo',
  cropZoom: 'Zoom',
  cropZoomIn: 'Aumentar zoom',
  cropZoomOut: 'Diminuir zoom',
  cropTurnLeft: 'Girar para a esquerda',
  cropTurnRight: 'Girar para a direita',
  cropFlip: 'Espelhar',
  cropReset: 'Redefinir',
  cropUse: 'Usar foto',
  cropWorking: 'Preparando foto…',
  cropPosition: 'Zoom {zoom}, centro a {across} da esquerda e {down} do topo',
  cropTurned: 'Girada em {degrees} graus',
  cropFlipped: 'Espelhada',
  cropKeepAnimation: 'Manter a animação',
  cropAnimationTooLarge:
    'Esta animação passa de {pixels} × {pixels} pixels ou {kilobytes}\u00a0KB. Só o primeiro quadro será usado.',
  cropAnimationNotSquare:
    'Só uma animação quadrada pode ser mantida: o primeiro quadro será usado.',
  photoCancel: 'Cancelar',
  cameraTitle: 'Tirar foto',
  cameraPreview: 'Câmera',
  cameraWaiting: 'Aguardando a câmera. O navegador pode pedir permissão.',
  cameraTake: 'Tirar foto',
  cameraBlocked: 'Não foi possível usar a câmera. Verifique a permissão ou escolha um arquivo.',
  photoEmpty: 'Este arquivo está vazio. Escolha outra foto.',
  photoSvg: 'Desenhos SVG não podem ser usados. Escolha uma foto JPEG, PNG ou WebP.',
  photoHeic: 'Este navegador não abre fotos HEIC. Salve a foto como JPEG e escolha esse arquivo.',
  photoUnknownType: 'Este arquivo não é uma foto. Escolha um arquivo JPEG, PNG, GIF ou WebP.',
  photoDamaged: 'Não foi possível abrir esta foto. Ela pode estar danificada.',
  photoTooManyBytes: 'Este arquivo é grande demais. Escolha um com menos de 100\u00a0MB.',
  photoTooManyPixels: 'Esta foto tem pixels demais. Escolha uma com menos de 120\u00a0megapixels.',
  photoCanvasBlocked:
    'Uma configuração de privacidade deste navegador impede a edição de fotos. Use a URL de uma foto.',
} as const satisfies PhotoMessages;
