import fc from 'fast-check';
import { commandSequences } from './commands.js';
import { runs } from './runs.js';
import { World } from './world.js';

describe('the editor, whatever happens', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it(`loses no edit and harms nobody, in ${runs} sequences`, async () => {
    await fc.assert(
      fc.asyncProperty(commandSequences, async (commands) => {
        const world = new World();
        try {
          world.host.attach();
          world.configure({ appId: 'app', region: 'us', authToken: 'token-alice' });
          await world.check();
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          await world.recover();
        } catch (error) {
          await world.abandon();
          throw error;
        }
        await world.end();
      }),
      { numRuns: runs, includeErrorInReport: true },
    );
  }).timeout(runs * 60);
});
