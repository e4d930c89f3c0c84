import type { RotationEvent } from '../rotation/rotation-event.ts';
import type { Step } from '../triage/cause.ts';
import type { FleetSecret } from './fleet-secret.ts';

/** Failures of one function and step that were followed by a rotation that ended well. */
export interface ResolvedGroup {
  readonly id: string;
  readonly functionName?: string;
  readonly step?: Step;
  readonly secrets: number;
  /** When the last of them ended well; ISO. */
  readonly at: string;
  /** Who asked for a rotation of one of them last; absent: nobody did, as far as was read. */
  readonly askedBy?: string;
}

const WEEK_MS = 7 * 86_400_000;

/** What failed and then succeeded within seven days, the latest first. */
export function resolvedFailures(
  fleet: readonly FleetSecret[],
  asked: ReadonlyMap<string, RotationEvent>,
  now: number,
): ResolvedGroup[] {
  const groups = new Map<string, ResolvedGroup>();
  for (const { secret, attempts } of fleet) {
    const end = attempts.findIndex(({ outcome }) => outcome === 'succeeded');
    const success = attempts[end];
    if (!success || now - Date.parse(success.last) > WEEK_MS) continue;
    // The runs that failed before it: of the same attempt, or of those between it and the success before.
    const before = attempts.slice(end + 1);
    const since = before.findIndex(({ outcome }) => outcome === 'succeeded');
    const failed = [success, ...(since < 0 ? before : before.slice(0, since))].find(
      ({ failures }) => failures.length > 0,
    );
    const run = failed?.failures.at(-1);
    if (!run) continue;
    const functionName = (run.functionArn ?? secret.shown.rotation.functionArn)?.split(':')[6];
    const id = `${functionName ?? ''}|${run.step ?? ''}`;
    const known = groups.get(id);
    const by = asked.get(secret.key)?.by?.name ?? known?.askedBy;
    const at = known && known.at > success.last ? known.at : success.last;
    groups.set(id, {
      ...{ id, at, secrets: (known?.secrets ?? 0) + 1 },
      ...(functionName ? { functionName } : {}),
      ...(run.step ? { step: run.step } : {}),
      ...(by ? { askedBy: by } : {}),
    });
  }
  return [...groups.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}
