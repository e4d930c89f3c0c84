import { shortWord } from '@/components/problem/short-word';
import { groupTitle, stateWords } from '@/components/rotation-fleet/group-words';
import { reachWords } from '@/components/rotation-fleet/reach-words';
import { causeWords } from '@/components/triage/cause-words';
import { useOperator } from '@/lib/client/operator';
import { allOwnEvents } from '@/lib/client/own-events';
import type { RegionTold } from '@/lib/client/rotation-fleet/fleet-reading';
import { type Evidence, failureKey } from '@/lib/client/rotation-fleet/use-evidence';
import { useKnownSuspects } from '@/lib/client/rotation-fleet/use-suspects';
import type { Unlisted } from '@/lib/client/unlisted';
import { parseSecretArn } from '@/lib/domain/arn';
import { plainEventName } from '@/lib/domain/rotation/plain-event-name';
import { askedFailure } from '@/lib/domain/rotation-fleet/asked-failure';
import type { FleetTab } from '@/lib/domain/rotation-fleet/fleet-secret';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { type HandedGroup, handOverMarkdown } from '@/lib/domain/rotation-fleet/hand-over';
import { shortId } from '@/lib/domain/short-id';
import { effectWords } from '@/lib/domain/timeline/words';

/** What a hand-over note is made of. */
export interface HandOverSource {
  readonly scope: string;
  readonly groups: readonly FleetGroup[];
  /** The group that is open. */
  readonly group: FleetGroup | undefined;
  readonly evidence: Evidence;
  readonly told: readonly RegionTold[];
  readonly unlisted: readonly Unlisted[];
  readonly now: number;
}

const OPEN: ReadonlySet<FleetTab> = new Set(['open', 'overdue', 'stuck', 'in-flight', 'unreadable']);

/** Writes a hand-over note from what is known now; `name` says how a secret's name is written. */
export function useHandOver(source: HandOverSource, ofGroup: boolean) {
  const { scope, groups, group, evidence, told, unlisted, now } = source;
  const operator = useOperator().data?.arn ?? '';
  const suspectsOf = useKnownSuspects(scope);
  const chosen = ofGroup && group ? [group] : groups.filter(({ tab }) => OPEN.has(tab));
  const handed = chosen.map((one): HandedGroup => {
    const [, ...others] = causesOf(one, evidence);
    const suspects = suspectsOf(one)?.changes.map(({ by, name, ...change }) => ({
      ...{ ...change, by: by.via ? `${by.name} (${by.via})` : by.name, name: plainEventName(name) },
    }));
    return {
      ...{ group: one, title: groupTitle(one), suspects },
      others: others.map(({ cause, certainty }) => `${causeWords(cause)} (${certainty})`),
      fixes: causesOf(one, evidence)[0]?.fixes ?? [],
    };
  });
  const arns = new Set(ofGroup ? group?.secrets.map(({ secret }) => secret.key) : []);
  const acts = [...allOwnEvents(scope)]
    .filter(([arn]) => !ofGroup || arns.has(arn))
    .flatMap(([arn, events]) =>
      events.map((event) => ({
        ...{ at: event.at, reason: event.tool.reason, name: parseSecretArn(arn)?.name ?? arn },
        words: effectWords(event, (id) => shortId(id)),
      })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const at = new Date(now).toISOString();
  const missing = unlisted.flatMap(({ regions, problem }) =>
    regions.map((region) => ({ region, words: `not listed: ${problem ? shortWord(problem) : 'stopped'}` })),
  );
  const reach = [...missing, ...told.map((one) => ({ region: one.region, words: reachWords(one) }))];
  return {
    at,
    write: (name: (name: string) => string) =>
      handOverMarkdown({ at, scope, operator, reach, acts, groups: handed }, { name, state: stateWords }),
  };
}

function causesOf({ secrets, cause }: FleetGroup, { found }: Evidence) {
  const all = secrets.flatMap((one) => {
    const asked = askedFailure(one);
    return asked ? (found.get(failureKey(asked)) ?? []) : [];
  });
  return all.find(({ causes }) => causes[0]?.cause === cause)?.causes ?? [];
}
