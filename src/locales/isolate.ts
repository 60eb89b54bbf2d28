/** Keeps what people or servers wrote from turning the sentence around it: first strong isolate … pop. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
