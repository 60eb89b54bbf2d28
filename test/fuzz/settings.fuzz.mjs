import { loadTypeScript } from './load-typescript.mjs';

export async function fuzz({ runs, seed }) {
  const { fuzzSettings, settingNames } = await loadTypeScript('odd-settings.ts');
  return {
    findings: fuzzSettings(runs, seed),
    summary: `${settingNames.length} settings, each of any type`,
  };
}
