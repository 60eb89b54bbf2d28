import { fieldJourneys } from './field-journeys.mjs';
import { photoJourneys } from './photo-journeys.mjs';
import { clearName, leaveWithoutName, rename, save } from './steps.mjs';
import { troubleJourneys } from './trouble-journeys.mjs';

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
      await rename(reader);
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
      await rename(reader);
      await reader.tabTo('Save changes');
      await save(reader, 'space');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'unavailable',
    title: 'Nothing to save, and why',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Save changes push button grayed.');
      await reader.expectRead('No changes yet');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'clear-status',
    title: 'The stored status message, cleared',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Clear status message');
      await reader.press('space');
      await reader.expectFocus('statusMessage');
      await reader.hear('Unsaved changes');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'blank-name',
    title: 'A blank name, and Enter in its field',
    isSample: true,
    async run(reader) {
      await reader.arrive();
      await clearName(reader);
      await reader.press('Return');
      await reader.hear('Enter your name.');
      await reader.press('Return');
      await reader.hear('Enter your name.');
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
      await leaveWithoutName(reader);
      await reader.tabTo('Save changes');
      await reader.press('space');
      // The field tells what is wrong as it gets the focus, if Orca reads it.
      reader.mayHear('Enter your name.');
      await reader.hear('Check these fields: Name.');
      await reader.expectFocus('name');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'two-problems',
    title: 'Two wrong fields',
    async run(reader) {
      await reader.arrive({ attributes: { 'status-max-length': '12' } });
      await leaveWithoutName(reader);
      await reader.press('End');
      await reader.type(' and cake');
      await reader.press('Return');
      await reader.expectFocus('name');
      reader.mayHear('Enter your name.');
      await reader.hear('Check these fields: Name and Status message.');
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
      await rename(reader);
      await reader.tabTo('Discard changes');
      await reader.press('space');
      await reader.hear('form Your profile', 'No changes yet');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'undo',
    title: 'Undoing a save',
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await save(reader, 'Return');
      await reader.hear('Profile saved');
      await reader.tabTo('Undo push button');
      await save(reader, 'space');
      await reader.hear('Profile saved');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'restored',
    title: 'What was typed comes back',
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await reader.hearNothingMore();
      // A page that is loaded takes the focus from where it was.
      await reader.page('blur');
      await reader.hearNothingMore();
      await reader.page('again');
      await reader.hear('Your unsaved changes are back. Save or discard them.');
      await reader.hearNothingMore();
      await reader.tabTo('Name entry Alix');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'locked',
    title: 'A field that the page locks meanwhile',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Name entry');
      await reader.page('set', 'readonly-fields', 'name');
      await reader.tabTo('Status message entry');
      await reader.tabTo(/Name read only entry|Name entry.*read only/, 'shift+Tab');
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
  ...fieldJourneys,
  ...photoJourneys,
  ...troubleJourneys,
  {
    name: 'browse',
    title: 'Reading line by line',
    async run(reader) {
      await reader.arrive();
      await reader.browse(async () => {
        await reader.readTo('Alice image');
        await reader.readTo('Remove photo push button');
        await reader.readTo('Photo URL entry');
        await reader.readTo(/^Name/);
        await reader.readTo('entry Alice required');
        await reader.readTo(/^Status message/);
        await reader.readTo('entry Out for tea');
        await reader.readTo('Clear status message push button');
        await reader.readTo('Available push button');
        await reader.readTo('Save changes push button grayed');
      });
      await reader.hearNothingMore();
    },
  },
];
