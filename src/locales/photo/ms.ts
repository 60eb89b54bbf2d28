import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Malay. */
export const photoMessages = {
  cropTitle: 'Pangkas foto',
  cropArea: 'Kedudukan foto',
  cropHint:
    'Seret untuk menggerakkan, cubit atau tatal untuk zum. Papan kekunci: anak panah menggerakkan, + dan − mengezum.',
  cropMove: 'Gerakkan foto',
  cropMoveLeft: 'Gerak ke kiri',
  cropMoveRight: 'Gerak ke kanan',
  cropMoveUp: 'Gerak ke atas',
  cropMoveDown: 'Gerak ke bawah',
  cropZoom: 'Zum',
  cropZoomIn: 'Zum masuk',
  cropZoomOut: 'Zum keluar',
  cropTurnLeft: 'Putar ke kiri',
  cropTurnRight: 'Putar ke kanan',
  cropFlip: 'Cerminkan',
  cropReset: 'Set semula',
  cropUse: 'Guna foto',
  cropWorking: 'Menyediakan foto…',
  cropPosition: 'Zum {zoom}, pusat {across} dari kiri, {down} dari atas',
  cropTurned: 'Diputar ke {degrees} darjah',
  cropFlipped: 'Dicerminkan',
  cropKeepAnimation: 'Kekalkan animasi',
  cropAnimationTooLarge:
    'Animasi ini melebihi {pixels} × {pixels} piksel atau {kilobytes}\u00a0KB, jadi hanya bingkai pertama digunakan.',
  cropAnimationNotSquare:
    'Hanya animasi segi empat sama boleh dikekalkan: bingkai pertama digunakan.',
  photoCancel: 'Batal',
  cameraTitle: 'Ambil foto',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Menunggu kamera. Pelayar anda mungkin meminta kebenaran.',
  cameraTake: 'Ambil foto',
  cameraBlocked: 'Kamera tidak dapat digunakan. Semak kebenarannya atau pilih fail.',
  photoEmpty: 'Fail ini kosong. Pilih foto lain.',
  photoSvg: 'Lukisan SVG tidak boleh digunakan. Pilih foto JPEG, PNG atau WebP.',
  photoHeic:
    'Pelayar ini tidak dapat membuka foto HEIC. Simpan foto sebagai JPEG dan pilih fail itu.',
  photoUnknownType: 'Fail ini bukan foto. Pilih fail JPEG, PNG, GIF atau WebP.',
  photoDamaged: 'Foto ini tidak dapat dibuka. Mungkin foto ini rosak.',
  photoTooManyBytes: 'Fail ini terlalu besar. Pilih yang kurang daripada 100\u00a0MB.',
  photoTooManyPixels:
    'Foto ini mempunyai terlalu banyak piksel. Pilih yang kurang daripada 120\u00a0megapiksel.',
  photoCanvasBlocked:
    'Tetapan privasi pelayar ini menghalang foto daripada disunting. Gunakan URL foto.',
} as const satisfies PhotoMessages;
