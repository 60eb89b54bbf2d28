/** Lit tells once that it is the development build, which is why it is loaded here: by its code, by its text before 3.3. */
export const expectedLitWarnings: readonly string[] = [
  'dev-mode',
  'Lit is in dev mode. Not recommended for production! See https://lit.dev/msg/dev-mode for more information.',
];
