import { enPhoto } from '../locales/en-us-photo.js';
import { format, type PhotoMessages } from '../locales/messages.js';
import type { AnimationProblem } from './picture.js';
import type { PictureProblem } from './picture-refusal.js';

/** Every text of the crop and camera dialogs, and the words for pictures that cannot be used. */
export interface DialogMessages {
  /** Heading of the crop dialog. */
  cropTitle: string;
  /** Name of the area in which the photo is dragged. */
  cropArea: string;
  /** How that area is used, by mouse, touch and keys. */
  cropHint: string;
  /** Name of the four buttons that move the photo. */
  cropMove: string;
  cropMoveLeft: string;
  cropMoveRight: string;
  cropMoveUp: string;
  cropMoveDown: string;
  /** Name of the zoom slider. */
  cropZoom: string;
  cropZoomIn: string;
  cropZoomOut: string;
  /** Button: a quarter turn counter-clockwise. */
  cropTurnLeft: string;
  /** Button: a quarter turn clockwise. */
  cropTurnRight: string;
  /** Button: mirror left to right. */
  cropFlip: string;
  /** Button: back to the whole photo, upright. */
  cropReset: string;
  /** Primary button of the crop dialog. */
  cropUse: string;
  /** The same while the photo is being made ready. */
  cropWorking: string;
  /** Closes either dialog without a photo. */
  photoCancel: string;
  /** Spoken after the photo moved or was zoomed; all three come as percentages in the user's language. */
  cropPosition: (zoom: string, across: string, down: string) => string;
  /** Spoken after a turn; degrees clockwise, formatted. */
  cropTurned: (degrees: string) => string;
  /** Spoken after the photo was mirrored. */
  cropFlipped: string;
  /** Checkbox: use the animation as it is instead of its first frame. */
  cropKeepAnimation: string;
  /** Why only the first frame of an animation can be used. */
  cropAnimation: Record<AnimationProblem, (pixels: string, kilobytes: string) => string>;
  /** Heading of the camera dialog. */
  cameraTitle: string;
  /** Name of the live picture. */
  cameraPreview: string;
  /** Shown while the browser asks for permission. */
  cameraWaiting: string;
  cameraTake: string;
  /** Without permission, or the camera is taken or missing. */
  cameraBlocked: string;
  /** What is wrong with a picked file. */
  pictureProblems: Record<PictureProblem, string>;
}

/** Makes the dialogs' messages of a language's texts. */
export function createDialogMessages(texts: PhotoMessages): DialogMessages {
  return {
    ...texts,
    photoCancel: texts.photoCancel,
    cropPosition: (zoom, across, down) => format(texts.cropPosition, { zoom, across, down }),
    cropTurned: (degrees) => format(texts.cropTurned, { degrees }),
    cropAnimation: {
      'animation-too-large': (pixels, kilobytes) =>
        format(texts.cropAnimationTooLarge, { pixels, kilobytes }),
      'animation-not-square': () => texts.cropAnimationNotSquare,
    },
    pictureProblems: {
      empty: texts.pictureEmpty,
      svg: texts.pictureSvg,
      heic: texts.pictureHeic,
      'not-an-image': texts.pictureNotImage,
      damaged: texts.pictureDamaged,
      'too-many-bytes': texts.pictureTooManyBytes,
      'too-many-pixels': texts.pictureTooManyPixels,
      'canvas-blocked': texts.pictureCanvasBlocked,
    },
  };
}

/** The English ones. */
export const dialogMessages: DialogMessages = createDialogMessages(enPhoto);
