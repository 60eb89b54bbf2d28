import fc from 'fast-check';
import { profileFields, type ProfileField } from '../../src/profile.js';
import type { Fault } from '../support/fake-session.js';
import { handledEvents, makeError, unsafeStart, type World } from './world.js';

type Command = fc.AsyncCommand<object, World>;

/** One thing that happens, after which everything that must be true is checked. */
class Step implements Command {
  readonly #text: string;
  readonly #act: (world: World) => void;

  constructor(text: string, act: (world: World) => void) {
    this.#text = text;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, world: World): Promise<void> {
    this.#act(world);
    await world.check();
  }

  toString(): string {
    return this.#text;
  }
}

const step = (text: string, act: (world: World) => void): fc.Arbitrary<Step> =>
  fc.constant(new Step(text, act));

const field = fc.constantFrom<ProfileField>(...profileFields);
const kind = fc.constantFrom('connect', 'read', 'save');
const code = fc.constantFrom(
  'network',
  'timeout',
  'unknown',
  'rejected',
  'permission-denied',
  'session-expired',
  'rate-limited',
  'no-token',
);
const uid = fc.constantFrom('alice', 'bob');

const edits = [
  field.map(
    (name) =>
      new Step(`type into ${name}`, (world) => {
        const isInitial = world.editor.profile === undefined;
        // A page's own knowledge has no photo that could be told from the server's.
        if (isInitial && name === 'avatar') return;
        world.edit(name, ` ${world.newValue(name)} `);
      }),
  ),
  step('type something unsafe', (world) =>
    world.edit('name', unsafeStart + world.newValue('name')),
  ),
  step('save', (world) => world.save()),
  step('save', (world) => world.save()),
  step('save twice', (world) => {
    world.save();
    world.save();
  }),
  step('discard', (world) => world.reset()),
  step('cancel', (world) => world.editor.cancelSave()),
  step('undo', (world) => world.undo()),
  step('undo', (world) => world.undo()),
  step('try again', (world) => void world.editor.retry()),
  step('reload', (world) => void world.editor.reload()),
  fc
    .tuple(field, fc.constantFrom('mine', 'theirs'))
    .map(
      ([name, choice]) =>
        new Step(`choose ${choice} for ${name}`, (world) => world.resolve(name, choice)),
    ),
];

const page = [
  uid.map(
    (id) =>
      new Step(`give ${id}'s token`, (world) => world.configure({ authToken: `token-${id}` })),
  ),
  step('take the token away', (world) => world.configure({ authToken: '' })),
  uid.map(
    (id) =>
      new Step(`get ${id}'s tokens from a function`, (world) => {
        world.configure({ authToken: '', getAuthToken: async () => `token-${id}` });
      }),
  ),
  step('take the function away', (world) => world.configure({ getAuthToken: undefined })),
  uid.map(
    (id) =>
      new Step(`know ${id} already`, (world) => {
        world.configure({ initialProfile: { ...world.backend.user(id) } });
      }),
  ),
  fc
    .constantFrom('app', 'other')
    .map((appId) => new Step(`turn to ${appId}`, (world) => world.configure({ appId }))),
  step('forget who is known already', (world) => world.configure({ initialProfile: undefined })),
  fc
    .constantFrom('', 'name')
    .map(
      (readonlyFields) =>
        new Step(`make read-only: ${readonlyFields}`, (world) =>
          world.configure({ readonlyFields }),
        ),
    ),
  step('attach', (world) => {
    if (!world.host.isConnected) world.host.attach();
  }),
  step('attach', (world) => {
    if (!world.host.isConnected) world.host.attach();
  }),
  step('remove', (world) => {
    if (world.host.isConnected) world.host.detach();
  }),
  step('move', (world) => {
    if (world.host.isConnected) world.host.move();
  }),
];

