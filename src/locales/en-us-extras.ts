/** The texts of what is fetched after the form, in English: what makes it nicer. */
export const enExtras = {
  counter: '{count} of {limit} [one: character | other: characters]',
  presets: 'Suggestions',
  presetAvailable: 'Available',
  presetBusy: 'Busy',
  presetMeeting: 'In a meeting',
  presetAway: 'Be right back',
  presetHoliday: 'On vacation',
  clearStatus: 'Clear status message',
  yourName: 'Your name',
  noStatus: 'No status',
  removePhoto: 'Remove photo',
  undo: 'Undo',
  noChanges: 'No changes yet',
} as const;
