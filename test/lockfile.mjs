// Looks whether npm can check every package that it fetches, whatever system it installs for.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const file = resolve(import.meta.dirname, '../package-lock.json');
const packages = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages);
const problems = packages
  .filter(([path, { link }]) => path !== '' && !link)
  .flatMap(([path, { integrity, resolved }]) => [
    ...(integrity?.startsWith('sha512-') ? [] : [`${path} has no integrity`]),
    ...(resolved ? [`${path} names an address: npm knows its registry by itself`] : []),
  ]);

for (const problem of problems) console.error(`package-lock.json: ${problem}`);
if (problems.length > 0 || packages.length < 2) process.exitCode = 1;
