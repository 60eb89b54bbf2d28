import { loadTypeScript } from './load-typescript.mjs';

/** Milliseconds for a text of the greatest length that is cleaned; English takes less than one. */
const maxCost = 100;

export async function fuzz({ runs, seed }) {
  const { fuzzTexts } = await loadTypeScript('text-costs.ts');
  const { findings, slowest } = fuzzTexts(runs, seed, maxCost);
  return { findings, summary: `the slowest text took ${slowest.toFixed(1)} ms` };
}
