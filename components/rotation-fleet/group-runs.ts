import { type Evidence, failureKey } from '@/lib/client/rotation-fleet/use-evidence';
import type { AskedAttempt, Diagnosed } from '@/lib/contract/rotation';
import { askedFailure } from '@/lib/domain/rotation-fleet/asked-failure';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';

/** A secret of a group, and what the evidence says of its last failed run. */
export interface GroupRun {
  readonly name: string;
  readonly asked: AskedAttempt;
  readonly diagnosed: Diagnosed;
}

/** The runs of a group that were looked into. The one whose log tells most stands for all of them. */
export function groupRuns(group: FleetGroup, { found }: Pick<Evidence, 'found'>) {
  const all = group.secrets.flatMap((one): GroupRun[] => {
    const asked = askedFailure(one);
    const diagnosed = asked && found.get(failureKey(asked));
    return asked && diagnosed ? [{ name: one.secret.name, asked, diagnosed }] : [];
  });
  return { all, best: all.find(({ diagnosed }) => diagnosed.log.length > 0) ?? all[0] };
}
