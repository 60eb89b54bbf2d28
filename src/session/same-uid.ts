import { cleanUid } from '../profile.js';

/** Whether both are known, and name the same user. */
export function isSameUid(one: unknown, other: unknown): boolean {
  const uid = cleanUid(one);
  return uid !== undefined && uid === cleanUid(other);
}
