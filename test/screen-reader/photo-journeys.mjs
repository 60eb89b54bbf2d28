import { choose, dropOnName, rename, save, usePhoto } from './steps.mjs';

/** With a photo. */
export const photoJourneys = [
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
      await dropOnName(reader);
      await reader.press('plus');
      await reader.hear('Zoom 1');
      await reader.press('Left');
      await reader.hear('from the left');
      await usePhoto(reader);
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
    name: 'crop-tools',
    title: 'Every tool of the crop dialog, with an edit before',
    async run(reader) {
      const useTool = async (tool, told) => {
        await reader.tabTo(`${tool} push button`);
        await reader.press('space');
        await reader.hear(told);
      };
      await reader.arrive({ upload: 'told' });
      await rename(reader);
      await reader.hearNothingMore();
      await reader.page('drop');
      await reader.hear(/^Crop photo/);
      await useTool('Zoom in', 'Zoom 115%');
      await useTool('Zoom out', 'Zoom 100%');
      await useTool('Move right', 'from the left');
      await useTool('Rotate right', 'Rotated to 90 degrees');
      await useTool('Flip', 'Flipped');
      await reader.press('space');
      await reader.hear('Flipped');
      await useTool('Reset', 'Zoom 100%, center 50% from the left, 50% from the top');
      await usePhoto(reader);
      await reader.hearNothingMore();
      // The same photo once more is a change, too.
      await reader.tabTo('Change photo', 'shift+Tab');
      await choose(reader, 'Crop again', 'End', 'Up');
      await reader.hear(/^Crop photo/);
      await reader.tabTo('Use photo');
      await reader.press('space');
      await reader.hear('Photo changed');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'upload-failed',
    title: 'A photo whose upload fails',
    async run(reader) {
      await reader.arrive({ upload: 'refused' });
      await dropOnName(reader);
      await usePhoto(reader);
      await reader.tabTo('Save changes push button.');
      await save(reader, 'space');
      await reader.hear('Your photo wasn’t uploaded.');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'crop-cancelled',
    title: 'A crop that is cancelled, with an edit before',
    isSample: true,
    async run(reader) {
      await reader.arrive({ upload: 'told' });
      await rename(reader);
      await reader.hearNothingMore();
      await reader.page('drop');
      await reader.hear(/^Crop photo/);
      await reader.press('Escape');
      await reader.expectFocus('name');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'photo-refused',
    title: 'A file that is no photo',
    async run(reader) {
      await reader.arrive({ upload: 'told' });
      await reader.tabTo('Name entry');
      for (let time = 0; time < 2; time += 1) {
        await reader.page('drop', 'text');
        await reader.hear('This file isn’t a photo. Choose a JPEG, PNG, GIF, or WebP file.');
      }
      await reader.hearNothingMore();
    },
  },
  {
    name: 'photo-address',
    title: 'An address of a photo, and a wrong one',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Photo URL entry');
      await reader.clear();
      await reader.type('http');
      await reader.press('Return');
      await reader.hear('Photo URL: Enter a full web address, such as https://example.com/me.jpg');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'photo-back-with-edit',
    title: 'Removing the photo, and taking that back, with an edit before',
    async run(reader) {
      await reader.arrive();
      await rename(reader);
      await reader.hearNothingMore();
      await reader.tabTo('Remove photo', 'shift+Tab');
      await reader.press('space');
      await reader.hear('Photo removed');
      await reader.hearNothingMore();
      await reader.tabTo('Undo push button', 'shift+Tab');
      await reader.press('space');
      await reader.hear('Photo changed');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'photo-back',
    title: 'Removing the photo, and taking that back',
    async run(reader) {
      await reader.arrive();
      await reader.tabTo('Remove photo');
      await reader.press('space');
      await reader.hear('Photo removed');
      await reader.hearNothingMore();
      await reader.tabTo('Undo push button', 'shift+Tab');
      await reader.press('space');
      await reader.hear('No changes yet');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'camera',
    title: 'A photo that is taken',
    async run(reader) {
      await reader.arrive({ upload: 'told' });
      await reader.page('camera');
      await reader.tabTo('Change photo');
      await choose(reader, 'Take a photo…', 'Down');
      await reader.hear('Take photo Waiting for the camera. Your browser may ask for permission.');
      await reader.page('letGo');
      await reader.hear('Take photo push button.');
      await reader.press('space');
      await reader.hear(/^Crop photo/);
      await reader.tabTo('Use photo');
      await reader.press('space');
      await reader.hearBoth('Unsaved changes', 'Photo changed');
      await reader.hearNothingMore();
    },
  },
  {
    name: 'camera-blocked',
    title: 'A camera that cannot be used',
    async run(reader) {
      await reader.arrive({ upload: 'told' });
      await reader.tabTo('Change photo');
      await choose(reader, 'Take a photo…', 'Down');
      await reader.hear(/^Take photo/);
      await reader.hear('The camera can’t be used. Allow it in your browser, or choose a file.');
      // What the page says last is behind the dialog.
      await reader.press('Escape');
      await reader.hear('Change photo collapsed push button.');
      await reader.hearNothingMore();
    },
  },
];
