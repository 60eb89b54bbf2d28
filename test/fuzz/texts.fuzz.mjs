import { loadTypeScript } from './load-typescript.mjs';

export async function fuzz({ runs, seed }) {
  const { fuzzTexts } = await loadTypeScript('text-costs.ts');
  const { findings, slowest } = fuzzTexts(runs, seed);
  return { findings, summary: `the slowest text took ${slowest.toFixed(1)} ms` };
}
