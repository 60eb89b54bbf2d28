/** Letters that look alike and are not the same. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'aåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqɋrŕsštţuûvṽwŵxẋyýzžAÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQɊRŔSŠTŢUÛVṼWŴXẊYÝZŽ',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [...pair]) ?? [],
);

/**
 * A text as a language might have it that nobody speaks: accented, two fifths longer, in brackets. What is shown without
 * them was never looked up; a bracket that is missing on the screen was cut off. Placeholders and the names of plural
 * forms stay.
 */
export function pseudo(text: string): string {
  const accented = text.replace(
    /\{\w+\}|(?:one|other):|[a-z]/gi,
    (each) => lookalikes[each] ?? each,
  );
  const own = text.replace(/\{\w+\}/g, '').length;
  const padding = ' ~~~~'.repeat(Math.ceil((own * 0.4) / 5));
  return `⟦${accented}${padding}⟧`;
}

/** A whole catalogue of such texts. */
export function pseudoCatalogue<Key extends string>(
  texts: Readonly<Record<Key, string>>,
): Record<Key, string> {
  const entries = Object.entries<string>(texts).map(([key, text]) => [key, pseudo(text)] as const);
  return Object.fromEntries(entries) as Record<Key, string>;
}
