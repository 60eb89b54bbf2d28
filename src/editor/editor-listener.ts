/** Whom the state machine tells. */
export interface EditorListener {
  /** Dispatches an event to the page; false where the page prevented what it announces. */
  tell(event: Event): boolean;
  /** Something that is shown has changed. */
  update(): void;
}
