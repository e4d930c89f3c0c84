import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { PlaceName } from '@/components/frame/place-name';
import { counted } from '@/components/rotation-fleet/group-words';
import { mendWords } from '@/components/rotation-fleet/mend-words';
import type { MendAs } from '@/components/rotation-fleet/rotation-view';
import type { PlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TimeText } from '@/components/ui/time-text';
import { useReadOnly } from '@/lib/client/read-only';
import { isUnderWay, useInterrupted } from '@/lib/client/rotation-fleet/interrupted';
import { useRefusedMends } from '@/lib/client/rotation-fleet/refused-mends';
import { resumedMend } from '@/lib/domain/rotation-fleet/mend-of';

interface ResumeStripProps {
  readonly place: PlaceReading;
  readonly now: number;
  /** Whether the page shows several accounts. */
  readonly several: boolean;
  readonly onMend: (mend: MendAs) => void;
}

/** What is left of a run that was stopped or whose tab was closed, planned anew from how its secrets are now. */
export function ResumeStrip({ place, now, several, onMend }: ResumeStripProps) {
  const { scope, fleet, reading } = place;
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
              onMend({
                ...resumedMend(run.kind, run.left, fleet, (plan) => refusalOf(run.kind, plan) !== undefined),
                scope,
              })
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
      {several && (
        <>
          In <PlaceName scope={scope} />.{' '}
        </>
      )}
      Confirmed <TimeText at={run.at} now={now} zoned />, then stopped. The list is kept on this browser.
    </Notice>
  );
}
