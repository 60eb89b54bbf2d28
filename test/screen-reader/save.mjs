/** Saves by a key. A save that ends at once may be told by its end only. */
export async function save(reader, key) {
  reader.mayHear('Saving…');
  await reader.press(key);
}
