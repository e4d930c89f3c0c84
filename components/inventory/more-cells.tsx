import { ArchiveX } from 'lucide-react';
import type { MoreCells } from '@/components/inventory/cell';
import { None } from '@/components/inventory/none';
import { StatusText } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { span } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import { LabelChip } from '@/components/version/label-chip';
import { ShortVersion } from '@/components/version/short-version';
import { useScreenShare } from '@/lib/client/screen-share';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import { deletionOf } from '@/lib/domain/deletion';
import { keyName } from '@/lib/domain/key-name';
import { sortLabels } from '@/lib/domain/version';

/** The fields a table shows where they were chosen. */
export const moreCells: MoreCells = {
  account: ({ secret }) => <span className="font-mono">{accountNumber(accountIn(secret.key))}</span>,
  description: ({ secret: { shown } }) =>
    shown.description ? <Description text={shown.description} /> : <None />,
  primary: ({ secret }) => <span className="font-mono">{secret.primaryRegion}</span>,
  labels: ({ secret: { shown } }) => {
    const { AWSCURRENT: current, ...others } = shown.holders;
    const labels = sortLabels(Object.keys(others));
    if (labels.length === 0) return <None />;
    const ids = Object.values(shown.holders);
    return (
      <span className="flex min-w-0 items-center gap-1.5 overflow-hidden">
        {labels.map((label) => (
          <span key={label} className="inline-flex shrink-0 items-center gap-1">
            <LabelChip label={label} />
            <ShortVersion id={others[label] ?? ''} others={ids} />
            {label === 'AWSPENDING' && others[label] !== current && (
              <span className="text-warn">left over</span>
            )}
          </span>
        ))}
      </span>
    );
  },
  next: ({ secret: { shown }, rotation, now }) => {
    if (rotation.kind === 'unread' || !shown.rotation.next || !rotation.enabled || shown.deleted)
      return <None />;
    return (
      <TimeText
        at={shown.rotation.next}
        now={now}
        className={cx(rotation.overdue !== undefined && 'font-medium text-warn')}
      />
    );
  },
  created: ({ secret: { shown }, now }) =>
    shown.created ? <TimeText at={shown.created} now={now} show="brief" /> : <None />,
  key: ({ secret: { shown } }) =>
    shown.kmsKeyId ? (
      <span data-tip={shown.kmsKeyId} data-tip-mono="" className="font-mono">
        {keyName(shown.kmsKeyId)}
      </span>
    ) : (
      <span data-tip="The account’s AWS managed key" className="font-mono text-fg-3">
        aws/secretsmanager
      </span>
    ),
  type: ({ secret: { shown } }) => (shown.type ? <span className="font-mono">{shown.type}</span> : <None />),
  tags: ({ secret: { shown } }) => {
    const tags = Object.entries(shown.tags);
    return tags.length > 0 ? (
      <Cut mono text={tags.map(([key, value]) => (value ? `${key}=${value}` : key)).join(' ')} />
    ) : (
      <None />
    );
  },
  deletion: ({ secret: { shown }, now }) => {
    const deletion = deletionOf(shown, now);
    if (!deletion) return <None />;
    if (!deletion.after) return 'scheduled';
    const left = Date.parse(deletion.after) - now;
    return (
      <StatusText tone={left < SOON ? 'warn' : 'idle'} icon={ArchiveX} className="align-top">
        <span>
          in {span(left)}, <TimeText at={deletion.after} now={now} show="brief" />
        </span>
      </StatusText>
    );
  },
};

// Two days before nobody can restore it.
const SOON = 172_800_000;

// Free words may name what the patterns of a shared screen hide.
function Description({ text }: { text: string }) {
  return useScreenShare().on ? (
    <span className="text-fg-3">hidden while the screen is shared</span>
  ) : (
    <Cut text={text} />
  );
}

function Cut({ text, mono = false }: { text: string; mono?: boolean }) {
  return (
    <span data-full={text} data-tip="" className={cx('block truncate', mono && 'font-mono')}>
      {text}
    </span>
  );
}
