import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Indonesian. */
export const photoMessages = {
  cropTitle: 'Pangkas foto',
  cropArea: 'Posisi foto',
  cropHint:
    'Seret untuk memindahkan, cubit atau gulir untuk zoom. Keyboard: tombol panah memindahkan, + dan − mengubah zoom.',
  cropMove: 'Pindahkan foto',
  cropMoveLeft: 'Geser ke kiri',
  cropMoveRight: 'Geser ke kanan',
  cropMoveUp: 'Geser ke atas',
  cropMoveDown: 'Geser ke bawah',
  cropZoom: 'Zoom',
  cropZoomIn: 'Perbesar',
  cropZoomOut: 'Perkecil',
  cropTurnLeft: 'Putar ke kiri',
  cropTurnRight: 'Putar ke kanan',
  cropFlip: 'Cerminkan',
  cropReset: 'Atur ulang',
  cropUse: 'Gunakan foto',
  cropWorking: 'Menyiapkan foto…',
  cropPosition: 'Zoom {zoom}, pusat {across} dari kiri, {down} dari atas',
  cropTurned: 'Diputar ke {degrees} derajat',
  cropFlipped: 'Dicerminkan',
  cropKeepAnimation: 'Pertahankan animasi',
  cropAnimationTooLarge:
    'Animasi ini melebihi {pixels} × {pixels} piksel atau {kilobytes}\u00a0KB, jadi hanya bingkai pertamanya yang dipakai.',
  cropAnimationNotSquare:
    'Hanya animasi persegi yang bisa dipertahankan: bingkai pertamanya dipakai.',
  photoCancel: 'Batal',
  cameraTitle: 'Ambil foto',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Menunggu kamera. Browser mungkin meminta izin.',
  cameraTake: 'Ambil foto',
  cameraBlocked: 'Kamera tidak dapat digunakan. Periksa izinnya atau pilih file.',
  photoEmpty: 'File ini kosong. Pilih foto lain.',
  photoSvg: 'Gambar SVG tidak dapat digunakan. Pilih foto JPEG, PNG, atau WebP.',
  photoHeic:
    'Browser ini tidak dapat membuka foto HEIC. Simpan foto sebagai JPEG lalu pilih file itu.',
  photoUnknownType: 'File ini bukan foto. Pilih file JPEG, PNG, GIF, atau WebP.',
  photoDamaged: 'Foto ini tidak dapat dibuka. Mungkin foto ini rusak.',
  photoTooManyBytes: 'File ini terlalu besar. Pilih yang kurang dari 100\u00a0MB.',
  photoTooManyPixels:
    'Foto ini memiliki terlalu banyak piksel. Pilih yang kurang dari 120\u00a0megapiksel.',
  photoCanvasBlocked: 'Setelan privasi browser ini mencegah foto diedit. Gunakan URL foto.',
} as const satisfies PhotoMessages;
