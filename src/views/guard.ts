const reported = new Set<unknown>();

/** What a function answers, or the fallback where it throws: what cannot be drawn takes nothing else along. */
export function attempt<Result>(draw: () => Result, fallback: Result, origin: unknown): Result {
  try {
    return draw();
  } catch (error) {
    // For whoever develops the page; once, since every drawing would repeat it.
    if (!reported.has(origin)) reportError(error);
    reported.add(origin);
    return fallback;
  }
}

/** The same function, which draws nothing where it would throw. */
export function guarded<Parameters extends readonly unknown[], Result>(
  draw: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result | undefined {
  return (...parameters) => attempt<Result | undefined>(() => draw(...parameters), undefined, draw);
}
