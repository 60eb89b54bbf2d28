import { rename, save, saveOffline, tryAgain } from './steps.mjs';

/** What goes wrong, or takes its time. */
export const troubleJourneys = [
  {
    name: 'slow-save',
    title: 'A save that takes its time',
    async run(reader) {
      await reader.arrive({ faults: [{ kind: 'delay', phase: 'save', ms: 3000 }] });
      await rename(reader);
      await reader.press('Return');
      await reader.hear('Saving…', 'Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'offline',
    title: 'Offline, and back',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await saveOffline(reader);
      await reader.page('sandbox', 'clearFaults');
      reader.mayHear('Saving…');
      await reader.page('network', true);
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'failed-save',
    title: 'A save that fails, and once more',
    isSample: true,
    async run(reader) {
      const faults = [{ kind: 'permission-denied', phase: 'save', times: 1 }];
      await reader.arrive({ faults });
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear(
        'Your changes weren’t saved, but they’re still here. You don’t have permission to do this.',
      );
      await tryAgain(reader);
    },
  },
  ...['Keep mine', 'Use the other'].map((choice) => ({
    name: choice === 'Keep mine' ? 'conflict-mine' : 'conflict-theirs',
    title: `A conflict: “${choice}”`,
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await reader.page('patch', { name: 'Alice Liddell' });
      await reader.page('reload');
      await reader.hear(/Name: Changed in another tab or on another device to “.?Alice Liddell/);
      await reader.hearNothingMore();
      await reader.tabTo(choice);
      await reader.press('space');
      await reader.expectFocus('name');
      await reader.hear(choice === 'Keep mine' ? 'Unsaved changes' : 'No changes yet');
      await reader.hearNothingMore();
    },
  })),
  {
    name: 'two-conflicts',
    title: 'Two conflicts, settled one after the other',
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await reader.tabTo('Status message entry');
      await reader.type('Busy');
      await reader.hearNothingMore();
      await reader.page('patch', { name: 'Alice Liddell', statusMessage: 'Away' });
      await reader.page('reload');
      await reader.hear(/^Name: Changed in .*Liddell.* Status message: Changed in .*Away/);
      await reader.hearNothingMore();
      await reader.tabTo('Keep mine', 'shift+Tab');
      await reader.press('space');
      await reader.expectFocus('name');
      // What is left.
      await reader.hearBoth('Unsaved changes', /^Status message: Changed in .*Away/);
      await reader.hearNothingMore();
      await reader.tabTo('Use the other');
      await reader.press('space');
      await reader.expectFocus('statusMessage');
      await reader.hear('Unsaved changes');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'not-set-up',
    title: 'A page that names no region',
    async run(reader) {
      await reader.arrive({ isLoading: true, attributes: { region: '' } });
      reader.mayHear('Loading your profile…');
      await reader.hear('The profile editor isn’t set up correctly on this page');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'no-token',
    title: 'A page that signs nobody in',
    async run(reader) {
      await reader.arrive({ isLoading: true, attributes: { 'auth-token': '' } });
      reader.mayHear('Loading your profile…');
      await reader.hear('You’re not signed in. Sign in, then try again.');
      await reader.hearNothingMore();
      reader.mayHear('Loading your profile…');
      await reader.page('set', 'auth-token', 'token-alice');
      await reader.hear(/^Your profile$/);
      await reader.hearNothingMore();
    },
  },
  {
    name: 'failed-twice',
    title: 'A save that fails in the same way twice',
    async run(reader) {
      await reader.arrive({ faults: [{ kind: 'permission-denied', phase: 'save' }] });
      await rename(reader);
      for (let time = 0; time < 3; time += 1) {
        await save(reader, 'Return');
        await reader.hear('You don’t have permission to do this.');
      }
      await reader.hearNothingMore();
    },
  },
  {
    name: 'session',
    title: 'A session that ended, and a new one',
    async run(reader) {
      const faults = [{ kind: 'expired-token', phase: 'save', times: 1 }];
      await reader.arrive({ faults });
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Your session has expired. Sign in again. Your changes are still here.');
      await tryAgain(reader);
    },
  },
  {
    name: 'slow',
    title: 'A profile that takes its time',
    async run(reader) {
      await reader.arrive({
        isLoading: true,
        // The login's answer would fill the form.
        faults: [{ kind: 'delay', phase: 'connect', ms: 3000 }],
      });
      await reader.hear('Loading your profile…', /^Your profile$/);
      await reader.hearNothingMore();
    },
  },
  {
    name: 'load-recovered',
    title: 'A profile that does not load until the network is back',
    async run(reader) {
      await reader.arrive({ isLoading: true, faults: [{ kind: 'offline', phase: 'load' }] });
      reader.mayHear('Loading your profile…');
      await reader.hear('Your profile couldn’t be loaded.');
      await reader.hearNothingMore();
      await reader.page('sandbox', 'clearFaults');
      reader.mayHear('Loading your profile…');
      await reader.page('network', true);
      await reader.hear(/^Your profile$/);
      await reader.hearNothingMore();
    },
  },
  {
    name: 'load-failed',
    title: 'A profile that does not load, and once more',
    async run(reader) {
      await reader.arrive({
        isLoading: true,
        faults: [{ kind: 'error-500', phase: 'load', times: 1 }],
      });
      reader.mayHear('Loading your profile…');
      await reader.hear('Your profile couldn’t be loaded.');
      await reader.hearNothingMore();
      await reader.tabTo('Try again');
      // Where that takes its time.
      reader.mayHear('Loading your profile…');
      reader.mayHear('Your profile');
      await reader.press('space');
      await reader.hear('form Your profile');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'cancelled',
    title: 'A save that waits, and is cancelled',
    async run(reader) {
      await reader.arrive();
      await saveOffline(reader);
      await reader.tabTo('Cancel push button');
      await reader.press('space');
      await reader.hear('Unsaved changes');
      await reader.hearNothingMore();
      await reader.page('network', true);
      await reader.page('sandbox', 'clearFaults');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'rate-limit',
    title: 'Too many requests, and a save that waits',
    async run(reader) {
      await reader.arrive({ faults: [{ kind: 'rate-limited', phase: 'save', times: 1 }] });
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Too many requests right now.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'refused-by-page',
    title: 'A change that the page refuses',
    async run(reader) {
      await reader.arrive();
      await reader.page('refuse', 'That name is taken.');
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('That name is taken.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'refused-by-server',
    title: 'A save that the server takes and does not keep',
    async run(reader) {
      await reader.arrive({ faults: [{ kind: 'silent-denial', phase: 'save' }] });
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Name: This wasn’t saved. The old value is still in place.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'slow-page',
    title: 'A page that takes its time before a save',
    async run(reader) {
      await reader.arrive();
      await reader.page('hold');
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Waiting for this site…');
      await reader.hearNothingMore();
      await reader.page('letGo');
      reader.mayHear('Saving…');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
];
