/** Tags that are well-formed and name no language. */
const noLanguage = /^(?:und|mul|mis|zxx|root|posix)(?:-|$)/i;
/** More subtags than any real tag has. */
const maxSubtags = 12;

/**
 * A page's language tag as `Intl` takes it; undefined where it names no language. `Intl` throws at what servers print, which
 * is their own locale's name (`de_DE.UTF-8`, `en_US@posix`), at slips (`de-`), and at templates that nobody filled in.
 */
export function canonicalTag(tag: string): string | undefined {
  const subtags = tag
    .trim()
    // A script that POSIX says last: `sr_RS.UTF-8@latin`.
    .replace(/(?:_[^@_]{0,20})?@latin$/, '-Latn')
    .replace(/[.@,;\s].*/s, '')
    .replaceAll('_', '-')
    // An extended language stands for itself: `zh-cmn-Hans` is `cmn-Hans`.
    .replace(/^zh-(?=(?:cmn|yue)(?:-|$))/i, '')
    .split('-', maxSubtags)
    .filter(Boolean);
  // A tag that is wrong towards its end still says which language it is.
  for (; subtags.length > 0; subtags.pop()) {
    const canonical = tryCanonical(subtags.join('-'));
    if (canonical) return noLanguage.test(canonical) ? undefined : canonical;
  }
  return undefined;
}

function tryCanonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
