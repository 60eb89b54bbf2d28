import { clearName, leaveWithoutName, rename, save } from './steps.mjs';

/** What happens in fields while the focus is elsewhere. */
export const fieldJourneys = [
  {
    name: 'left-blank',
    title: 'A blank name that is left, and put right',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await leaveWithoutName(reader);
      await reader.hearNothingMore();
      await reader.tabTo('Name entry', 'shift+Tab');
      await reader.expectRead('Enter your name.');
      await reader.hearNothingMore();
      await reader.type('Alix');
      await reader.press('Tab');
      await reader.expectFocus('statusMessage');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'left-address',
    title: 'Addresses that are left: one that is none, and one without a photo',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Photo URL entry');
      await reader.clear();
      await reader.type('http');
      await reader.press('Tab');
      await reader.hear('Photo URL: Enter a full web address, such as https://example.com/me.jpg');
      await reader.hearNothingMore();
      await reader.tabTo('Photo URL entry', 'shift+Tab');
      await reader.clear();
      await reader.type('https://photos.sandbox.cometchat.io/nobody.png');
      await reader.press('Tab');
      await reader.hear('Photo URL: No photo could be loaded from this address.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'asked-by-page',
    title: 'A page that asks whether all is well, with the focus in a blank name',
    async run(reader) {
      await reader.arrive();
      await clearName(reader);
      await reader.hearNothingMore();
      await reader.page('report');
      await reader.hear('Name: Enter your name.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'presets',
    title: 'A status by suggestions, and cleared',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Busy push button');
      await reader.press('space');
      await reader.hear(/^Status message: .*Busy/);
      await reader.hearNothingMore();
      await reader.tabTo('In a meeting push button');
      await reader.press('space');
      await reader.hear(/^Status message: .*In a meeting/);
      await reader.hearNothingMore();
      await reader.tabTo('Clear status message', 'shift+Tab');
      await reader.press('space');
      await reader.expectFocus('statusMessage');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'preset-after-failure',
    title: 'A suggestion after a save that failed',
    async run(reader) {
      await reader.arrive({ faults: [{ kind: 'permission-denied', phase: 'save', times: 1 }] });
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Your changes weren’t saved');
      await reader.hearNothingMore();
      await reader.tabTo('Busy push button');
      await reader.press('space');
      await reader.hear(/^Status message: .*Busy/);
      await reader.hearNothingMore();
    },
  },
  {
    name: 'changed-elsewhere',
    title: 'A status that comes from another device, with an edit of the name',
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await reader.hearNothingMore();
      await reader.page('patch', { statusMessage: 'Back soon' });
      await reader.page('reload');
      await reader.hear('Status message: Back soon');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'changed-untouched',
    title:
      'Values that come from another device, with no edits, after a save, and while a field has the focus',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.page('patch', { statusMessage: 'Back soon' });
      await reader.page('reload');
      await reader.hear('Status message: Back soon');
      await reader.hearNothingMore();
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Profile saved');
      await reader.page('patch', { statusMessage: '' });
      await reader.page('reload');
      await reader.hear('Status message: No status');
      await reader.hearNothingMore();
      await reader.page('patch', { name: 'Alice Liddell' });
      await reader.page('reload');
      await reader.hear('Name: Alice Liddell');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'changed-with-save',
    title: 'A status that comes from another device with the answer to a save',
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await reader.page('patch', { statusMessage: 'Back soon' });
      await save(reader, 'Return');
      await reader.hearBoth('Profile saved', 'Status message: Back soon');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'other-person',
    title: 'A page that signs somebody else in',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.hearNothingMore();
      // Where that takes its time.
      reader.mayHear('Loading your profile…');
      reader.mayHear('Your profile');
      await reader.page('set', 'auth-token', 'token-bob');
      await reader.hear('Name: Bob');
      await reader.hearNothingMore();
    },
  },
];
