import type { FaultDescription, FaultKind } from '../../demo/sandbox/types.js';
import type { ProfileErrorCode } from '../../src/errors.js';

/** When a fault may hit: the last two are a `reload()`, and the read before a save whose base is out of date. */
export const firstOccasions = ['connect', 'load'] as const;
export const laterOccasions = ['save', 'reload', 'stale-save'] as const;
export const occasions = [...firstOccasions, ...laterOccasions] as const;

export type Occasion = (typeof occasions)[number];

/** What the contract promises where a fault hits. */
export interface FaultOutcome {
  /** Where the editor comes to rest. */
  readonly state: 'ready' | 'failed' | 'saving';
  /** The error's code where it failed. */
  readonly code?: ProfileErrorCode;
  /** Whether it takes the editor's own time limit to get there, because the SDK never settles. */
  readonly timesOut: boolean;
  /** Whether the session went away under the form. */
  readonly ends: boolean;
  /** Whether the profile is read again after the save, to learn what became of it. */
  readonly rereads: boolean;
  /** Which of the edits are stored when the editor has come to rest; the others are still in the form. */
  readonly stored: 'all' | 'not-cleared' | 'none';
}

const codes: Partial<Record<FaultKind, ProfileErrorCode>> = {
  'rate-limited': 'rate-limited',
  'error-500': 'unknown',
  'expired-token': 'session-expired',
  'permission-denied': 'permission-denied',
  'details-denied': 'permission-denied',
  'no-access': 'permission-denied',
  'quota-exceeded': 'rejected',
  'bad-request': 'rejected',
};

/** JSON with neither `data` nor `error`: the SDK's `login` rejects, its other calls never settle. */
const isStrangeJson = (kind: FaultKind): boolean =>
  kind === 'message-json' || kind === 'empty-json';

/** The kind of request that is hit on an occasion. */
export const requestPhases = {
  connect: 'connect',
  load: 'load',
  save: 'save',
  reload: 'load',
  'stale-save': 'load',
} as const satisfies Record<Occasion, string>;

/** What a fault leads to, computed from what the sandbox says about it; undefined where it does not occur. */
export function outcomeOf(fault: FaultDescription, occasion: Occasion): FaultOutcome | undefined {
  if (!fault.phases.includes(requestPhases[occasion])) return undefined;
  const code = codeOf(fault, occasion);
  const isSave = occasion === 'save';
  const isSaving = isSave || occasion === 'stale-save';
  const timesOut = code === 'timeout';
  const rereads = isSave && ['timeout', 'network', 'unknown'].includes(code ?? '');
  const rest = { timesOut, rereads, ends: false };
  if (isSave && code === 'not-applied') {
    const stored = fault.stores ? 'not-cleared' : 'none';
    return { ...rest, state: 'failed', code, stored };
  }
  // A save that was carried out is a success, even where only the re-read could tell.
  if (isSave && fault.stores) return { ...rest, state: 'ready', stored: 'all' };
  const stored = !code && occasion === 'stale-save' ? 'all' : 'none';
  if (!code) return { ...rest, state: 'ready', stored };
  if (isSaving && code === 'rate-limited') return { ...rest, state: 'saving', stored };
  const ends = code === 'session-expired' && occasion !== 'load';
  return { ...rest, state: 'failed', code, stored, ends };
}

function codeOf(fault: FaultDescription, occasion: Occasion): ProfileErrorCode | undefined {
  const { kind, answers } = fault;
  if (answers === 'never') return 'timeout';
  if (answers === 'unreadable') {
    if (!isStrangeJson(kind)) return 'network';
    return occasion === 'connect' ? 'unknown' : 'timeout';
  }
  if (answers === 'normally') {
    return kind === 'silent-denial' || kind === 'clear-ignored' ? 'not-applied' : undefined;
  }
  // Who may not read users is shown what the login, or the last save, was answered with.
  const code = codes[kind];
  if (code === 'permission-denied' && requestPhases[occasion] === 'load') return undefined;
  return code === 'session-expired' && occasion === 'connect' ? 'invalid-credentials' : code;
}

/** An outcome in a few words, for people. */
export function describeOutcome(outcome: FaultOutcome | undefined, occasion: Occasion): string {
  if (!outcome) return '–';
  const { state, code, stored, rereads, ends, timesOut } = outcome;
  const isSave = occasion === 'save' || occasion === 'stale-save';
  if (state === 'saving') return 'waits, says until when, then saves';
  if (state === 'ready') {
    const how = rereads ? 'saved, as a re-read shows' : 'saved';
    return isSave ? how : 'works';
  }
  const what = ends ? 'session ended' : undefined;
  const isOpen = occasion === 'save' && timesOut;
  const left =
    stored === 'not-cleared' ? 'the rest is saved' : isOpen ? 'not known whether saved' : undefined;
  return [`\`${code}\``, what, left].filter(Boolean).join(', ');
}
