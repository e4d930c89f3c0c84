import type { Right } from './need.ts';

/** One refusal of AWS's, as it was answered. */
export interface AnsweredNo {
  /** AWS's clock, ISO. */
  readonly at: string;
  readonly resource?: string;
  /** AWS's own sentence. */
  readonly detail: string;
}

/** What AWS has answered in one region when an action was really used. */
export interface Answered {
  readonly action: string;
  readonly region: string;
  /** When it last did what was asked: AWS's clock, ISO. */
  readonly allowedAt?: string;
  /** The refusals, one for each resource, the newest first. */
  readonly refusals: readonly AnsweredNo[];
}

/** What IAM says of an action that nobody has used. */
export interface Simulated {
  readonly action: string;
  readonly region: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'denied' | 'not-allowed';
  /** The policies with the statements that decided, as IAM names them. */
  readonly policies: readonly string[];
  /** Condition keys that policies ask for and a simulation does not know. */
  readonly unknownKeys: readonly string[];
  /** Set where it was not the operator's own policies that decided. */
  readonly limitedBy?: 'permissions boundary' | 'service control policy';
}

/** Whether something may be done; `partly`: here and there, not everywhere. */
export type State = 'allowed' | 'refused' | 'partly' | 'unknown';

/** What is known of one action, and how. */
export interface Known {
  readonly state: State;
  readonly how: 'answered' | 'simulated' | 'not-tried';
  readonly answered: readonly Answered[];
  readonly simulated: readonly Simulated[];
}

/** What all answers say of one action; what AWS really did counts for more than a simulation. */
export function knownOf(
  action: string,
  {
    answered,
    simulated,
  }: { readonly answered: readonly Answered[]; readonly simulated: readonly Simulated[] },
): Known {
  const real = answered.filter((one) => one.action === action);
  const said = simulated.filter((one) => one.action === action);
  if (real.length > 0) {
    const state = stateOf(
      real.some(({ allowedAt }) => allowedAt !== undefined),
      real.some(({ refusals }) => refusals.length > 0),
    );
    return { state, how: 'answered', answered: real, simulated: said };
  }
  if (said.length > 0) {
    const state = stateOf(
      said.some(({ decision }) => decision === 'allowed'),
      said.some(({ decision }) => decision !== 'allowed'),
    );
    return { state, how: 'simulated', answered: [], simulated: said };
  }
  return { state: 'unknown', how: 'not-tried', answered: [], simulated: [] };
}

function stateOf(yes: boolean, no: boolean): State {
  if (yes && no) return 'partly';
  return yes ? 'allowed' : no ? 'refused' : 'unknown';
}

/** What is known of a view or act as a whole: what it cannot do without decides, if there is such an action. */
export function stateOfRight(right: Right, stateOfAction: (action: string) => State): State {
  const needed = right.needs.filter(({ without }) => without === undefined);
  if (needed.length > 0) {
    const states = needed.map(({ action }) => stateOfAction(action));
    const worst = (['refused', 'partly', 'unknown'] as const).find((state) => states.includes(state));
    return worst ?? 'allowed';
  }
  const states = new Set(right.needs.map(({ action }) => stateOfAction(action)));
  if (states.size === 1) return [...states][0] ?? 'unknown';
  if (states.has('refused') || states.has('partly')) return 'partly';
  return states.has('allowed') ? 'allowed' : 'unknown';
}
