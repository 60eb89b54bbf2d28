import { expect } from '@open-wc/testing';
import { ProfileError } from '../src/errors.js';
import {
  ProfileChangeEvent,
  ProfileConflictEvent,
  ProfileErrorEvent,
  ProfileLoadedEvent,
  ProfileSavedEvent,
  ProfileSaveEvent,
  ProfileSessionEndedEvent,
} from '../src/events.js';

const profile = { uid: 'alice', name: 'Alice', avatar: '', statusMessage: 'Here' };
const changes = { name: 'Ann' };
const error = new ProfileError('network');
const photo = new Blob(['x']);

const all: readonly (readonly [Event, Readonly<Record<string, unknown>>])[] = [
  [new ProfileLoadedEvent(profile), { profile }],
  [new ProfileChangeEvent(profile, changes, true), { draft: profile, changes, valid: true }],
  [new ProfileSaveEvent(changes, photo), { changes, photo }],
  [new ProfileSavedEvent(profile, changes), { profile, changes }],
  [new ProfileErrorEvent(error, 'save'), { error, phase: 'save' }],
  [new ProfileSessionEndedEvent('expired'), { reason: 'expired' }],
  [new ProfileConflictEvent('name', 'Ann', 'Bob'), { field: 'name', mine: 'Ann', theirs: 'Bob' }],
];

for (const [event, fields] of all) {
  describe(`the fields of ${event.type}`, () => {
    const read = (name: string): unknown => Reflect.get(event, name);

    it('are what happened', () => {
      for (const [name, value] of Object.entries(fields)) {
        expect(read(name), name).to.deep.equal(value);
      }
    });

    it('stay so whatever a listener writes', () => {
      for (const [name, value] of Object.entries(fields)) {
        Object.assign(event, { [name]: 'written' });
        if (value === profile || value === changes) {
          expect(read(name), name).not.to.equal(value);
          expect(Reflect.set(Object(read(name)), 'name', 'written')).to.equal(false);
        }
        expect(read(name), name).to.deep.equal(value);
      }
    });
  });
}
