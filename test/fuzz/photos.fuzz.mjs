import { loadTypeScript } from './load-typescript.mjs';

/** More than any of these small files may take, in milliseconds, on a busy machine. */
const maxTime = 1000;

export async function fuzz({ runs, seed }) {
  const { fuzzPhotos } = await loadTypeScript('photo-mutations.ts');
  const { findings, cleaned, slowest, largest } = await fuzzPhotos(runs, seed, maxTime);
  return {
    findings,
    summary: `${cleaned} animations kept, the largest of ${largest} bytes; the slowest input took ${slowest.toFixed(1)} ms`,
  };
}
