import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  ProfileError,
  toProfileError,
  type ProfileErrorCode,
  type ProfilePhase,
} from '../../src/errors.js';
import { readRejection } from '../../src/session/sdk-errors.js';
import { textsOf } from './support.js';

const secret = 'alice_1a2b3c4d5e6f7a8b9c0d';

const fromSdk = (rejection: unknown, phase: ProfilePhase): ProfileError => {
  const { code, options } = readRejection(rejection, phase);
  return new ProfileError(code, options);
};

const mapped: readonly (readonly [object, ProfileErrorCode])[] = [
  [{ code: 'FAILED_TO_FETCH' }, 'network'],
  [{ code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' }, 'session-expired'],
  [{ code: 'USER_NOT_LOGED_IN' }, 'session-expired'],
  [{ code: 'AUTH_ERR_EMPTY_APPID' }, 'invalid-config'],
  [{ code: 'AUTH_ERR_INVALID_APPID' }, 'invalid-config'],
  [{ code: 'MISSING_PARAMETERS' }, 'invalid-config'],
  [{ code: 'ERR_TOO_MANY_REQUESTS' }, 'rate-limited'],
  [{ code: 'TOO_MANY_REQUEST' }, 'rate-limited'],
  [{ code: 'ERR_PERMISSION_DENIED' }, 'permission-denied'],
  [{ code: 'ERR_BAD_REQUEST' }, 'rejected'],
  [{ code: 'ERR_UID_NOT_FOUND' }, 'rejected'],
  [{ name: 'COMETCHAT_INITIALIZATION_NOT_DONE', code: '-1' }, 'session-expired'],
  [{ name: 'LOGIN_IN_PROGRESS', code: -1 }, 'unknown'],
  [{ name: 'TypeError' }, 'unknown'],
  [{ code: 'ERR_NEVER_HEARD_OF' }, 'unknown'],
  [{ code: 'toString' }, 'unknown'],
  [{ code: 'constructor' }, 'unknown'],
];

describe('a rejection of the SDK', () => {
  for (const [rejection, code] of mapped) {
    it(`${JSON.stringify(rejection)} is ${code}`, () => {
      expect(fromSdk({ ...rejection, message: secret }, 'save').code).to.equal(code);
    });
  }

  it('of a login is one of the credentials, not of a session', () => {
    const rejection = { code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' };
    expect(fromSdk(rejection, 'connect').code).to.equal('invalid-credentials');
    expect(fromSdk(rejection, 'load').code).to.equal('session-expired');
  });

  it('may be anything', () => {
    for (const rejection of [undefined, null, secret, 7, Symbol('x'), [], new Error(secret), {}]) {
      const error = fromSdk(rejection, 'save');
      expect(error.code).to.equal('unknown');
      expect(textsOf(error)).not.to.include(secret);
    }
  });

  it('names the fields that the server refused', () => {
    const rejection = {
      code: 'ERR_BAD_REQUEST',
      message: secret,
      details: { name: [secret], statusMessage: [secret], role: [secret] },
    };
    const error = fromSdk(rejection, 'save');
    expect(error.subject).to.deep.equal(['name', 'statusMessage']);
    expect(textsOf(error)).not.to.include(secret);
  });

  it('for the app’s settings names them', () => {
    expect(fromSdk({ code: 'AUTH_ERR_INVALID_APPID' }, 'connect').subject).to.deep.equal([
      'app-id',
      'region',
    ]);
  });

  it('for too many requests says when to try again', () => {
    const before = Date.now();
    const { retryAt = 0 } = fromSdk({ code: 'ERR_TOO_MANY_REQUESTS' }, 'save');
    expect(retryAt).to.be.within(before + 30_000, Date.now() + 30_000);
    expect(fromSdk({ code: 'FAILED_TO_FETCH' }, 'save').retryAt).to.equal(undefined);
  });

  it('leaves no text behind, wherever it stood', () => {
    const text = fc.constantFrom(secret, `token=${secret}`, `${secret}!`, 'ERR_BAD_REQUEST', '');
    const rejections = fc.record(
      {
        code: fc.oneof(text, fc.integer()),
        name: text,
        message: text,
        details: fc.oneof(text, fc.dictionary(fc.constantFrom('name', 'avatar', 'x'), text)),
        stack: text,
      },
      { requiredKeys: [] },
    );
    const phases = fc.constantFrom('connect', 'load', 'save', 'upload');
    fc.assert(
      fc.property(rejections, phases, (rejection, phase) => {
        expect(textsOf(fromSdk(rejection, phase))).not.to.include(secret);
      }),
    );
  });

  it('that is an error of the editor stays what it is', () => {
    const error = new ProfileError('timeout');
    expect(toProfileError(error)).to.equal(error);
    expect(toProfileError(7, 'no-token')).to.include({ code: 'no-token', cause: 7 });
  });
});
