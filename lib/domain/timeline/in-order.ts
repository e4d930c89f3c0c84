import type { SecretEvent } from './secret-event.ts';

// Legend: what comes first within one second. The service tells of an end after the call that brought it about, and of
// a rotation it gave up before the version that made it do so.
const RANK: Readonly<Record<string, number>> = {
  CreateSecret: 0,
  TestRotationSucceeded: 1,
  RotateSecret: 2,
  RotationStarted: 3,
  TestRotationStarted: 3,
  RotationAbandoned: 4,
  PutSecretValue: 5,
  UpdateSecret: 5,
  UpdateSecretVersionStage: 6,
  RotationSucceeded: 7,
};

/**
 * Events from the oldest to the newest, each once. CloudTrail dates by whole seconds and lists the newest first: within
 * a second the listing and the nature of the events decide.
 */
export function inOrder(events: readonly SecretEvent[]): SecretEvent[] {
  const once = new Map<string, SecretEvent>();
  for (const event of events) if (!once.has(event.id)) once.set(event.id, event);
  return [...once.values()]
    .map((event, listed) => ({ event, listed, at: Date.parse(event.at) }))
    .sort((a, b) => a.at - b.at || rank(a.event) - rank(b.event) || b.listed - a.listed)
    .map(({ event }) => event);
}

const rank = ({ name }: SecretEvent) => RANK[name] ?? 6;
