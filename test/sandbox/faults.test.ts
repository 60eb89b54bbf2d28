import { expect } from '@open-wc/testing';
import { aliceToken, apiRequest, ask, createTestBackend } from './helpers.js';
import { editPhases, faults } from '../../demo/sandbox/faults.js';
import type { Backend } from '../../demo/sandbox/backend.js';
import type { EditPhase, FaultKind, RecordedRequest } from '../../demo/sandbox/types.js';

const requests = {
  connect: () => apiRequest('PUT', '/v3.0/me', { body: { platform: 'WEB', deviceId: 'd' } }),
  load: () => apiRequest('GET', '/v3.0/users/alice'),
  save: () => apiRequest('PUT', '/v3.0/me', { body: { uid: 'alice', name: 'New', avatar: '' } }),
} satisfies Record<EditPhase, () => Request>;

const expectedErrors: Partial<Record<FaultKind, [status: number, code: string]>> = {
  'rate-limited': [429, 'ERR_TOO_MANY_REQUESTS'],
  'error-500': [500, 'ERR_OPERATION_FAILED'],
  'expired-token': [401, 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND'],
  'permission-denied': [403, 'ERR_PERMISSION_DENIED'],
  'details-denied': [403, 'ERR_PERMISSION_DENIED'],
  'no-access': [403, 'AUTH_ERR_NO_ACCESS'],
  'quota-exceeded': [402, 'ERR_PLAN_QUOTA_RESTRICTION'],
  'bad-request': [400, 'ERR_BAD_REQUEST'],
};

describe('sandbox: faults', () => {
  let backend: Backend;
  let notices: RecordedRequest[];
  let notify: (request: RecordedRequest) => void;

  const nameOf = async () => (await backend.getUser('TestApp', 'alice'))?.name;
  const last = async () => (await backend.getRequests('TestApp')).at(-1);
  const until = (predicate: (request: RecordedRequest) => boolean) =>
    new Promise<void>((resolve) => {
      notify = (request) => {
        if (predicate(request)) resolve();
      };
    });

  beforeEach(async () => {
    notices = [];
    notify = () => {};
    backend = await createTestBackend({
      onRequest: (_, request) => {
        notices.push(request);
        notify(request);
      },
    });
  });

  it('have a label each, and no name twice', () => {
    expect(new Set(faults.map(({ kind }) => kind)).size).to.equal(faults.length);
    for (const { label } of faults) expect(label).to.match(/^[A-Z]/);
  });

  for (const fault of faults) {
    for (const phase of editPhases.filter((each) => fault.phases.includes(each))) {
      it(`${fault.kind} at ${phase} answers and stores as described`, async () => {
        const isHeld = fault.answers === 'never';
        await backend.setFault('TestApp', { kind: fault.kind, phase, ms: 1 });
        const carriedOut = until(({ applied }) => applied || !fault.stores);
        const answering = backend.handle(requests[phase]());
        await carriedOut;
        if (isHeld) {
          const recorded = await last();
          expect(recorded).to.include({ status: null, applied: fault.stores });
          expect(await nameOf()).to.equal(phase === 'save' && fault.stores ? 'New' : 'Alice');
          await backend.clearFaults('TestApp');
        }
        const response = await answering;
        if (phase === 'save') expect(await nameOf()).to.equal(fault.stores ? 'New' : 'Alice');
        expect(await last()).to.include({ phase, fault: fault.kind, status: response.status });

        const error = expectedErrors[fault.kind];
        expect(error !== undefined).to.equal(fault.answers === 'error');
        if (isHeld) expect(response.type).to.equal('error');
        if (fault.answers === 'normally') expect(await response.json()).to.have.property('data');
        if (error) {
          const body = (await response.json()) as { error: Record<string, unknown> };
          expect([response.status, body.error['code']]).to.deep.equal(error);
          expect(body.error).to.have.all.keys(
            'message',
            'devMessage',
            'source',
            'code',
            ...(fault.kind === 'bad-request' ? ['details'] : []),
          );
        }
        if (fault.answers === 'unreadable') {
          const text = await response.text();
          expect(text).to.not.contain('"data"');
          expect(text).to.not.contain('"error"');
        }
      });
    }
  }

  it('meet only their phase', async () => {
    await backend.setFault('TestApp', { kind: 'offline', phase: 'save' });
    expect((await backend.handle(requests.connect())).status).to.equal(200);
    expect((await backend.handle(requests.load())).status).to.equal(200);
    expect((await backend.handle(requests.save())).type).to.equal('error');
  });

  it('lift themselves after the given number of times', async () => {
    await backend.setFault('TestApp', { kind: 'error-500', phase: 'load', times: 2 });
    const statuses: number[] = [];
    for (let round = 0; round < 3; round++) {
      statuses.push((await backend.handle(requests.load())).status);
    }
    expect(statuses).to.deep.equal([500, 500, 200]);
    expect(await backend.getFaults('TestApp')).to.deep.equal([]);
  });

  it('can be lifted one by one', async () => {
    const first = await backend.setFault('TestApp', { kind: 'offline' });
    await backend.setFault('TestApp', { kind: 'html-502' });
    await backend.clearFault('TestApp', first);
    expect((await backend.handle(requests.load())).status).to.equal(502);
  });

  for (const kind of ['hang', 'lost-answer'] as const) {
    it(`${kind}: gives the answer after all where that is asked for`, async () => {
      await backend.setFault('TestApp', { kind, phase: 'save' });
      const arrived = until(({ applied }) => applied || kind === 'hang');
      const answering = backend.handle(requests.save());
      await arrived;
      await backend.clearFaults('TestApp', { answer: true });
      expect((await answering).status).to.equal(200);
      expect(await nameOf()).to.equal('New');
    });
  }

  it('delay: goes on at once when it is lifted', async () => {
    await backend.setFault('TestApp', { kind: 'delay', ms: 3_600_000 });
    const arrived = until(({ fault }) => fault === 'delay');
    const answering = backend.handle(requests.load());
    await arrived;
    await backend.clearFaults('TestApp');
    expect((await answering).status).to.equal(200);
  });

  it('removing a world breaks what it still held', async () => {
    await backend.setFault('TestApp', { kind: 'hang' });
    const arrived = until(() => true);
    const answering = backend.handle(requests.load());
    await arrived;
    await backend.removeWorld('TestApp');
    expect((await answering).type).to.equal('error');
  });

  it('no-auth-token: leaves out the token and nothing else', async () => {
    await backend.setFault('TestApp', { kind: 'no-auth-token', phase: 'save' });
    const { json } = await ask(backend, 'PUT', '/me', { body: { name: 'New' } });
    expect(json?.data).to.include({ uid: 'alice', name: 'New' });
    expect(json?.data).to.include.keys('wsChannel', 'settings');
    expect(json?.data).to.not.have.property('authToken');
  });

  it('clear-ignored: keeps what was to be cleared, and changes the rest', async () => {
    await backend.setFault('TestApp', { kind: 'clear-ignored', phase: 'save' });
    const { json } = await ask(backend, 'PUT', '/me', { body: { name: 'New', statusMessage: '' } });
    expect(json?.data).to.include({ name: 'New', statusMessage: 'Here' });
  });

  it('silent-denial: answers a success with the old values', async () => {
    await backend.setFault('TestApp', { kind: 'silent-denial' });
    const { status, json } = await ask(backend, 'PUT', '/me', { body: { name: 'New' } });
    expect(status).to.equal(200);
    expect(json?.data).to.include({ name: 'Alice', authToken: aliceToken });
    expect(await last()).to.include({ applied: false, status: 200 });
  });

  it('details-denied: keeps logins and saves', async () => {
    await backend.setFault('TestApp', { kind: 'details-denied' });
    expect((await backend.handle(requests.connect())).status).to.equal(200);
    expect((await backend.handle(requests.load())).status).to.equal(403);
    expect((await ask(backend, 'GET', '/users/bob')).status).to.equal(403);
    expect((await backend.handle(requests.save())).status).to.equal(200);
    expect(await nameOf()).to.equal('New');
  });

  it('repeated-token: the site hands out its last token, even a revoked or forced one', async () => {
    const url = 'https://site.example/sandbox/token?app=TestApp&user=alice';
    const tokenOf = async (query = '') => {
      const response = await backend.handle(new Request(url + query, { method: 'POST' }));
      return ((await response.json()) as { authToken: string }).authToken;
    };
    const statusWith = async (token: string) =>
      (await ask(backend, 'GET', '/me', { headers: { authtoken: token } })).status;
    await backend.setFault('TestApp', { kind: 'repeated-token' });
    const first = await tokenOf();
    expect(await statusWith(first)).to.equal(200);
    await backend.revokeToken('TestApp', first);
    expect([await tokenOf(), await tokenOf('&force=true')]).to.deep.equal([first, first]);
    expect(await statusWith(first)).to.equal(401);
    await backend.clearFaults('TestApp');
    expect(await statusWith(await tokenOf())).to.equal(200);
  });

  it('rate-limited: says when to come back', async () => {
    await backend.setFault('TestApp', { kind: 'rate-limited' });
    const { headers } = await ask(backend, 'GET', '/me');
    expect(headers.get('retry-after')).to.equal('15');
    expect(headers.get('x-ratelimit-limit')).to.equal('20000');
    expect(headers.get('x-ratelimit-remaining')).to.equal('0');
  });

  it('refuses a fault that there is not', async () => {
    const unknown = { kind: 'flood' as FaultKind };
    const failed = await backend.setFault('TestApp', unknown).catch((error: Error) => error);
    expect(failed).to.be.instanceOf(Error);
    expect(await backend.getFaults('TestApp')).to.deep.equal([]);
  });

  it('tells of a request when it arrives, when it is carried out, and when it is answered', async () => {
    await backend.handle(requests.save());
    expect(notices.map(({ applied, status }) => [applied, status])).to.deep.equal([
      [false, null],
      [true, null],
      [true, 200],
    ]);
  });
});
