import type { Problem } from '@/lib/contract/problem';
import { safeReason } from '@/lib/domain/reason';
import type { MendKind, MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import type { Cause } from '@/lib/domain/triage/cause';
import { awsNow } from '../aws-time';
import { readLabels } from '../label-move';
import { keepOwnAct, type OwnAct } from '../own-events';
import { callOperation, problemIn } from '../request';
import { noteRefusedMend } from './refused-mends';
import { testOutcome } from './test-outcome';

/**
 * How far one secret is. `not-ended`: AWS has begun, and the labels do not show an end. `untold`: a test has ended, and its
 * log does not tell how.
 */
export type MendStage =
  | { readonly stage: 'asking' | 'rotating' | 'testing' | 'done' | 'passed' | 'untold' }
  | { readonly stage: 'not-ended' | 'still-pending' | 'still-on' }
  | { readonly stage: 'test-failed'; readonly cause: Cause }
  | { readonly stage: 'refused'; readonly problem: Problem };

/** What is done, where, by whom and why. */
export interface Mending {
  readonly scope: string;
  readonly kind: MendKind;
  /** The operator's ARN. */
  readonly operator: string;
  readonly reason: string;
}

const EVERY_MS = 2_000;
const PATIENCE_MS = 90_000;

/** Mends one secret, each call sent once, and answers with an end that was read back. */
export async function mendOne(
  mending: Mending,
  plan: MendPlan,
  token: string,
  say: (stage: MendStage) => void,
): Promise<MendStage> {
  const { kind } = mending;
  say({ stage: 'asking' });
  try {
    if (kind === 'cancel') return await turnOff(mending, plan);
    if (kind === 'test') return await test(mending, plan, token, say);
    if (plan.pending !== undefined && !(await takeOff(mending, plan, plan.pending))) {
      return { stage: 'still-pending' };
    }
    return kind === 'unstick' ? { stage: 'done' } : await rotate(mending, plan, token, say);
  } catch (cause) {
    const problem = problemIn(cause);
    noteRefusedMend(mending.scope, plan.arn, problem);
    return { stage: 'refused', problem };
  }
}

async function takeOff(mending: Mending, { arn, region }: MendPlan, pending: string): Promise<boolean> {
  const input = { SecretId: arn, VersionStage: 'AWSPENDING', RemoveFromVersionId: pending };
  const isOff = async () => (await readLabels(mending.scope, region, arn)).holders.AWSPENDING !== pending;
  await sent(mending, arn, 'UpdateSecretVersionStage', {
    send: () => callOperation(mending.scope, region, 'UpdateSecretVersionStage', input, mending.reason),
    arrived: isOff,
    effect: { kind: 'label-moved', label: 'AWSPENDING', from: pending, to: null },
  });
  return isOff();
}

async function turnOff(mending: Mending, { arn, region }: MendPlan): Promise<MendStage> {
  const isOff = async () => !(await readLabels(mending.scope, region, arn)).rotates;
  await sent(mending, arn, 'CancelRotateSecret', {
    send: () => callOperation(mending.scope, region, 'CancelRotateSecret', { SecretId: arn }, mending.reason),
    arrived: isOff,
    effect: { kind: 'rotation', step: 'cancelled' },
  });
  return { stage: (await isOff()) ? 'done' : 'still-on' };
}

async function rotate(
  mending: Mending,
  plan: MendPlan,
  token: string,
  say: (stage: MendStage) => void,
): Promise<MendStage> {
  await begin(mending, plan, token, true);
  say({ stage: 'rotating' });
  const ended = await until(mending, plan, ({ AWSCURRENT }) => AWSCURRENT === token);
  return { stage: ended ? 'done' : 'not-ended' };
}

async function test(
  mending: Mending,
  plan: MendPlan,
  token: string,
  say: (stage: MendStage) => void,
): Promise<MendStage> {
  await begin(mending, plan, token, false);
  say({ stage: 'testing' });
  // AWS takes the copy away again once the function has ended, however it ended.
  const ended = await until(mending, plan, ({ AWSPENDING }) => AWSPENDING !== token);
  return ended ? testOutcome(mending.scope, plan, token) : { stage: 'not-ended' };
}

// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
async function begin(
  mending: Mending,
  { arn, region }: MendPlan,
  token: string,
  immediately: boolean,
): Promise<void> {
  const { scope, reason } = mending;
  const input = { SecretId: arn, ClientRequestToken: token, RotateImmediately: immediately };
  await sent(mending, arn, 'RotateSecret', {
    send: () => callOperation(scope, region, 'RotateSecret', input, reason),
    arrived: async () => Object.values((await readLabels(scope, region, arn)).holders).includes(token),
    effect: { kind: 'rotation', step: immediately ? 'asked' : 'test-asked', version: token },
  });
}

interface Sending {
  readonly send: () => Promise<{ readonly at: string; readonly requestId?: string | undefined }>;
  /** Whether reading the secret shows that a call arrived whose answer was lost. */
  readonly arrived: () => Promise<boolean>;
  readonly effect: OwnAct['effect'];
}

// A lost answer is settled by reading; nothing is sent a second time.
async function sent(
  { scope, operator, reason }: Mending,
  arn: string,
  name: OwnAct['name'],
  { send, arrived, effect }: Sending,
): Promise<void> {
  const answer = await send().catch(async (cause: unknown) => {
    if (problemIn(cause).code !== 'answer-lost' || !(await arrived())) throw cause;
    return { at: new Date(awsNow()).toISOString(), requestId: undefined };
  });
  keepOwnAct(scope, {
    ...{ arn, operator, name, effect, at: answer.at, requestId: answer.requestId },
    reason: safeReason(reason) || undefined,
  });
}

async function until(
  { scope }: Mending,
  { arn, region }: MendPlan,
  isOver: (holders: { readonly [label: string]: string }) => boolean,
): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const { holders } = await readLabels(scope, region, arn);
    if (isOver(holders)) return true;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return false;
}
