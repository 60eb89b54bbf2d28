/** The texts that only some pages show, in English: of uploads, and of the preview. */
export const enOptional = {
  preview: 'How others see you',
  previewNote: 'Messages you’ve already sent keep your old name and photo.',
  previewMessage: 'Hello!',
  changePhoto: 'Change photo',
  uploadPhoto: 'Upload a photo…',
  takeNewPhoto: 'Take a photo…',
  usePhotoUrl: 'Use a web address…',
  editPhoto: 'Crop again',
  dropPhoto: 'You can also drop or paste a photo here.',
  uploading: 'Uploading photo: {percent}',
} as const;
