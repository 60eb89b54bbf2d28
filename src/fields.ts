import type { MessageKey } from './locales/messages.js';
import { profileFields, type ProfileChanges, type ProfileField } from './profile.js';
import {
  checkName,
  checkPhotoUrl,
  checkStatusMessage,
  cleanPhotoUrl,
  cleanStatusMessage,
  cleanText,
  textMaxLength,
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
  /** Brings what was typed in place of `stored` into the form in which it is compared and sent. */
  clean(value: string, stored?: string): string;
  /** Says what is wrong with a cleaned value, if anything. */
  check(value: string, options: RuleOptions): FieldProblem | undefined;
  /** Puts the value into a save. */
  write(user: EditableUser, value: string): void;
}

/** How many results are remembered for a field. */
const remembered = 4;

/**
 * Remembers the last results: a form asks for the same texts, the stored and the typed one, many times a key. A text that
 * no limit allows is not worth the memory.
 */
function remember(clean: FieldDefinition['clean']): FieldDefinition['clean'] {
  const recent: (readonly [value: string, stored: string | undefined, cleaned: string])[] = [];
  return (value, stored) => {
    const known = recent.find((each) => each[0] === value && each[1] === stored);
    if (known) return known[2];
    const cleaned = clean(value, stored);
    if (value.length <= textMaxLength) recent.unshift([value, stored, cleaned]);
    if (recent.length > remembered) recent.pop();
    return cleaned;
  };
}

/** The editable fields, in the order in which the form shows them. */
export const fields = {
  avatar: {
    attribute: 'avatar',
    label: 'photoUrl',
    clean: remember(cleanPhotoUrl),
    check: (value, { allowHttp }) => checkPhotoUrl(value, allowHttp),
    write: (user, value) => user.setAvatar(value),
  },
  name: {
    attribute: 'name',
    label: 'name',
    clean: remember(cleanText),
    check: checkName,
    write: (user, value) => user.setName(value),
  },
  statusMessage: {
    attribute: 'status-message',
    label: 'statusMessage',
    clean: remember(cleanStatusMessage),
    check: (value, { statusMaxLength }) => checkStatusMessage(value, statusMaxLength),
    write: (user, value) => user.setStatusMessage(value),
  },
} as const satisfies Record<ProfileField, FieldDefinition>;

/** The form in which a field's value, typed in place of `stored`, is compared and sent. */
export function cleanField(field: ProfileField, value: string, stored?: string): string {
  return fields[field].clean(value, stored);
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

/** The fields that a list names, with spaces or commas between, by their attribute's or property's name. */
export function parseFields(list: string): ReadonlySet<ProfileField> {
  // A framework may well give undefined.
  const names = String(list)
    .toLowerCase()
    .split(/[\s,]+/);
  const isNamed = (name: string): boolean => names.includes(name.toLowerCase());
  return new Set(
    profileFields.filter((field) => isNamed(field) || isNamed(fields[field].attribute)),
  );
}
