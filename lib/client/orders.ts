import { useEffect, useEffectEvent, useState } from 'react';
import type { SecretReading } from '@/lib/contract/answers';
import { judgeMove, type MoveOutcome } from '@/lib/domain/outcome';
import type { Receipt } from '@/lib/domain/receipt';
import { holderOf } from '@/lib/domain/version';
import { keepReceipt } from './receipts';

/** A label move that has been sent: what its receipt will say, but for AWS's answer. */
export type Order = Omit<Receipt, 'at' | 'requestId'>;

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

/**
 * Settles a move that was under way when this page was reloaded or left, by what the secret shows now: if it
 * happened there is a receipt, else the outcome to tell. Nothing is sent again; `onSettled` closes the review that
 * the address still asks for, so that the answer is what the operator sees.
 */
export function useSettledOrder(scope: string, reading: SecretReading | undefined, onSettled: () => void) {
  const [outcome, setOutcome] = useState<Exclude<MoveOutcome, 'moved'>>();
  const settled = useEffectEvent(onSettled);
  useEffect(() => {
    if (!reading || underWay.has(keyOf(scope, reading.arn))) return;
    const kept = sessionStorage.getItem(keyOf(scope, reading.arn));
    if (kept === null) return;
    dropOrder(scope, reading.arn);
    const order: Order = JSON.parse(kept);
    const now = judgeMove(order, holderOf(reading.versions, 'AWSCURRENT')?.id);
    if (now === 'moved') keepReceipt(scope, { ...order, at: reading.at });
    else setOutcome(now);
    settled();
  }, [scope, reading]);
  return { outcome, dismiss: () => setOutcome(undefined) };
}
