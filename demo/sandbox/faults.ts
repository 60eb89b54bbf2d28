import type { ActiveFault, FaultSpec } from './types.js';

/** The parts of an edit that a fault can hit, and that each fault is tested against. */
export const editPhases = ['connect', 'load', 'save'] as const;

/** A part of an edit: the login, the reading of the profile, the writing of it. */
export type EditPhase = (typeof editPhases)[number];

/** What a request is for. */
export type RequestPhase = EditPhase | 'upload' | 'token' | 'other';

/** Which requests a fault meets. */
export type FaultPhase = RequestPhase | 'all';

interface FaultShape {
  kind: string;
  /** For people, in plain English. */
  label: string;
  /** The phases in which it makes a difference; in others it lets requests pass. */
  phases: readonly RequestPhase[];
  /** Whether a save that meets it is stored all the same. */
  stores: boolean;
  /** What comes back: what would come anyway, nothing, an error object, or something the SDK cannot read. */
  answers: 'normally' | 'never' | 'error' | 'unreadable';
}

const everywhere = ['connect', 'load', 'save', 'upload', 'token', 'other'] as const;

/** Every fault that the sandbox can play, for the playground's panel and for the tests that go through all of them. */
export const faults = [
  { kind: 'delay', label: 'Slow answers', phases: everywhere, stores: true, answers: 'normally' },
  { kind: 'hang', label: 'No answer at all', phases: everywhere, stores: false, answers: 'never' },
  {
    kind: 'offline',
    label: 'No connection',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  {
    kind: 'html-502',
    label: 'A gateway’s error page (502)',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  {
    kind: 'message-json',
    label: 'A gateway’s {"message": …}',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  {
    kind: 'empty-json',
    label: 'An empty object as the answer',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  {
    kind: 'rate-limited',
    label: 'Too many requests (429)',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  {
    kind: 'error-500',
    label: 'Server error (500)',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  {
    kind: 'data-500',
    label: 'Success that says 500',
    phases: everywhere,
    stores: true,
    answers: 'normally',
  },
  {
    kind: 'lost-answer',
    label: 'Carried out, but the answer never comes',
    phases: everywhere,
    stores: true,
    answers: 'never',
  },
  {
    kind: 'dropped-answer',
    label: 'Carried out, then the connection breaks',
    phases: everywhere,
    stores: true,
    answers: 'unreadable',
  },
  {
    kind: 'expired-token',
    label: 'Token no longer valid',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  {
    kind: 'silent-denial',
    label: 'Not allowed, but answered as a success',
    phases: ['save'],
    stores: false,
    answers: 'normally',
  },
  {
    kind: 'permission-denied',
    label: 'Not allowed',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  {
    kind: 'bad-request',
    label: 'Values refused',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  {
    kind: 'no-auth-token',
    label: 'Answer without the token',
    phases: ['connect', 'save'],
    stores: true,
    answers: 'normally',
  },
  {
    kind: 'clear-ignored',
    label: 'Cleared photo and status message come back',
    phases: ['save'],
    stores: true,
    answers: 'normally',
  },
] as const satisfies readonly FaultShape[];

/** The name of a fault. */
export type FaultKind = (typeof faults)[number]['kind'];

/** What the sandbox tells about one of its faults. */
export type FaultDescription = FaultShape & { kind: FaultKind };

/** The description of one fault. */
export function describeFault(kind: FaultKind): FaultDescription {
  const found = faults.find((fault) => fault.kind === kind);
  if (!found) throw new Error(`The sandbox has no fault "${String(kind)}"`);
  return found;
}

/** Makes a fault ready to be switched on. */
export function activateFault(id: string, spec: FaultSpec): ActiveFault {
  describeFault(spec.kind);
  return {
    id,
    kind: spec.kind,
    phase: spec.phase ?? 'all',
    ms: spec.ms ?? 2000,
    remaining: spec.times ?? null,
  };
}

function isDue(fault: ActiveFault, phase: RequestPhase): boolean {
  const phases: readonly RequestPhase[] = describeFault(fault.kind).phases;
  return (
    (fault.phase === 'all' || fault.phase === phase) &&
    phases.includes(phase) &&
    fault.remaining !== 0
  );
}

/**
 * Chooses the faults that a request meets, and counts them down: every `delay`, and the first of the others.
 * Used-up faults leave the list.
 */
export function takeFaults(active: ActiveFault[], phase: RequestPhase): readonly ActiveFault[] {
  const due = active.filter((fault) => isDue(fault, phase));
  const delays = due.filter((fault) => fault.kind === 'delay');
  const taken = [...delays, ...due.filter((fault) => fault.kind !== 'delay').slice(0, 1)];
  for (const fault of taken) if (fault.remaining !== null) fault.remaining -= 1;
  const left = active.filter((fault) => fault.remaining !== 0);
  active.splice(0, active.length, ...left);
  return taken;
}
