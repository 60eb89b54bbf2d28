import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Tamil. */
export const photoMessages = {
  cropTitle: 'படத்தைச் செதுக்கு',
  cropArea: 'படத்தின் நிலை',
  cropHint:
    'நகர்த்த இழுக்கவும், ஜூம் செய்ய பின்ச் அல்லது ஸ்க்ரோல் செய்யவும். கீபோர்டு: நகர்த்த அம்பு விசைகள், ஜூம் செய்ய +,\u00a0−.',
  cropMove: 'படத்தை நகர்த்து',
  cropMoveLeft: 'இடப்புறம் நகர்த்து',
  cropMoveRight: 'வலப்புறம் நகர்த்து',
  cropMoveUp: 'மேலே நகர்த்து',
  cropMoveDown: 'கீழே நகர்த்து',
  cropZoom: 'ஜூம்',
  cropZoomIn: 'பெரிதாக்கு',
  cropZoomOut: 'சிறிதாக்கு',
  cropTurnLeft: 'இடப்புறம் சுழற்று',
  cropTurnRight: 'வலப்புறம் சுழற்று',
  cropFlip: 'புரட்டு',
  cropReset: 'மீட்டமை',
  cropUse: 'படத்தைப் பயன்படுத்து',
  cropWorking: 'படம் தயாராகிறது…',
  cropPosition: 'ஜூம் {zoom}, மையம் இடமிருந்து {across}, மேலிருந்து {down}',
  cropTurned: '{degrees} டிகிரிக்குச் சுழற்றப்பட்டது',
  cropFlipped: 'புரட்டப்பட்டது',
  cropKeepAnimation: 'அனிமேஷனை வைத்திரு',
  cropAnimationTooLarge:
    'இந்த அனிமேஷன் {pixels} × {pixels} பிக்சல்கள் அல்லது {kilobytes}\u00a0KB-ஐ விடப் பெரியது, எனவே முதல் ஃபிரேம் மட்டுமே பயன்படுத்தப்படும்.',
  cropAnimationNotSquare:
    'சதுர அனிமேஷனை மட்டுமே வைத்திருக்க முடியும், எனவே முதல் ஃபிரேம் மட்டுமே பயன்படுத்தப்படும்.',
  photoCancel: 'ரத்துசெய்',
  cameraTitle: 'படம் எடு',
  cameraPreview: 'கேமரா',
  cameraWaiting: 'கேமராவுக்காகக் காத்திருக்கிறது. உலாவி அனுமதி கேட்கலாம்.',
  cameraTake: 'படம் எடு',
  cameraBlocked: 'கேமராவைப் பயன்படுத்த முடியாது. உலாவியில் அதை அனுமதிக்கவும் அல்லது கோப்பைத் தேர்வுசெய்யவும்.',
  photoEmpty: 'இந்தக் கோப்பு காலி. வேறு படத்தைத் தேர்வுசெய்யவும்.',
  photoSvg: 'SVG வரைபடங்களைப் பயன்படுத்த முடியாது. JPEG, PNG அல்லது WebP படத்தைத் தேர்வுசெய்யவும்.',
  photoHeic: 'இந்த உலாவியால் HEIC படங்களைத் திறக்க முடியாது. JPEG ஆகச் சேமித்து அந்தக் கோப்பைத் தேர்வுசெய்யவும்.',
  photoUnknownType: 'இந்தக் கோப்பு படம் அல்ல. JPEG, PNG, GIF அல்லது WebP கோப்பைத் தேர்வுசெய்யவும்.',
  photoDamaged: 'இந்தப் படத்தைத் திறக்க முடியாது. பழுதாகியிருக்கலாம்.',
  photoTooManyBytes: 'இந்தக் கோப்பு மிகப் பெரியது. 100\u00a0MB-ஐ விடச் சிறியதைத் தேர்வுசெய்யவும்.',
  photoTooManyPixels:
    'இந்தப் படத்தில் பிக்சல்கள் மிக அதிகம். 120\u00a0மெகாபிக்சலை விடச் சிறியதைத் தேர்வுசெய்யவும்.',
  photoCanvasBlocked:
    'இந்த உலாவியின் தனியுரிமை அமைப்பு படத்தைத் திருத்தவிடாது. பதிலாகப் படத்தின் URL-ஐப் பயன்படுத்தவும்.',
} as const satisfies PhotoMessages;
