import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Japanese. */
export const photoMessages = {
  cropTitle: '写真を切り抜く',
  cropArea: '写真の位置',
  cropHint:
    'ドラッグで移動、ピンチまたはスクロールで拡大・縮小します。キーボードでは矢印キーで移動、+ と − で拡大・縮小します。',
  cropMove: '写真を移動',
  cropMoveLeft: '左へ移動',
  cropMoveRight: '右へ移動',
  cropMoveUp: '上へ移動',
  cropMoveDown: '下へ移動',
  cropZoom: 'ズーム',
  cropZoomIn: '拡大',
  cropZoomOut: '縮小',
  cropTurnLeft: '左に回転',
  cropTurnRight: '右に回転',
  cropFlip: '左右反転',
  cropReset: 'リセット',
  cropUse: '写真を使う',
  cropWorking: '写真を準備しています…',
  cropPosition: 'ズーム{zoom}、中心は左から{across}、上から{down}',
  cropTurned: '{degrees}度に回転しました',
  cropFlipped: '左右反転しました',
  cropKeepAnimation: 'アニメーションを残す',
  cropAnimationTooLarge:
    'このアニメーションは {pixels} × {pixels} ピクセルまたは {kilobytes}\u00a0KB を超えているため、最初のフレームだけを使います。',
  cropAnimationNotSquare: '残せるのは正方形のアニメーションだけです。最初のフレームを使います。',
  photoCancel: 'キャンセル',
  cameraTitle: '写真を撮る',
  cameraPreview: 'カメラ',
  cameraWaiting: 'カメラを待っています。ブラウザーが許可を求めることがあります。',
  cameraTake: '写真を撮る',
  cameraBlocked: 'カメラを使えません。許可を確認するか、ファイルを選んでください。',
  photoEmpty: 'このファイルは空です。別の写真を選んでください。',
  photoSvg: 'SVGの図は使えません。JPEG、PNG、WebPの写真を選んでください。',
  photoHeic:
    'このブラウザーではHEICの写真を開けません。写真をJPEGで保存し、そのファイルを選んでください。',
  photoUnknownType:
    'このファイルは写真ではありません。JPEG、PNG、GIF、WebPのファイルを選んでください。',
  photoDamaged: 'この写真を開けません。壊れている可能性があります。',
  photoTooManyBytes: 'このファイルは大きすぎます。100\u00a0MB未満のものを選んでください。',
  photoTooManyPixels: 'この写真はピクセル数が多すぎます。1億2000万画素未満のものを選んでください。',
  photoCanvasBlocked:
    'このブラウザーのプライバシー設定により、写真を編集できません。代わりに写真のURLを使ってください。',
} as const satisfies PhotoMessages;
