import { expect } from '@open-wc/testing';
import { Pacer } from '../../src/editor/pacer.js';
import { takeSnapshot } from '../../src/editor/read-settings.js';
import { SessionManager, type SessionObserver } from '../../src/editor/session-manager.js';
import type { Profile } from '../../src/profile.js';
import type { ProfileSession } from '../../src/session/session.js';
import { createDeferred, settled } from '../support/deferred.js';
import { FakeClock } from '../support/fake-clock.js';

const login = { appId: 'app', region: 'us', authToken: 'token-alice' };

/** A session of a user, and how often it was given back. */
function createSession(uid: string): ProfileSession & { released: number } {
  const profile: Profile = { uid, name: uid, avatar: '', statusMessage: '' };
  return {
    uid,
    appId: 'app',
    shared: false,
    released: 0,
    read: async () => profile,
    save: async () => profile,
    release() {
      this.released += 1;
    },
  };
}

/** A manager whose connections are let through by hand, and what it told of. */
function createManager() {
  const { now, after } = new FakeClock();
  const connections: ReturnType<typeof createDeferred<ProfileSession>>[] = [];
  const told: string[] = [];
  const observer: SessionObserver = {
    uid: undefined,
    isSaving: false,
    onOpening: () => void told.push('opening'),
    onKnown: ({ uid }) => void told.push(`known ${uid}`),
    onProfile: ({ uid }, how) => void told.push(`${how} ${uid}`),
    onEnded: (reason) => void told.push(`ended ${reason}`),
    onFailed: (phase, { code }) => void told.push(`failed ${phase} ${code}`),
  };
  const connect = async (): Promise<ProfileSession> => {
    const connection = createDeferred<ProfileSession>();
    connections.push(connection);
    return connection.promise;
  };
  const dependencies = { connect, now, after, isOnline: () => true };
  const manager = new SessionManager(dependencies, observer, new Pacer(after));
  manager.configure(takeSnapshot(login));
  return { manager, connections, told };
}

describe('the session manager', () => {
  it('gives back a session that comes when the editor has gone', async () => {
    const { manager, connections, told } = createManager();
    manager.start();
    manager.stop();
    const session = createSession('alice');
    connections[0]?.resolve(session);
    await settled();
    expect(session.released).to.equal(1);
    expect(manager.session).to.equal(undefined);
    expect(told).to.deep.equal(['opening']);
  });

  it('gives back a session that comes when another was asked for', async () => {
    const { manager, connections, told } = createManager();
    manager.start();
    manager.configure(takeSnapshot({ ...login, authToken: 'token-bob' }));
    const [late, wanted] = [createSession('alice'), createSession('bob')];
    connections[1]?.resolve(wanted);
    await settled();
    connections[0]?.resolve(late);
    await settled();
    expect([late.released, wanted.released]).to.deep.equal([1, 0]);
    expect(manager.session).to.equal(wanted);
    expect(told).to.deep.equal(['opening', 'opening', 'opened bob']);
  });

  it('gives nobody the session of somebody else', async () => {
    const { manager, connections } = createManager();
    manager.start();
    connections[0]?.resolve(createSession('bob'));
    await settled();
    const { signal } = new AbortController();
    expect((await manager.get('bob', signal)).uid).to.equal('bob');
    const refused = await manager.get('alice', signal).catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'session-conflict');
  });

  it('gives nobody a session that is somebody else’s once it has come', async () => {
    const { manager, connections } = createManager();
    manager.start();
    const { signal } = new AbortController();
    const asked = manager.get('alice', signal).catch((error: unknown) => error);
    connections[0]?.resolve(createSession('bob'));
    expect(await asked).to.have.property('code', 'session-conflict');
  });
});
