import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Turkish. */
export const photoMessages = {
  cropTitle: 'Fotoğrafı kırp',
  cropArea: 'Fotoğrafın konumu',
  cropHint:
    'Taşımak için sürükleyin, yakınlaştırmak için iki parmağınızı veya tekerleği kullanın. Klavye: ok tuşları taşır, + ve − yakınlaştırır ve uzaklaştırır.',
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
    'Bu animasyon {pixels} × {pixels} pikselden veya {kilobytes}\u00a0KB boyutundan büyük, bu yüzden yalnızca ilk karesi kullanılacak.',
  cropAnimationNotSquare: 'Yalnızca kare animasyonlar korunabilir: İlk karesi kullanılır.',
  photoCancel: 'İptal',
  cameraTitle: 'Fotoğraf çek',
  cameraPreview: 'Kamera',
  cameraWaiting: 'Kamera bekleniyor. Tarayıcınız izin isteyebilir.',
  cameraTake: 'Fotoğraf çek',
  cameraBlocked: 'Kamera kullanılamıyor. İznini kontrol edin veya bir dosya seçin.',
  photoEmpty: 'Bu dosya boş. Başka bir fotoğraf seçin.',
  photoSvg: 'SVG çizimleri kullanılamaz. JPEG, PNG veya WebP fotoğrafı seçin.',
  photoHeic:
    'Bu tarayıcı HEIC fotoğraflarını açamıyor. Fotoğrafı JPEG olarak kaydedip o dosyayı seçin.',
  photoUnknownType: 'Bu dosya fotoğraf değil. JPEG, PNG, GIF veya WebP dosyası seçin.',
  photoDamaged: 'Bu fotoğraf açılamıyor. Bozuk olabilir.',
  photoTooManyBytes: 'Bu dosya çok büyük. 100\u00a0MB’den küçük bir dosya seçin.',
  photoTooManyPixels:
    'Bu fotoğrafta çok fazla piksel var. 120\u00a0megapikselden küçük bir fotoğraf seçin.',
  photoCanvasBlocked:
    'Bu tarayıcının bir gizlilik ayarı fotoğrafların düzenlenmesini engelliyor. Bunun yerine bir fotoğraf URL’si kullanın.',
} as const satisfies PhotoMessages;
