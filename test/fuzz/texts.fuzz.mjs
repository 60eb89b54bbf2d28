import { loadTypeScript } from './load-typescript.mjs';

/**
 * Milliseconds for a text of the greatest length that is cleaned; English takes less than one. Ten thousand combining marks
 * in a wrong order take the browser itself 60 to normalize, and several times that on a busy machine.
 */
const maxCost = 500;
/** How many times what English costs a text in another script may: two to three times, as measured. */
const maxToEnglish = 4;
/** How many times what half of a text costs the whole may: twice, where the cost of a character stays the same. */
const maxToHalf = 3.2;
const rounds = 200;

export async function fuzz({ runs, seed }) {
  const { compareCosts, fuzzTexts } = await loadTypeScript('text-costs.ts');
  const { findings, slowest } = fuzzTexts(runs, seed, maxCost);
  const { toEnglish, toHalf } = compareCosts(rounds);
  const describe = (ratios) =>
    [...ratios].map(([script, ratio]) => `${script} ${ratio.toFixed(1)}`).join(', ');
  const judge = (ratios, max, other) => {
    const over = [...ratios].filter(([, ratio]) => !(ratio <= max));
    return over.length > 0 ? [`costs too many times what ${other} does: ${describe(over)}`] : [];
  };
  return {
    findings: [
      ...findings,
      ...judge(toEnglish, maxToEnglish, 'English'),
      ...judge(toHalf, maxToHalf, 'half of it'),
    ],
    summary: `the slowest text took ${slowest.toFixed(1)} ms; 10,000 characters to those of English: ${describe(toEnglish)}; to half as many: ${describe(toHalf)}`,
  };
}
