import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { counted } from '@/components/rotation-fleet/group-words';
import { mendWords } from '@/components/rotation-fleet/mend-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TimeText } from '@/components/ui/time-text';
import { useReadOnly } from '@/lib/client/read-only';
import { isUnderWay, useInterrupted } from '@/lib/client/rotation-fleet/interrupted';
import { useRefusedMends } from '@/lib/client/rotation-fleet/refused-mends';
import type { FleetSecret } from '@/lib/domain/rotation-fleet/fleet-secret';
import { type Mend, resumedMend } from '@/lib/domain/rotation-fleet/mend-of';

interface ResumeStripProps {
  readonly scope: string;
  readonly fleet: readonly FleetSecret[];
  readonly reading: boolean;
  readonly now: number;
  readonly onMend: (mend: Mend) => void;
}

/** What is left of a run that was stopped or whose tab was closed, planned anew from how its secrets are now. */
export function ResumeStrip({ scope, fleet, reading, now, onMend }: ResumeStripProps) {
  const [run, putAway] = useInterrupted(scope);
  const readOnly = useReadOnly();
  const refusalOf = useRefusedMends(scope);
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    let here = true;
    if (run) void isUnderWay(scope).then((under) => here && setElsewhere(under));
    return () => {
      here = false;
    };
  }, [scope, run]);
  if (!run || elsewhere) return null;
  const missing = readOnly ?? (reading ? 'How they are now is still being read' : undefined);
  return (
    <Notice
      form="strip"
      tone="warn"
      title={`${mendWords(run.kind).title}: ${counted(run.left.length, 'secret')} of ${run.of.toLocaleString('en')} not done`}
      actions={
        <>
          <Button
            size="sm"
            icon={Play}
            disabledReason={missing}
            onClick={() =>
              onMend(
                resumedMend(run.kind, run.left, fleet, (plan) => refusalOf(run.kind, plan) !== undefined),
              )
            }
          >
            Review and go on
          </Button>
          <Button size="sm" variant="quiet" onClick={putAway}>
            Put away
          </Button>
        </>
      }
    >
      Confirmed <TimeText at={run.at} now={now} zoned />, then stopped. The list is kept on this browser.
    </Notice>
  );
}
