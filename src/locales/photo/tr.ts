import type { PhotoMessages } from '../messages.js';

/** The texts of the picture dialogs in Turkish. */
export const photoMessages = {
  cropTitle: 'Fotoğrafı kırp',
  cropArea: 'Fotoğrafın konumu',
  cropHint:
    'Taşımak için sürükleyin. Klavyede: ok tuşları taşır, artı yakınlaştırır, eksi uzaklaştırır.',
  cropMove: 'Fotoğrafı taşı',
  cropMoveLeft: 'Sola taşı',
  cropMoveRight: 'Sağa taşı',
  cropMoveUp: 'Yukarı taşı',
  cropMoveDown: 'Aşağı taşı',
  cropZoom: 'Yakınlaştırma',
  cropZoomIn: 'Yakınlaştır',
  cropZoomOut: 'Uzaklaştır',
  cropTurnLeft: 'Sola döndür',
  cropTurnRight: 'Sağa döndür',
  cropFlip: 'Aynala',
  cropReset: 'Sıfırla',
  cropUse: 'Fotoğrafı kullan',
  cropWorking: 'Fotoğraf hazırlanıyor…',
  cropPosition: 'Yakınlaştırma {zoom}, merkez soldan {across}, üstten {down}',
  cropTurned: '{degrees} dereceye döndürüldü',
  cropFlipped: 'Aynalandı',
  cropKeepAnimation: 'Animasyonu koru',
  cropAnimationTooLarge:
    'Bu animasyon korunamayacak kadar büyük (en fazla {pixels} piksel ve {kilobytes} KB): İlk karesi kullanılır.',
  cropAnimationNotSquare: 'Yalnızca kare animasyonlar korunabilir: İlk karesi kullanılır.',
  photoCancel: 'İptal',
  cameraTitle: 'Fotoğraf çek',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Kamera bekleniyor. Tarayıcınız izin isteyebilir.',
  cameraTake: 'Fotoğraf çek',
  cameraBlocked: 'Kamera kullanılamıyor. İznini kontrol edin veya bir dosya seçin.',
  pictureEmpty: 'Bu dosya boş. Başka bir fotoğraf seçin.',
  pictureSvg: 'SVG çizimleri kullanılamaz. JPEG, PNG veya WebP fotoğrafı seçin.',
  pictureHeic: 'Bu tarayıcı HEIC fotoğraflarını açamıyor. JPEG olarak kaydedip onu seçin.',
  pictureNotImage: 'Bu dosya fotoğraf değil. JPEG, PNG, GIF veya WebP dosyası seçin.',
  pictureDamaged: 'Bu fotoğraf açılamıyor. Bozuk olabilir.',
  pictureTooManyBytes: 'Bu dosya çok büyük. 100\u00a0MB’den küçük bir dosya seçin.',
  pictureTooManyPixels:
    'Bu fotoğrafta çok fazla piksel var. 120\u00a0megapikselden küçük bir fotoğraf seçin.',
  pictureCanvasBlocked:
    'Bu tarayıcının bir gizlilik ayarı fotoğrafların düzenlenmesini engelliyor.',
} as const satisfies PhotoMessages;
