import type { PhotoMessageKey, PhotoMessages } from '../locales/messages.js';
import type { PhotoProblem } from './photo-refusal.js';

const keys: Readonly<Record<string, PhotoMessageKey>> = {
  empty: 'photoEmpty',
  svg: 'photoSvg',
  heic: 'photoHeic',
  'not-an-image': 'photoUnknownType',
  damaged: 'photoDamaged',
  'too-many-bytes': 'photoTooManyBytes',
  'too-many-pixels': 'photoTooManyPixels',
  'canvas-blocked': 'photoCanvasBlocked',
} satisfies Record<PhotoProblem, PhotoMessageKey>;

/** What is wrong with a picked file, for a person; `undefined` for what is no `PhotoProblem`. */
export function describeProblem(
  problem: string,
  messages: PhotoMessages,
  language: string,
): string | undefined {
  const key = Object.hasOwn(keys, problem) ? keys[problem] : undefined;
  // One text serves Morocco and Egypt, which have other digits.
  const digits = new Intl.NumberFormat(language, { useGrouping: false });
  return key && messages[key].replace(/\d+/g, (number) => digits.format(Number(number)));
}
