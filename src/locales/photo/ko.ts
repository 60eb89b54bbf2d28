import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Korean. */
export const photoMessages = {
  cropTitle: '사진 자르기',
  cropArea: '사진 위치',
  cropHint:
    '끌어서 이동하고, 손가락을 오므리거나 스크롤하여 확대/축소하세요. 키보드: 화살표 키로 이동하고 + 및 −로 확대/축소합니다.',
  cropMove: '사진 이동',
  cropMoveLeft: '왼쪽으로 이동',
  cropMoveRight: '오른쪽으로 이동',
  cropMoveUp: '위로 이동',
  cropMoveDown: '아래로 이동',
  cropZoom: '확대/축소',
  cropZoomIn: '확대',
  cropZoomOut: '축소',
  cropTurnLeft: '왼쪽으로 회전',
  cropTurnRight: '오른쪽으로 회전',
  cropFlip: '좌우 반전',
  cropReset: '초기화',
  cropUse: '사진 사용',
  cropWorking: '사진 준비 중…',
  cropPosition: '확대 {zoom}, 중심은 왼쪽에서 {across}, 위에서 {down}',
  cropTurned: '{degrees}도로 회전됨',
  cropFlipped: '좌우 반전됨',
  cropKeepAnimation: '애니메이션 유지',
  cropAnimationTooLarge:
    '이 애니메이션은 {pixels} × {pixels}픽셀 또는 {kilobytes}KB를 넘어 첫 프레임만 사용합니다.',
  cropAnimationNotSquare: '정사각형 애니메이션만 유지할 수 있습니다. 첫 프레임을 사용합니다.',
  photoCancel: '취소',
  cameraTitle: '사진 찍기',
  cameraPreview: '카메라',
  cameraWaiting: '카메라를 기다리는 중입니다. 브라우저에서 권한을 요청할 수 있습니다.',
  cameraTake: '사진 찍기',
  cameraBlocked: '카메라를 사용할 수 없습니다. 권한을 확인하거나 파일을 선택하세요.',
  photoEmpty: '빈 파일입니다. 다른 사진을 선택하세요.',
  photoSvg: 'SVG 그림은 사용할 수 없습니다. JPEG, PNG 또는 WebP 사진을 선택하세요.',
  photoHeic:
    '이 브라우저는 HEIC 사진을 열 수 없습니다. 사진을 JPEG로 저장한 후 그 파일을 선택하세요.',
  photoUnknownType: '이 파일은 사진이 아닙니다. JPEG, PNG, GIF 또는 WebP 파일을 선택하세요.',
  photoDamaged: '이 사진을 열 수 없습니다. 손상되었을 수 있습니다.',
  photoTooManyBytes: '이 파일은 너무 큽니다. 100MB 미만의 파일을 선택하세요.',
  photoTooManyPixels: '이 사진은 픽셀이 너무 많습니다. 1억 2천만 화소 미만의 사진을 선택하세요.',
  photoCanvasBlocked:
    '이 브라우저의 개인정보 보호 설정 때문에 사진을 편집할 수 없습니다. 대신 사진 URL을 사용하세요.',
} as const satisfies PhotoMessages;
