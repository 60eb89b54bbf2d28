import { fields, type EditableUser } from '../fields.js';
import { profileFields, type ProfileChanges } from '../profile.js';

/** Writes the changed fields, and no others. */
export function writeChanges(user: EditableUser, changes: ProfileChanges): void {
  for (const field of profileFields) {
    const value = changes[field];
    if (value !== undefined) fields[field].write(user, value);
  }
}
