/** The text of what somebody else threw or rejected with, if it has one. */
export function messageOf(cause: unknown): string | undefined {
  return typeof cause === 'string' ? cause : textOf(cause, 'message');
}

/** Whether somebody else's rejection says that it was called off. */
export function isAbortError(cause: unknown): boolean {
  return textOf(cause, 'name') === 'AbortError';
}

function textOf(cause: unknown, key: 'message' | 'name'): string | undefined {
  try {
    const text = (Object(cause) as Partial<Record<typeof key, unknown>>)[key];
    return typeof text === 'string' ? text : undefined;
  } catch {
    // A getter that throws.
    return undefined;
  }
}
