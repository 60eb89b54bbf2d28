import { expect } from '@open-wc/testing';
import { isProfileError, ProfileError, toProfileError } from '../src/errors.js';
import { isAbortError, messageOf } from '../src/foreign-errors.js';

const throwing = (): never => {
  throw new Error('A page that plays tricks');
};
/** Throws whatever is asked of it. */
const hostile = new Proxy(
  {},
  { get: throwing, has: throwing, getPrototypeOf: throwing, ownKeys: throwing },
);
const forged: readonly (readonly [string, unknown])[] = [
  ['one by name', { name: 'ProfileError', code: 'network', message: 'Forged' }],
  ['one by prototype', Object.create(ProfileError.prototype)],
  ['one with getters that throw', Object.defineProperty({}, 'message', { get: throwing })],
  ['a proxy that throws', hostile],
  ['nothing', undefined],
  ['null', null],
  ['a number', 5],
  ['a symbol', Symbol('x')],
];

describe('an error of the editor', () => {
  it('is passed on, and cannot be changed by whoever gets it', () => {
    const error = new ProfileError('rejected', { subject: ['name'] });
    expect(toProfileError(error)).to.equal(error);
    expect(Reflect.set(error, 'code', 'network')).to.equal(false);
    expect(Reflect.set(error.subject, 0, 'avatar')).to.equal(false);
    expect(error).to.include({ code: 'rejected', message: 'rejected name' });
    expect(error.subject).to.deep.equal(['name']);
  });

  for (const [what, value] of forged) {
    it(`is made of ${what}`, () => {
      expect(isProfileError(value)).to.equal(false);
      const error = toProfileError(value, 'upload-failed');
      expect(error.code).to.equal('upload-failed');
      expect(error.subject).to.deep.equal([]);
      expect(isAbortError(value)).to.equal(false);
      expect(['undefined', 'string']).to.include(typeof messageOf(value));
    });
  }

  it('takes a text from others, and nothing that only stands where one is expected', () => {
    expect(messageOf('Closed today')).to.equal('Closed today');
    expect(messageOf(new Error('Closed today'))).to.equal('Closed today');
    expect(messageOf({ message: { toString: () => 'Closed' } })).to.equal(undefined);
    expect(isAbortError(new DOMException('', 'AbortError'))).to.equal(true);
  });
});
