import { useMemo } from 'react';
import type { EventEffect, SecretEvent } from '@/lib/domain/timeline/secret-event';
import { createStore, useStore } from './store';

/** Something this tab has done to a secret, once AWS has said so, or a re-read has proven it. */
export interface OwnAct {
  readonly arn: string;
  /** AWS's name for it. */
  readonly name: 'UpdateSecretVersionStage' | 'PutSecretValue' | 'RotateSecret' | 'CancelRotateSecret';
  readonly effect: Extract<EventEffect, { kind: 'label-moved' | 'value-put' | 'rotation' }>;
  /** AWS's clock at its answer, ISO. */
  readonly at: string;
  /** ARN of the operator. */
  readonly operator: string;
  /** Absent when the answer was lost. */
  readonly requestId?: string | undefined;
  /** As sent to AWS. */
  readonly reason?: string | undefined;
}

const NEAR_MS = 60_000;
const MOST = 50;
const NONE: readonly SecretEvent[] = [];
const keyOf = (scope: string, arn: string) => `keyturn.own.${scope}.${arn}`;
const changes = createStore(0);

/** Keeps an act for the timeline until CloudTrail has delivered it: in this tab, ids and words only. */
export function keepOwnAct(scope: string, act: OwnAct): void {
  const key = keyOf(scope, act.arn);
  const kept = [...parsed(sessionStorage.getItem(key)), toEvent(act)].slice(-MOST);
  sessionStorage.setItem(key, JSON.stringify(kept));
  changes.set(changes.get() + 1);
}

/** What this tab has done to a secret, oldest first. */
export function useOwnEvents(scope: string, arn: string): readonly SecretEvent[] {
  useStore(changes);
  const kept = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(keyOf(scope, arn));
  return useMemo(() => parsed(kept), [kept]);
}

/** What this tab has done to any secret of a scope, by the secret's ARN. */
export function allOwnEvents(scope: string): ReadonlyMap<string, readonly SecretEvent[]> {
  const prefix = keyOf(scope, '');
  return new Map(
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), parsed(sessionStorage.getItem(key))]),
  );
}

/**
 * What this tab has done and CloudTrail has not delivered yet, beside what it has: told at once, marked as ours, gone
 * as soon as the real one is there.
 */
export function withOwnEvents(events: readonly SecretEvent[], own: readonly SecretEvent[]): SecretEvent[] {
  return [...own.filter((act) => !events.some((event) => isSame(event, act))), ...events];
}

function toEvent({ arn: _, operator, reason, requestId, ...act }: OwnAct): SecretEvent {
  const name = operator.slice(Math.max(operator.lastIndexOf('/'), operator.lastIndexOf(':')) + 1);
  return {
    ...act,
    id: `own-${requestId ?? act.at}`,
    actor: { kind: 'person', name, arn: operator },
    tool: { kind: 'keyturn', name: 'Keyturn', ...(reason ? { reason } : {}) },
    undelivered: true,
    ...(requestId ? { requestId } : {}),
  };
}

function isSame(event: SecretEvent, own: SecretEvent): boolean {
  if (own.requestId !== undefined) return event.requestId === own.requestId;
  return (
    event.name === own.name &&
    aimOf(event.effect) === aimOf(own.effect) &&
    Math.abs(Date.parse(event.at) - Date.parse(own.at)) < NEAR_MS
  );
}

function aimOf(effect: EventEffect): string | undefined {
  if (effect.kind === 'label-moved') return `${effect.label} ${effect.to}`;
  return effect.kind === 'value-put' || effect.kind === 'rotation' ? effect.version : undefined;
}

// What is stored can be cut or edited; then there is nothing to tell.
function parsed(kept: string | null): readonly SecretEvent[] {
  if (kept === null) return NONE;
  try {
    return JSON.parse(kept);
  } catch {
    return NONE;
  }
}
