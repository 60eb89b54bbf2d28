import { photoUrl } from './photos.js';
import type { NewWorld } from './types.js';

/** The app that the playground edits profiles in, with its people and their tokens. It outlives a reload. */
export const playgroundWorld = {
  appId: 'sandbox',
  region: 'us',
  persistent: true,
  users: [
    {
      uid: 'alice',
      name: 'Alice Example',
      avatar: photoUrl('alice.png'),
      statusMessage: 'In the garden until noon',
    },
    { uid: 'bob', name: 'Bob', avatar: photoUrl('bob.png') },
    { uid: 'carol', name: 'كارول الخطيب', statusMessage: 'متاحة للدردشة' },
    { uid: 'dave', name: '戴夫 👩‍👩‍👧‍👦', avatar: photoUrl('missing.png'), statusMessage: '' },
  ],
  tokens: {
    'sandbox-token-alice': 'alice',
    'sandbox-token-bob': 'bob',
    'sandbox-token-carol': 'carol',
    'sandbox-token-dave': 'dave',
  },
} as const satisfies NewWorld;
