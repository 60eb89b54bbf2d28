/**
 * A uid as CometChat stores it, in lower case; sites write their own spelling. Undefined for what says nothing: empty,
 * `null`, or neither text nor a number.
 */
export function normalizeUid(uid: unknown): string | undefined {
  const text = typeof uid === 'number' ? String(uid) : uid;
  return (typeof text === 'string' && text.trim().toLowerCase()) || undefined;
}

/** Whether both are known, and name the same user. */
export function isSameUid(one: unknown, other: unknown): boolean {
  const uid = normalizeUid(one);
  return uid !== undefined && uid === normalizeUid(other);
}
