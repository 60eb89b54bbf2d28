import { expect } from '@open-wc/testing';
import { createSandbox, type TestSandbox } from '../support/sandbox.js';
import { checks, readProfile, type Account } from './contract.js';
import { restoreProfile } from './restore.js';

describe('the live check, against the sandbox', () => {
  let sandbox: TestSandbox;
  let account: Account;

  before(async () => {
    sandbox = await createSandbox();
    account = {
      appId: sandbox.appId,
      region: 'us',
      authToken: sandbox.token('alice'),
      photo: 'https://photos.sandbox.cometchat.io/bob.png',
    };
  });

  after(() => sandbox.dispose());

  for (const check of checks) it(check.name, () => check.run(account));

  it('puts the profile back', async () => {
    const original = {
      name: 'Alice',
      avatar: 'https://photos.sandbox.cometchat.io/alice.png',
      statusMessage: 'Here',
    };
    expect(await readProfile(account)).not.to.deep.equal(original);
    expect(await restoreProfile(account, original)).to.deep.equal([]);
    expect(await readProfile(account)).to.deep.equal(original);
  });

  it('tells which fields could not be put back', async () => {
    await sandbox.setFault({ kind: 'silent-denial', phase: 'save' });
    const other = { name: 'Alice', avatar: '', statusMessage: 'Elsewhere' };
    expect(await restoreProfile(account, other)).to.deep.equal(['avatar', 'statusMessage']);
  });
});
