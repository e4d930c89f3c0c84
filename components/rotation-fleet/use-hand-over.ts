import { shortWord } from '@/components/problem/short-word';
import { groupTitle, stateWords } from '@/components/rotation-fleet/group-words';
import { reachWords } from '@/components/rotation-fleet/reach-words';
import type { PlaceReading } from '@/components/rotation-fleet/use-place-reading';
import type { useTriage } from '@/components/rotation-fleet/use-triage';
import { causeWords } from '@/components/triage/cause-words';
import { useAccountNames, useSignIn } from '@/lib/client/operator';
import { allOwnEvents } from '@/lib/client/own-events';
import { problemIn } from '@/lib/client/request';
import { accountProblem } from '@/lib/client/rotation-fleet/merge-readings';
import { type Evidence, failureKey } from '@/lib/client/rotation-fleet/use-evidence';
import { useKnownSuspects } from '@/lib/client/rotation-fleet/use-suspects';
import { accountNumber } from '@/lib/domain/account-number';
import { parseSecretArn } from '@/lib/domain/arn';
import { placeRole } from '@/lib/domain/place-role';
import { plainEventName } from '@/lib/domain/rotation/plain-event-name';
import { askedFailure } from '@/lib/domain/rotation-fleet/asked-failure';
import type { FleetTab } from '@/lib/domain/rotation-fleet/fleet-secret';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { type HandedGroup, handOverMarkdown } from '@/lib/domain/rotation-fleet/hand-over';
import { shortId } from '@/lib/domain/short-id';
import { effectWords } from '@/lib/domain/timeline/words';

/** What a hand-over note is made of. */
export interface HandOverSource {
  readonly triage: ReturnType<typeof useTriage>;
  /** The group that is open. */
  readonly group: FleetGroup | undefined;
}

const OPEN: ReadonlySet<FleetTab> = new Set(['open', 'overdue', 'stuck', 'in-flight', 'unreadable']);

/** Writes a hand-over note from what is known now; `name` says how a secret's name is written. */
export function useHandOver({ triage, group }: HandOverSource, ofGroup: boolean) {
  const { now, several } = triage;
  const held = useSignIn().data?.places ?? [];
  const names = useAccountNames();
  const suspectsOf = useKnownSuspects();
  const only = ofGroup && group;
  const chosen = only ? [only] : triage.all.filter(({ tab }) => OPEN.has(tab));
  const places = triage.places.filter((place) => !only || triage.placeOf(only) === place);
  const handed = chosen.flatMap((one): HandedGroup[] => {
    const place = triage.placeOf(one);
    if (!place) return [];
    const { scope, account } = place;
    const [first, ...others] = causesOf(one, place);
    const suspects = suspectsOf(scope, one)?.changes.map(({ by, name, ...change }) => ({
      ...{ ...change, by: by.via ? `${by.name} (${by.via})` : by.name, name: plainEventName(name) },
    }));
    const whose = several
      ? [names.get(account), accountNumber(account), 'as', placeRole(scope)].filter(Boolean).join(' ')
      : undefined;
    return [
      {
        ...{ group: one, title: groupTitle(one), suspects, account: whose, fixes: first?.fixes ?? [] },
        others: others.map(({ cause, certainty }) => `${causeWords(cause)} (${certainty})`),
      },
    ];
  });
  const arns = new Set(only ? only.secrets.map(({ secret }) => secret.key) : []);
  const acts = places
    .flatMap(({ scope, account }) => [...allOwnEvents(scope)].map((own) => [account, ...own] as const))
    .filter(([, arn]) => !only || arns.has(arn))
    .flatMap(([account, arn, events]) =>
      events.map((event) => ({
        ...{ at: event.at, reason: event.tool.reason, name: parseSecretArn(arn)?.name ?? arn },
        ...(several ? { account: accountNumber(account) } : {}),
        words: effectWords(event, (id) => shortId(id)),
      })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const at = new Date(now).toISOString();
  const whose = places.map(({ scope }) => ({
    ...{ scope, operator: held.find((place) => place.scope === scope)?.arn ?? '' },
  }));
  return {
    at,
    /** For the name of a file. */
    whom: places.length === 1 && places[0] ? places[0].scope : `${places.length}-accounts`,
    write: (name: (name: string) => string) =>
      handOverMarkdown(
        { at, places: whose, reach: reachOf(triage), acts, groups: handed },
        { name, state: stateWords },
      ),
  };
}

function reachOf({ places, unlisted, told, several }: HandOverSource['triage']) {
  const missing = unlisted.flatMap(({ regions, problem }) =>
    regions.map((region) => ({ region, words: `not listed: ${problem ? shortWord(problem) : 'stopped'}` })),
  );
  const accounts = places.flatMap((place) => {
    const problem = several ? accountProblem(place, problemIn) : undefined;
    return problem ? [{ region: accountNumber(place.account), words: shortWord(problem) }] : [];
  });
  return [...accounts, ...missing, ...told.map((one) => ({ region: one.region, words: reachWords(one) }))];
}

function causesOf({ secrets, cause }: FleetGroup, { evidence }: PlaceReading) {
  const { found }: Evidence = evidence.evidence;
  const all = secrets.flatMap((one) => {
    const asked = askedFailure(one);
    return asked ? (found.get(failureKey(asked)) ?? []) : [];
  });
  return all.find(({ causes }) => causes[0]?.cause === cause)?.causes ?? [];
}
