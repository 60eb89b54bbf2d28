import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cleanField, parseFields } from '../src/fields.js';
import {
  diffProfile,
  isEmpty,
  mergeProfile,
  pickValues,
  profileFields,
  type ProfileValues,
} from '../src/profile.js';

/** Few values, so that equal ones, and ones that are equal once cleaned, meet often. */
const value = fc.oneof(
  fc.constantFrom('', 'a', ' a', 'a ', 'b', 'é', 'e\u0301', 'https://example.com', '👨‍👩‍👧'),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const values: fc.Arbitrary<ProfileValues> = fc.record({
  name: value,
  avatar: value,
  statusMessage: value,
});
const cleaned = values.map((each) => ({
  name: cleanField('name', each.name),
  avatar: cleanField('avatar', each.avatar),
  statusMessage: cleanField('statusMessage', each.statusMessage),
}));
const runs = { numRuns: 1000 };

describe('a diff', () => {
  it('is empty where nothing was edited', () => {
    fc.assert(
      fc.property(values, (base) => {
        expect(isEmpty(diffProfile(base, base, cleanField))).to.equal(true);
      }),
      runs,
    );
  });

  it('has the cleaned value of each field that differs once cleaned, and no other', () => {
    fc.assert(
      fc.property(values, values, (base, draft) => {
        const changes = diffProfile(base, draft, cleanField);
        for (const field of profileFields) {
          const mine = cleanField(field, draft[field]);
          const isEdited = mine !== cleanField(field, base[field]) && mine !== base[field];
          expect(changes[field]).to.equal(isEdited ? mine : undefined);
        }
      }),
      runs,
    );
  });

  it('is settled by applying it', () => {
    fc.assert(
      fc.property(values, values, (base, draft) => {
        const stored = { ...base, ...diffProfile(base, draft, cleanField) };
        expect(diffProfile(stored, draft, cleanField)).to.deep.equal({});
      }),
      runs,
    );
  });
});

describe('a merge', () => {
  it('loses no edit', () => {
    fc.assert(
      fc.property(cleaned, values, cleaned, (base, draft, theirs) => {
        const changes = diffProfile(base, draft, cleanField);
        const merge = mergeProfile(base, draft, theirs, cleanField);
        for (const field of profileFields) {
          if (changes[field] === undefined) continue;
          expect(cleanField(field, merge.draft[field])).to.equal(changes[field]);
        }
      }),
      runs,
    );
  });

  it('lets untouched fields follow', () => {
    fc.assert(
      fc.property(values, values, values, (base, draft, theirs) => {
        const changes = diffProfile(base, draft, cleanField);
        const merge = mergeProfile(base, draft, theirs, cleanField);
        for (const field of profileFields) {
          if (changes[field] === undefined) expect(merge.draft[field]).to.equal(theirs[field]);
        }
      }),
      runs,
    );
  });

  it('finds a conflict where both sides changed a field to something else, and nowhere else', () => {
    fc.assert(
      fc.property(values, values, values, (base, draft, theirs) => {
        const changes = diffProfile(base, draft, cleanField);
        const merge = mergeProfile(base, draft, theirs, cleanField);
        const expected = profileFields.filter((field) => {
          const mine = changes[field];
          const isSame = mine === theirs[field] || mine === cleanField(field, theirs[field]);
          return mine !== undefined && theirs[field] !== base[field] && !isSame;
        });
        expect(merge.conflicts).to.deep.equal(
          expected.map((field) => ({ field, mine: draft[field], theirs: theirs[field] })),
        );
      }),
      runs,
    );
  });

  it('changes nothing where nothing happened elsewhere', () => {
    fc.assert(
      fc.property(values, values, (base, draft) => {
        const merge = mergeProfile(base, draft, base, cleanField);
        expect(merge.conflicts).to.deep.equal([]);
        expect(diffProfile(base, merge.draft, cleanField)).to.deep.equal(
          diffProfile(base, draft, cleanField),
        );
      }),
      runs,
    );
  });
});

describe('picking values', () => {
  it('takes text and nothing else', () => {
    expect(pickValues({ name: 'Ann', avatar: null, statusMessage: 7 })).to.deep.equal({
      name: 'Ann',
      avatar: '',
      statusMessage: '',
    });
    const secretive = { name: 'Ann', authToken: 'secret', role: 'admin' };
    expect(Object.keys(pickValues(secretive))).to.have.members([...profileFields]);
  });
});

describe('a list of fields', () => {
  it('names fields as attributes do, and as properties do', () => {
    expect([...parseFields('')]).to.deep.equal([]);
    expect([...parseFields('status-message name')]).to.have.members(['name', 'statusMessage']);
    expect([...parseFields('statusMessage avatar')]).to.have.members(['avatar', 'statusMessage']);
  });

  it('may be written over several lines, and ignores what it does not know', () => {
    expect([...parseFields('\n  name\n\tavatar  role ')]).to.have.members(['name', 'avatar']);
  });
});
