import { CircleCheck, CircleHelp } from 'lucide-react';
import { counted, emptyWords } from '@/components/rotation-fleet/group-words';
import type { useTriage } from '@/components/rotation-fleet/use-triage';
import { EmptyState } from '@/components/ui/empty-state';
import { Spinner } from '@/components/ui/spinner';
import { reachOf } from '@/lib/client/rotation-fleet/fleet-reading';
import type { FleetTab } from '@/lib/domain/rotation-fleet/fleet-secret';

interface NoGroupsProps {
  readonly triage: Pick<ReturnType<typeof useTriage>, 'tab' | 'reading' | 'told' | 'unlisted' | 'silent'>;
}

// What only CloudTrail tells is not known where it was not read.
const unsure: Partial<Record<FleetTab, string>> = {
  open: 'Whether a rotation fails is not known',
  'in-flight': 'Whether something rotates is not known',
};

/** A list with nothing in it, and what was looked through. */
export function NoGroups({ triage: { tab, reading, told, unlisted, silent } }: NoGroupsProps) {
  if (reading) {
    return (
      <p className="flex items-center gap-2 border-b px-4 py-6 text-fg-2 text-xs">
        <Spinner /> Reading the listing and CloudTrail
      </p>
    );
  }
  const failed = told.filter(({ problem }) => problem).length;
  const without = unlisted.flatMap(({ regions }) => regions).length;
  const blind =
    without + silent.length > 0
      ? `Not known: not every ${silent.length > 0 ? 'account is listed' : 'region is listed'}`
      : told.some((one) => reachOf(one) === undefined) && unsure[tab];
  return (
    <EmptyState icon={blind ? CircleHelp : CircleCheck} title={blind || emptyWords(tab)} className="border-b">
      Looked through the listing and CloudTrail of {counted(told.length - failed, 'region')}
      {failed > 0 && `; ${counted(failed, 'region')} could not be read`}
      {without > 0 && `; ${counted(without, 'region')} not listed`}
      {silent.length > 0 && `; ${counted(silent.length, 'account')} not listed`}.
      {told.length > 0 && ' How far back is said beneath.'}
    </EmptyState>
  );
}