const surroundings = [
  step('go offline', (world) => {
    world.isOnline = false;
  }),
  step('come online', (world) => {
    world.isOnline = true;
    dispatchEvent(new Event('online'));
  }),
  fc
    .constantFrom(400, 6_000, 31_000)
    .map((ms) => new Step(`${ms} ms later`, (world) => world.clock.advance(ms))),
  step('come back into view', () =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  ),
  fc.tuple(uid, field, fc.boolean()).map(
    ([id, name, isTold]) =>
      new Step(`${id}'s ${name} changes elsewhere${isTold ? ', which is told' : ''}`, (world) => {
        const profile = world.backend.patch(id, { [name]: world.newValue(name) });
        if (isTold) world.backend.emit({ type: 'saved', profile }, id);
      }),
  ),
  step('another tab tells', (world) => world.backend.emit({ type: 'changed-elsewhere' })),
  fc
    .constantFrom('expired', 'logged-out', 'other-user')
    .map(
      (reason) =>
        new Step(`session ends: ${reason}`, (world) =>
          world.backend.emit({ type: 'ended', reason }),
        ),
    ),
  step('the server forgets the token', (world) => {
    world.backend.isExpired = true;
  }),
  step('the host logs in', (world) => {
    const config = world.backend.configs.at(-1);
    if (config && !config.signal.aborted && world.editor.state.kind === 'failed') {
      config.onHostLogin();
    }
  }),
];

const faults = [
  fc.tuple(kind, code, fc.boolean()).map(
    ([name, error, isApplied]) =>
      new Step(`${name} fails: ${error}${isApplied ? ', applied' : ''}`, (world) => {
        const fault: Fault = { error: makeError(error, world.clock.now()), isApplied };
        world.backend.setFault(name, fault);
      }),
  ),
  step('saves are ignored', (world) => world.backend.setFault('save', { isIgnored: true })),
  step('nothing fails any more', (world) => world.backend.clearFaults()),
  kind.map(
    (name) =>
      new Step(`hold the next ${name}`, (world) => void world.held.push(world.backend.hold(name))),
  ),
  step('answer what is held', (world) => world.held.shift()?.answer()),
  step('answer what was held last', (world) => world.held.pop()?.answer()),
  fc.tuple(code, fc.boolean()).map(
    ([error, isApplied]) =>
      new Step(`what is held fails: ${error}${isApplied ? ', applied' : ''}`, (world) => {
        world.held.shift()?.fail(makeError(error, world.clock.now()), { isApplied });
      }),
  ),
];

/** What a page may do in answer to an event, and whether it also refuses what the event announces. */
const answers: [string, (world: World) => void][] = [
  ['does nothing', () => undefined],
  ['saves', (world) => world.save()],
  ['discards', (world) => world.reset()],
  ['calls the save back', (world) => world.editor.cancelSave()],
  ['tries again', (world) => void world.editor.retry()],
  ['reloads', (world) => void world.editor.reload()],
  ['edits', (world) => world.edit('statusMessage', world.newValue('statusMessage'))],
  ['removes the editor', (world) => world.host.detach()],
  ['stops the editor', (world) => world.host.stop()],
  ["gives bob's token", (world) => world.configure({ authToken: 'token-bob' })],
  ['takes the token away', (world) => world.configure({ authToken: '' })],
];

const pageHandlers = [
  fc.tuple(fc.constantFrom(...handledEvents), fc.constantFrom(...answers), fc.boolean()).map(
    ([type, [text, act], isRefused]) =>
      new Step(`at the next ${type} the page ${text}${isRefused ? ' and refuses' : ''}`, (world) =>
        world.onNext(type, (event) => {
          act(world);
          if (isRefused) event.preventDefault();
        }),
      ),
  ),
  step('the page holds the next save', (world) =>
    world.onNext('profile-save', (event) => world.hold(event)),
  ),
  step('the page lets the save through', (world) => world.decide(true)),
  step('the page refuses the save', (world) => world.decide(false)),
];

/** Sequences of everything that can happen to an editor. */
export const commandSequences = fc.commands(
  [...edits, ...page, ...pageHandlers, ...surroundings, ...faults],
  {
    maxCommands: 60,
    size: 'max',
  },
);
