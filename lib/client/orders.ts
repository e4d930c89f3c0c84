import { useEffect, useEffectEvent, useState } from 'react';
import type { SecretReading } from '@/lib/contract/answers';
import { judgeMove, type MoveOutcome } from '@/lib/domain/outcome';
import type { Receipt } from '@/lib/domain/receipt';
import { holderOf } from '@/lib/domain/version';
import { keepOwnAct } from './own-events';
import { keepReceipt } from './receipts';

/** A label move that has been sent: what its receipt will say, but for AWS's answer. */
export interface Order extends Omit<Receipt, 'at' | 'requestId'> {
  /** When it was sent, by this computer's clock, in milliseconds. */
  readonly sent: number;
}

const keyOf = (scope: string, arn: string) => `keyturn.order.${scope}.${arn}`;
// Sent from this very page: its own answer settles it. A reload forgets this set, and finds the order instead.
const underWay = new Set<string>();

/** Notes a move before it is sent, so that a page reloaded meanwhile can say what became of it. */
export function keepOrder(scope: string, order: Order): void {
  underWay.add(keyOf(scope, order.arn));
  sessionStorage.setItem(keyOf(scope, order.arn), JSON.stringify(order));
}

/** Forgets a move that is settled. */
export function dropOrder(scope: string, arn: string): void {
  underWay.delete(keyOf(scope, arn));
  sessionStorage.removeItem(keyOf(scope, arn));
}

// After this no call of ours can still be on its way: AWS is given 15 seconds, and the door a little more.
const LATE = 60_000;
const LOOK_AGAIN = 4_000;

/**
 * Settles a move that was under way when this page was reloaded or left, by what the secret shows now and at every
 * later reading: once it happened there is a receipt; until then the outcome to tell. Nothing is sent again. For a
 * minute the secret is read again by itself, because the call may still arrive. `onSettled` closes the review that
 * the address still asks for, so that the answer is what the operator sees.
 */
export function useSettledOrder(
  scope: string,
  reading: SecretReading | undefined,
  readAgain: () => void,
  onSettled: () => void,
) {
  const [outcome, setOutcome] = useState<Exclude<MoveOutcome, 'moved'>>();
  const settled = useEffectEvent(onSettled);
  const look = useEffectEvent(readAgain);
  useEffect(() => {
    if (!reading || underWay.has(keyOf(scope, reading.arn))) return;
    const order = parsed(sessionStorage.getItem(keyOf(scope, reading.arn)));
    if (!order) return;
    settled();
    const now = judgeMove(order, holderOf(reading.versions, 'AWSCURRENT')?.id);
    setOutcome(now === 'moved' ? undefined : now);
    if (now !== 'not-moved') dropOrder(scope, reading.arn);
    if (now === 'moved') keepMoved(scope, order, reading.at);
    if (now !== 'not-moved' || Date.now() - order.sent > LATE) return;
    const timer = setTimeout(look, LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [scope, reading]);
  const dismiss = () => {
    if (reading) dropOrder(scope, reading.arn);
    setOutcome(undefined);
  };
  return { outcome, dismiss };
}

function keepMoved(scope: string, order: Order, at: string): void {
  const { arn, operator, reason, from, to } = order;
  keepReceipt(scope, { ...order, at });
  keepOwnAct(scope, {
    ...{ arn, operator, reason, at },
    name: 'UpdateSecretVersionStage',
    effect: { kind: 'label-moved', label: 'AWSCURRENT', from, to },
  });
}

// What is stored can be cut or edited; then there is nothing to settle.
function parsed(kept: string | null): Order | undefined {
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}
