/** Where the editor's own copy of the SDK comes from. */
export const sdkOrigin = {
  load: (): Promise<unknown> => import('@cometchat/chat-sdk-javascript'),
  /** Whether no app can have the same instance, as in the script-tag build, which brings its own. */
  isPrivate: false,
};
