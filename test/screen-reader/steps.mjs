/** Saves by a key. A save that ends at once may be told by its end only. */
export async function save(reader, key) {
  reader.mayHear('Saving…');
  await reader.press(key);
}

/** Goes to the name and empties it. */
export async function clearName(reader) {
  await reader.tabTo('Name entry');
  await reader.clear();
}

/** Leaves the name empty, and goes on. */
export async function leaveWithoutName(reader) {
  await clearName(reader);
  await reader.press('Tab');
  await reader.hear('Name: Enter your name.');
  await reader.expectFocus('statusMessage');
}

/** Gives Alice another name. */
export async function rename(reader) {
  await clearName(reader);
  await reader.type('Alix');
}

/** Saves another name while there is no network. */
export async function saveOffline(reader) {
  await rename(reader);
  await reader.page('network', false);
  await reader.page('sandbox', 'setFault', { kind: 'offline' });
  await save(reader, 'Return');
  await reader.hear('You’re offline. Your changes will be saved when you’re back online.');
  await reader.hearNothingMore();
}

/** Saves once more what failed. */
export async function tryAgain(reader) {
  await reader.hearNothingMore();
  await reader.tabTo('Try again');
  await save(reader, 'space');
  await reader.hear('Profile saved');
  await reader.hearNothingMore();
}

/** Drops a picture while the name has the focus. */
export async function dropOnName(reader) {
  await reader.tabTo('Name entry');
  await reader.page('drop');
  await reader.hear(/^Crop photo/);
}

/** Takes the photo as it is cropped. */
export async function usePhoto(reader) {
  await reader.tabTo('Use photo');
  await reader.press('space');
  await reader.expectFocus('name');
  await reader.hear('Photo changed');
}

/** Chooses from the menu of the photo, whose button has the focus. */
export async function choose(reader, item, ...keys) {
  await reader.press('Return');
  await reader.hear('Upload a photo…');
  await reader.press(...keys);
  await reader.hear(item);
  await reader.press('Return');
}
