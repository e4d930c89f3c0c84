import { FileText, Lock, RotateCw } from 'lucide-react';
import { counted } from '@/components/rotation-fleet/group-words';
import type { useTriage } from '@/components/rotation-fleet/use-triage';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { regionWords } from '@/lib/domain/region-words';

interface FleetHeadProps {
  readonly triage: ReturnType<typeof useTriage>;
  /** Write a hand-over note. */
  readonly onNote: () => void;
}

/** The head of the page: how much the open list holds, what could not be read, and what can be done with all of it. */
export function FleetHead({ triage, onNote }: FleetHeadProps) {
  const { groups, told, reading, refresh, calendar } = triage;
  const secrets = groups.reduce((sum, one) => sum + one.secrets.length, 0);
  const unread = told.filter(({ problem }) => problem);
  const unlisted = [...triage.silent, ...triage.unlisted.flatMap(({ regions }) => regions)];
  return (
    <PageHead
      title="Rotation"
      note={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span role="status" className="text-fg-2">
            {calendar
              ? 'Planned in the next 30 days'
              : `${counted(secrets, 'secret')} in ${counted(groups.length, 'group')}`}
            {reading && ' so far'}
          </span>
          {unlisted.length > 0 && (
            <StatusText tone="warn" icon={Lock} className="text-2xs">
              Not listed: {regionWords(unlisted)}
            </StatusText>
          )}
          {unread.length > 0 && (
            <StatusText tone="warn" icon={Lock} className="text-2xs">
              CloudTrail not read: {regionWords(unread.map(({ region }) => region))}
            </StatusText>
          )}
        </span>
      }
      actions={
        <>
          <Button size="sm" variant="quiet" icon={FileText} onClick={onNote}>
            <span className="max-md:sr-only">Hand-over note</span>
          </Button>
          <Button size="sm" variant="quiet" icon={RotateCw} kbd="R" busy={reading} onClick={refresh}>
            <span className="max-md:sr-only">Refresh</span>
          </Button>
        </>
      }
    />
  );
}
