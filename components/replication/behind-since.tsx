import { TimeText } from '@/components/ui/time-text';
import { useSecret } from '@/lib/client/secret';
import { useTimeline } from '@/lib/client/timeline';
import type { Cell } from '@/lib/domain/replication/cell';
import { heldSince } from '@/lib/domain/timeline/held-since';

interface BehindSinceProps {
  readonly scope: string;
  /** The primary's ARN: a region is behind since the label moved there, which CloudTrail alone tells. */
  readonly arn: string;
  readonly label: string;
  readonly now: number;
}

/** Since when the primary has been on the version that a region does not serve. */
export function BehindSince({ scope, arn, label, now }: BehindSinceProps) {
  const { data: reading, isPending } = useSecret(scope, arn);
  const told = useTimeline(scope, reading);
  const held = told && heldSince(told.timeline, label);
  if (held?.sure || (held && told.state.ended)) {
    return (
      <>
        <TimeText at={new Date(held.since).toISOString()} now={now} />{' '}
        <span className="text-fg-3">
          {held.sure
            ? `when ${label} moved at the primary`
            : `at about that time ${label} moved at the primary: CloudTrail does not tell all of it`}
        </span>
      </>
    );
  }
  if (isPending || (told && !told.state.ended)) return <span className="text-fg-3">asking CloudTrail</span>;
  return (
    <span className="text-fg-3">not known: CloudTrail does not tell when {label} moved at the primary</span>
  );
}

/** The label by which a region is behind, the one that applications read first. */
export function behindBy({ state, differs = [] }: Cell): string | undefined {
  if (state !== 'behind') return undefined;
  return (differs.find(({ label }) => label === 'AWSCURRENT') ?? differs[0])?.label;
}
