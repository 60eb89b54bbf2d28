/** What is between two neighbours is divided among them. */
function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const high = Math.ceil(place);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** The quartiles of a list of numbers; undefined where there is none. */
export function quartilesOf(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  return { q1, median, q3, count: sorted.length };
}

export const medianOf = (values) => quartilesOf(values)?.median;

/** How many rounds before and after are as good for a comparison as the same. */
const NEIGHBOURS = 1;

/**
 * Each value divided by what it is compared with: the median of the floors of its round and of the rounds beside it. The
 * machine was about as busy then, and one visit alone may have met a burst.
 *
 * @param {{ round: number, value: number }[]} values
 * @param {{ round: number, value: number }[]} floors
 */
export function ratiosOf(values, floors) {
  return values.map(({ round, value }) => {
    const beside = floors.filter((floor) => Math.abs(floor.round - round) <= NEIGHBOURS);
    return value / medianOf(beside.map((floor) => floor.value));
  });
}

/**
 * How far, as a share, the median of another run may be from this one: two standard errors of the difference of two medians,
 * as the quartiles have it.
 */
export function uncertaintyOf({ q1, median, q3, count }) {
  const error = (1.2533 * (q3 - q1)) / (1.349 * Math.sqrt(count));
  return (2 * Math.SQRT2 * error) / median;
}

/** Whether a limit is kept. Where the quartiles are further apart than the limit is away, nobody can tell. */
export function judge({ q1, median, q3 }, limit) {
  if (q3 - q1 > Math.abs(median - limit)) return 'cannot tell';
  return median <= limit ? 'met' : 'missed';
}
