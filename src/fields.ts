import type { MessageKey } from './locales/messages.js';
import { profileFields, type ProfileChanges, type ProfileField } from './profile.js';
import {
  checkName,
  checkPhotoUrl,
  checkStatusMessage,
  cleanPhotoUrl,
  cleanText,
  type FieldProblem,
  type FieldProblems,
  type RuleOptions,
} from './rules.js';

/** What a field's value is written to: the part of CometChat's `User` that the editor may set. */
export interface EditableUser {
  setName(name: string): void;
  setAvatar(avatar: string): void;
  setStatusMessage(statusMessage: string): void;
}

/** All that sets one editable field apart from the others; its key is the name of the property of CometChat's `User`. */
export interface FieldDefinition {
  /** Its name in `hidden-fields` and `readonly-fields`. */
  readonly attribute: string;
  /** The message with its label. */
  readonly label: MessageKey;
  /** Brings what was typed into the form in which it is compared and sent. */
  clean(value: string): string;
  /** Says what is wrong with a cleaned value, if anything. */
  check(value: string, options: RuleOptions): FieldProblem | undefined;
  /** Puts the value into a save. */
  write(user: EditableUser, value: string): void;
}

/** The editable fields, in the order in which the form shows them. */
export const fields = {
  avatar: {
    attribute: 'avatar',
    label: 'photoUrl',
    clean: cleanPhotoUrl,
    check: (value, { allowHttp }) => checkPhotoUrl(value, allowHttp),
    write: (user, value) => user.setAvatar(value),
  },
  name: {
    attribute: 'name',
    label: 'name',
    clean: cleanText,
    check: checkName,
    write: (user, value) => user.setName(value),
  },
  statusMessage: {
    attribute: 'status-message',
    label: 'statusMessage',
    clean: cleanText,
    check: (value, { statusMaxLength }) => checkStatusMessage(value, statusMaxLength),
    write: (user, value) => user.setStatusMessage(value),
  },
} as const satisfies Record<ProfileField, FieldDefinition>;

/** The form in which a field's value is compared and sent. */
export function cleanField(field: ProfileField, value: string): string {
  return fields[field].clean(value);
}

/** Checks the changed fields only: what the server already holds is not the user's to repair. */
export function checkChanges(changes: ProfileChanges, options: RuleOptions): FieldProblems {
  const problems: Partial<Record<ProfileField, FieldProblem>> = {};
  for (const field of profileFields) {
    const value = changes[field];
    const problem = value === undefined ? undefined : fields[field].check(value, options);
    if (problem) problems[field] = problem;
  }
  return problems;
}

/** Writes the changed fields, and no others. */
export function writeChanges(user: EditableUser, changes: ProfileChanges): void {
  for (const field of profileFields) {
    const value = changes[field];
    if (value !== undefined) fields[field].write(user, value);
  }
}

/** The fields that a space-separated list names, by their attribute's or property's name. */
export function parseFields(list: string): ReadonlySet<ProfileField> {
  // A framework may well give undefined.
  const names = new Set(String(list).split(/\s+/));
  return new Set(
    profileFields.filter((field) => names.has(field) || names.has(fields[field].attribute)),
  );
}
