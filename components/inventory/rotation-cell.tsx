import type { ReactNode } from 'react';
import { StatusText } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { span } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import { ShortVersion } from '@/components/version/short-version';
import type { Deletion } from '@/lib/domain/deletion';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { RotationRule, RotationState } from '@/lib/domain/rotation-state';

/** Whether there is something an operator should see of a rotation, also on a phone. */
export const isTrouble = (rotation: RotationState): boolean =>
  rotation.kind === 'read' && (rotation.overdue !== undefined || rotation.pending !== undefined);

interface RotationCellProps {
  readonly secret: FoldedSecret;
  readonly rotation: RotationState;
  readonly deletion: Deletion | undefined;
  /** Whether the next rotation and the deletion have columns of their own. */
  readonly beside: { readonly next: boolean; readonly deletion: boolean };
  readonly now: number;
}

/** How rotation stands, from the metadata alone: what is wrong first, then the rule, then what comes next. */
export function RotationCell({ secret, rotation, deletion, beside, now }: RotationCellProps) {
  if (rotation.kind === 'unread') {
    return (
      <span
        className="text-fg-3"
        data-tip={`Rotation belongs to ${secret.primaryRegion}, which was not read`}
      >
        not read
      </span>
    );
  }
  const { enabled, overdue, pending, rule } = rotation;
  const { shown } = secret;
  const marker = pending !== undefined && (
    <>
      <span className="font-mono">AWSPENDING</span> on{' '}
      <ShortVersion id={pending} others={Object.values(shown.holders)} />
    </>
  );
  const managed = shown.owningService !== undefined && enabled;
  const schedule = managed ? <>Managed, {lower(rule)}</> : written(rule);
  const next = shown.rotation.next;
  const trouble = isTrouble(rotation);
  const rest = trouble ? (
    <>
      {overdue !== undefined && marker && <span className="text-warn">{marker}, </span>}
      {lower(rule)}
    </>
  ) : (
    enabled &&
    next &&
    !beside.next &&
    !deletion && (
      <>
        due <TimeText at={next} now={now} show="brief" />
      </>
    )
  );
  return (
    // What has no room for three letters goes to a second line, out of sight: half a letter says nothing.
    <span className="flex h-5 min-w-0 flex-wrap content-start items-center gap-x-1.5 gap-y-5 overflow-hidden leading-5 max-md:justify-end">
      {overdue !== undefined && <First tone="warn">Overdue by {span(overdue)}</First>}
      {overdue === undefined && marker && <First tone="warn">{marker}</First>}
      {!trouble && (
        <First tone={enabled ? 'ok' : 'idle'} className="max-md:hidden">
          {schedule}
        </First>
      )}
      {rest && <span className="flex-[1_0_3rem] truncate text-fg-3 max-md:hidden">{rest}</span>}
      {deletion && !beside.deletion && <DeletionNote deletion={deletion} now={now} />}
    </span>
  );
}

interface FirstProps {
  readonly tone: 'ok' | 'idle' | 'warn';
  readonly className?: string;
  readonly children: ReactNode;
}

function First({ tone, className, children }: FirstProps) {
  return (
    <StatusText tone={tone} className={cx('min-w-0 max-w-full shrink-0', className)}>
      <span className="min-w-0 truncate">{children}</span>
    </StatusText>
  );
}

function DeletionNote({ deletion: { after }, now }: { deletion: Deletion; now: number }) {
  return (
    <span className="flex-[1_0_3rem] truncate text-fg-3">
      {after ? (
        <>
          deletes after <TimeText at={after} now={now} show="brief" />
        </>
      ) : (
        'deletion scheduled'
      )}
    </span>
  );
}

const written = (rule: RotationRule): ReactNode =>
  'words' in rule ? rule.words : <span className="font-mono">{rule.expression}</span>;

const lower = (rule: RotationRule): ReactNode => ('words' in rule ? rule.words.toLowerCase() : written(rule));
