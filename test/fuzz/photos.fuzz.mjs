import { loadTypeScript } from './load-typescript.mjs';

export async function fuzz({ runs, seed }) {
  const { fuzzPhotos } = await loadTypeScript('photo-mutations.ts');
  const { findings, cleaned, slowest, largest } = await fuzzPhotos(runs, seed);
  return {
    findings,
    summary: `${cleaned} animations kept, the largest of ${largest} bytes; the slowest input took ${slowest.toFixed(1)} ms`,
  };
}
