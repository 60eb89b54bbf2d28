/** The texts of the form itself, in English: the catalogue that every other language is checked against. */
export const en = {
  form: 'Your profile',
  photo: 'Profile photo',
  photoUrl: 'Photo URL',
  photoUrlHint: 'The web address of a picture, starting with https://',
  name: 'Name',
  statusMessage: 'Status message',
  save: 'Save changes',
  saving: 'Saving…',
  discard: 'Discard changes',
  loading: 'Loading your profile…',
  tryAgain: 'Try again',
  saved: 'Profile saved',
  offline: 'The connection failed. Try again.',
} as const;
