import '../support/guard.js';
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { ownCopyFrom, scenarios, tooOld, type Scenario } from './scenarios.js';
import { Stage, ways, type Way } from './stage.js';

const version = await executeServerCommand<string, undefined>('sdk-version');

const isTooOld = version.localeCompare(ownCopyFrom, 'en', { numeric: true }) < 0;

const add = (way: Way, name: string, run: Scenario, expected = 'ok'): void => {
  it(name, async () => {
    const stage = await Stage.open(version, way);
    try {
      const code = (await run(stage)) ?? 'ok';
      expect(code).to.equal(expected);
      await executeServerCommand('note-cell', { way, name, cell: code });
    } finally {
      await stage.close();
    }
  });
};

for (const way of ways) {
  describe(way, () => {
    const needsNewer = way === 'own copy' && isTooOld;
    if (needsNewer) add(way, 'connect', tooOld, `needs ${ownCopyFrom}`);
    for (const { name, code, ownCode = code, run } of scenarios) {
      // An app may use an SDK that is too old for a copy, also if it imports the same class.
      if (!needsNewer || name === 'host late')
        add(way, name, run, way === 'own copy' ? ownCode : code);
    }
  });
}
