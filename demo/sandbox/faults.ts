import type {
  ActiveFault,
  EditPhase,
  FaultDescription,
  FaultKind,
  FaultSpec,
  RequestPhase,
} from './types.js';

/** The parts of an edit that a fault can hit, and that each fault is tested against. */
export const editPhases = ['connect', 'load', 'save'] as const satisfies readonly EditPhase[];

const everywhere = ['connect', 'load', 'save', 'upload', 'token', 'other'] as const;

const descriptions: Readonly<Record<FaultKind, Omit<FaultDescription, 'kind'>>> = {
  delay: { label: 'Slow answers', phases: everywhere, stores: true, answers: 'normally' },
  hang: { label: 'No answer at all', phases: everywhere, stores: false, answers: 'never' },
  offline: { label: 'No connection', phases: everywhere, stores: false, answers: 'unreadable' },
  'html-502': {
    label: 'A gateway’s error page (502)',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  'message-json': {
    label: 'A gateway’s {"message": …}',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  'empty-json': {
    label: 'An empty object as the answer',
    phases: everywhere,
    stores: false,
    answers: 'unreadable',
  },
  'rate-limited': {
    label: 'Too many requests (429)',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  'error-500': { label: 'Server error (500)', phases: everywhere, stores: false, answers: 'error' },
  'data-500': {
    label: 'Success (200) with an error in the body',
    phases: everywhere,
    stores: true,
    answers: 'normally',
  },
  'lost-answer': {
    label: 'Processed, but no response arrives',
    phases: everywhere,
    stores: true,
    answers: 'never',
  },
  'dropped-answer': {
    label: 'Processed, then the connection breaks',
    phases: everywhere,
    stores: true,
    answers: 'unreadable',
  },
  'expired-token': {
    label: 'Token no longer valid',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  'silent-denial': {
    label: 'Not allowed, but answered as a success',
    phases: ['save'],
    stores: false,
    answers: 'normally',
  },
  'permission-denied': {
    label: 'Not allowed (403)',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  'details-denied': {
    label: 'Role may not read user details',
    phases: ['load'],
    stores: false,
    answers: 'error',
  },
  'no-access': { label: 'No access (403)', phases: everywhere, stores: false, answers: 'error' },
  'quota-exceeded': {
    label: 'Quota of the plan exhausted (402)',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  'bad-request': {
    label: 'Values rejected (400)',
    phases: everywhere,
    stores: false,
    answers: 'error',
  },
  'no-auth-token': {
    label: 'Answer without the token',
    phases: ['connect', 'save'],
    stores: true,
    answers: 'normally',
  },
  'clear-ignored': {
    label: 'Cleared photo and status message come back',
    phases: ['save'],
    stores: true,
    answers: 'normally',
  },
  'repeated-token': {
    label: 'The same token again, even a revoked one',
    phases: ['token'],
    stores: true,
    answers: 'normally',
  },
};

/** Every fault that the sandbox can play, for the playground's panel and for the tests that go through all of them. */
export const faults: readonly FaultDescription[] = Object.entries(descriptions).map(
  ([kind, description]) => ({ kind: kind as FaultKind, ...description }),
);

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
  const { phases } = describeFault(fault.kind);
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
