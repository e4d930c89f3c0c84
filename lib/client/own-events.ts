import type { Receipt } from '@/lib/domain/receipt';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';

const NEAR_MS = 60_000;

/**
 * What this tab has done and CloudTrail has not delivered yet, as events beside those it has: told at once, marked as
 * ours, gone as soon as the real one is there.
 */
export function withOwnEvents(events: readonly SecretEvent[], receipt: Receipt | undefined): SecretEvent[] {
  if (!receipt || events.some((event) => isSame(event, receipt))) return [...events];
  const own: SecretEvent = {
    id: `own-${receipt.requestId ?? receipt.at}`,
    name: 'UpdateSecretVersionStage',
    at: receipt.at,
    actor: { kind: 'person', name: receipt.operator },
    tool: { kind: 'keyturn', name: 'Keyturn', ...(receipt.reason ? { reason: receipt.reason } : {}) },
    effect: { kind: 'label-moved', label: 'AWSCURRENT', from: receipt.from, to: receipt.to },
    undelivered: true,
    ...(receipt.requestId ? { requestId: receipt.requestId } : {}),
  };
  return [own, ...events];
}

function isSame({ requestId, effect, at }: SecretEvent, receipt: Receipt): boolean {
  if (receipt.requestId !== undefined) return requestId === receipt.requestId;
  return (
    effect.kind === 'label-moved' &&
    effect.label === 'AWSCURRENT' &&
    effect.to === receipt.to &&
    Math.abs(Date.parse(at) - Date.parse(receipt.at)) < NEAR_MS
  );
}
