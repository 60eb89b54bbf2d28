/** Saves by a key. A save that ends at once may be told by its end only. */
async function save(reader, key) {
  reader.mayHear('Saving…');
  await reader.press(key);
}

/** What people do, and what they must hear: in this order, once, and nothing else of the form. */
export const journeys = [
  {
    name: 'arrive',
    title: 'Arriving, and going through the form',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Photo URL entry');
      await reader.tabTo('Name entry Alice');
      await reader.tabTo('Status message entry Out for tea');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'save',
    title: 'A new name, saved',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await save(reader, 'Return');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'save-button',
    title: 'A new name, saved by the button',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await reader.tabTo('Save changes');
      await save(reader, 'space');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'slow-save',
    title: 'A save that takes its time',
    async run(reader) {
      await reader.arrive({ faults: [{ kind: 'delay', phase: 'save', ms: 3000 }] });
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await reader.press('Return');
      await reader.hear('Saving…', 'Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'clear-status',
    title: 'The stored status message, cleared',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Clear status message');
      // Heard in Chromium, not in Firefox; why is not known.
      reader.mayHear('Unsaved changes');
      await reader.press('space');
      await reader.hear(/^Status message entry\.?$/);
      await reader.hearNothingMore();
    },
  },
  {
    name: 'blank-name',
    title: 'A blank name, and Enter in its field',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.press('Return');
      await reader.hear('Enter your name.');
      await reader.hearNothingMore();
      await reader.type('Alix');
      await save(reader, 'Return');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'blank-name-button',
    title: 'A blank name, and the button',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.tabTo('Save changes');
      await reader.press('space');
      await reader.hear('Enter your name.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'two-problems',
    title: 'Two wrong fields',
    async run(reader) {
      await reader.arrive({ attributes: { 'status-max-length': '12' } });
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.tabTo('Status message entry');
      await reader.press('End');
      await reader.type(' and cake');
      await reader.press('Return');
      await reader.hearEach('Enter your name.', 'Check these fields: Name and Status message.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'limit',
    title: 'Near the limit of the status message, and over it',
    async run(reader) {
      await reader.arrive({ attributes: { 'status-max-length': '14' } });
      await reader.tabTo('Status message entry');
      await reader.press('End');
      await reader.type('!');
      await reader.hear('12 of 14 characters');
      await reader.type('!!!');
      await reader.hear('15 of 14 characters');
      await reader.press('Return');
      await reader.hear('Status message: Use 14 characters or fewer.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'discard',
    title: 'Discarding',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await reader.tabTo('Discard changes');
      await reader.press('space');
      // The focus and the status come to Orca by two ways, and it promises no order.
      await reader.hearEach('form Your profile', 'No changes yet');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'undo',
    title: 'Undoing a save',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await save(reader, 'Return');
      await reader.hear('Profile saved');
      await reader.tabTo('Undo push button');
      await save(reader, 'space');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'presets',
    title: 'A status by a suggestion, and cleared',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Busy push button');
      await reader.press('space');
      await reader.hearNothingMore();
      await reader.tabTo('Clear status message', 'shift+Tab');
      await reader.press('space');
      await reader.hear('Status message entry');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'photo-menu',
    title: 'The menu of the photo, opened and left',
    async run(reader) {
      await reader.arrive({ upload: 'told' });
      await reader.tabTo('Change photo');
      await reader.press('Return');
      await reader.hear('Upload a photo…');
      await reader.press('End');
      await reader.hear('Remove photo');
      await reader.press('Escape');
      await reader.hear('Change photo');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'remove-photo',
    title: 'Removing the photo',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Remove photo');
      await reader.press('space');
      await reader.hear('Photo removed');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'photo',
    title: 'A photo, cropped by keyboard and uploaded',
    async run(reader) {
      await reader.arrive({ upload: 'told' });
      await reader.tabTo('Name entry');
      await reader.page('drop');
      // Orca names the dialog in one browser, and what has the focus in it in the other.
      await reader.hear(/Crop photo dialog|Photo position/);
      await reader.press('plus');
      await reader.hear('Zoom 1');
      await reader.press('Left');
      await reader.hear('from the left');
      await reader.tabTo('Use photo');
      await reader.press('space');
      await reader.hear('Change photo collapsed push button.');
      await reader.hearNothingMore();
      // Not “grayed”: it was unavailable until then.
      await reader.tabTo('Save changes push button.');
      await save(reader, 'space');
      await reader.hear('Uploading photo: 0%');
      await reader.page('upload', 0.6);
      await reader.hear('Uploading photo: 50%');
      await reader.page('upload', 0.8);
      await reader.hear('Uploading photo: 75%');
      await reader.page('upload', 1);
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'upload-failed',
    title: 'A photo whose upload fails',
    async run(reader) {
      await reader.arrive({ upload: 'refused' });
      await reader.tabTo('Name entry');
      await reader.page('drop');
      // Orca names the dialog in one browser, and what has the focus in it in the other.
      await reader.hear(/Crop photo dialog|Photo position/);
      await reader.tabTo('Use photo');
      await reader.press('space');
      await reader.hear('Change photo collapsed push button.');
      await reader.tabTo('Save changes push button.');
      await save(reader, 'space');
      await reader.hear('Your photo wasn’t uploaded.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'offline',
    title: 'Offline, and back',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await reader.page('network', false);
      await reader.page('sandbox', 'setFault', { kind: 'offline' });
      await save(reader, 'Return');
      await reader.hear('You’re offline. Your changes will be saved when you’re back online.');
      await reader.hearNothingMore();
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
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await save(reader, 'Return');
      await reader.hear(
        'Your changes weren’t saved, but they’re still here. You don’t have permission to do this.',
      );
      await reader.hearNothingMore();
      await reader.tabTo('Try again');
      await save(reader, 'space');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  ...['Keep mine', 'Use the other'].map((choice) => ({
    name: choice === 'Keep mine' ? 'conflict-mine' : 'conflict-theirs',
    title: `A conflict: “${choice}”`,
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await reader.page('patch', { name: 'Alice Liddell' });
      await reader.page('reload');
      await reader.hear(/Name: Changed in another tab or on another device to “.?Alice Liddell/);
      await reader.hearNothingMore();
      await reader.tabTo(choice);
      await reader.press('space');
      await reader.hear(`Name entry ${choice === 'Keep mine' ? 'Alix' : 'Alice Liddell'}`);
      await reader.hearNothingMore();
    },
  })),
  {
    name: 'session',
    title: 'A session that ended, and a new one',
    async run(reader) {
      const faults = [{ kind: 'expired-token', phase: 'save', times: 1 }];
      await reader.arrive({ faults });
      await reader.tabTo('Name entry');
      await reader.clear();
      await reader.type('Alix');
      await save(reader, 'Return');
      await reader.hear('Your session has expired. Sign in again. Your changes are still here.');
      await reader.hearNothingMore();
      await reader.tabTo('Try again');
      await save(reader, 'space');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
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
      await reader.hear('Loading your profile…');
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
      reader.mayHear('Loading your profile…');
      await reader.press('space');
      await reader.hear('form Your profile');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'read-only',
    title: 'Fields that cannot be edited',
    async run(reader) {
      await reader.arrive({ attributes: { 'readonly-fields': 'name avatar status-message' } });
      await reader.tabTo(/Name read only entry|Name entry.*read only/);
      await reader.tabTo(/Status message read only entry|Status message entry.*read only/);
      await reader.hearNothingMore();
    },
  },
  {
    name: 'german',
    title: 'In German',
    async run(reader) {
      await reader.arrive({ lang: 'de' });
      await reader.tabTo('Name entry');
      await reader.expectLanguage('de');
      await reader.clear();
      await reader.press('Return');
      await reader.hear('Gib deinen Namen ein.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'arabic',
    title: 'In Arabic',
    async run(reader) {
      await reader.arrive({ lang: 'ar' });
      await reader.tabTo('الاسم');
      await reader.expectLanguage('ar');
      await reader.clear();
      await reader.press('Return');
      await reader.hear('أدخل اسمك.');
      await reader.hearNothingMore();
    },
  },
];
