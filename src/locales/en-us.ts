/** The texts of the form itself, in English: the catalogue that every other language is checked against. */
export const en = {
  form: 'Your profile',
  photo: 'Profile photo',
  photoUrl: 'Photo URL',
  photoUrlHint: 'Web address of a photo, starting with https://',
  name: 'Name',
  statusMessage: 'Status message',
  save: 'Save changes',
  saving: 'Saving…',
  discard: 'Discard changes',
  loading: 'Loading your profile…',
  tryAgain: 'Try again',
  saved: 'Profile saved',
  offline: 'Couldn’t connect. Check your connection.',
} as const;
