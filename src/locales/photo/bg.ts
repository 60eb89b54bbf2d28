import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Bulgarian. */
export const photoMessages = {
  cropTitle: 'Изрязване на снимката',
  cropArea: 'Положение на снимката',
  cropHint:
    'Плъзнете, за да преместите; съберете пръсти или превъртете за мащабиране. Клавиатура: стрелките местят, + и − променят мащаба.',
  cropMove: 'Преместване на снимката',
  cropMoveLeft: 'Наляво',
  cropMoveRight: 'Надясно',
  cropMoveUp: 'Нагоре',
  cropMoveDown: 'Надолу',
  cropZoom: 'Мащаб',
  cropZoomIn: 'Увеличаване',
  cropZoomOut: 'Намаляване',
  cropTurnLeft: 'Завъртане наляво',
  cropTurnRight: 'Завъртане надясно',
  cropFlip: 'Огледално обръщане',
  cropReset: 'Нулиране',
  cropUse: 'Използване на снимката',
  cropWorking: 'Снимката се подготвя…',
  cropPosition: 'Мащаб {zoom}, център {across} отляво и {down} отгоре',
  cropTurned: 'Завъртяна на {degrees} градуса',
  cropFlipped: 'Огледално обърната',
  cropKeepAnimation: 'Запазване на анимацията',
  cropAnimationTooLarge:
    'Анимацията надхвърля {pixels} × {pixels} пиксела или {kilobytes}\u00a0КБ, затова ще се използва само първият ѝ кадър.',
  cropAnimationNotSquare:
    'Само квадратна анимация може да се запази, затова ще се използва само първият кадър.',
  photoCancel: 'Отказ',
  cameraTitle: 'Заснемане',
  cameraPreview: 'Камера',
  cameraWaiting: 'Изчаква се камерата. Браузърът може да поиска разрешение.',
  cameraTake: 'Заснемане',
  cameraBlocked: 'Камерата не може да се използва. Разрешете я в браузъра или изберете файл.',
  photoEmpty: 'Този файл е празен. Изберете друга снимка.',
  photoSvg: 'SVG рисунки не могат да се използват. Изберете снимка JPEG, PNG или WebP.',
  photoHeic:
    'Този браузър не отваря снимки HEIC. Запазете снимката като JPEG и изберете този файл.',
  photoUnknownType: 'Този файл не е снимка. Изберете файл JPEG, PNG, GIF или WebP.',
  photoDamaged: 'Снимката не може да се отвори. Може да е повредена.',
  photoTooManyBytes: 'Файлът е твърде голям. Изберете по-малък от 100\u00a0МБ.',
  photoTooManyPixels:
    'Снимката има твърде много пиксели. Изберете такава под 120\u00a0мегапиксела.',
  photoCanvasBlocked:
    'Настройка за поверителност на браузъра пречи на редактирането на снимки. Използвайте URL на снимка.',
} as const satisfies PhotoMessages;
