import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Serbian, in Cyrillic letters. */
export const photoMessages = {
  cropTitle: 'Опсеци слику',
  cropArea: 'Положај слике',
  cropHint:
    'Превлачите да бисте померали, а зумирајте са два прста или точкићем. Тастатура: стрелице померају, + и − зумирају.',
  cropMove: 'Помери слику',
  cropMoveLeft: 'Помери улево',
  cropMoveRight: 'Помери удесно',
  cropMoveUp: 'Помери нагоре',
  cropMoveDown: 'Помери надоле',
  cropZoom: 'Зум',
  cropZoomIn: 'Увећај',
  cropZoomOut: 'Умањи',
  cropTurnLeft: 'Ротирај улево',
  cropTurnRight: 'Ротирај удесно',
  cropFlip: 'Обрни као у огледалу',
  cropReset: 'Ресетуј',
  cropUse: 'Користи слику',
  cropWorking: 'Припрема слике…',
  cropPosition: 'Зум {zoom}, центар {across} слева, {down} одозго',
  cropTurned: 'Ротирано на {degrees}°',
  cropFlipped: 'Обрнуто као у огледалу',
  cropKeepAnimation: 'Задржи анимацију',
  cropAnimationTooLarge:
    'Ова анимација прелази {pixels} × {pixels} пиксела или {kilobytes}\u00a0KB, па ће се користити само први кадар.',
  cropAnimationNotSquare:
    'Може да се задржи само квадратна анимација, па ће се користити само први кадар.',
  photoCancel: 'Откажи',
  cameraTitle: 'Сними слику',
  cameraPreview: 'Камера',
  cameraWaiting: 'Чекање на камеру. Прегледач ће можда тражити дозволу.',
  cameraTake: 'Сними слику',
  cameraBlocked: 'Камера не може да се користи. Дозволите је у прегледачу или изаберите датотеку.',
  photoEmpty: 'Ова датотека је празна. Изаберите другу слику.',
  photoSvg: 'SVG цртежи не могу да се користе. Изаберите JPEG, PNG или WebP слику.',
  photoHeic:
    'Овај прегледач не може да отвори HEIC слике. Сачувајте слику као JPEG и изаберите ту датотеку.',
  photoUnknownType: 'Ова датотека није слика. Изаберите JPEG, PNG, GIF или WebP датотеку.',
  photoDamaged: 'Ова слика не може да се отвори. Можда је оштећена.',
  photoTooManyBytes: 'Ова датотека је превелика. Изаберите мању од 100\u00a0MB.',
  photoTooManyPixels:
    'Ова слика има превише пиксела. Изаберите слику са мање од 120\u00a0мегапиксела.',
  photoCanvasBlocked:
    'Подешавање приватности у овом прегледачу спречава уређивање слика. Користите URL слике.',
} as const satisfies PhotoMessages;
