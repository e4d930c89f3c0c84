import type { ReactNode } from 'react';
import type { ColumnKey } from '@/components/inventory/columns';
import { LastReadCell } from '@/components/inventory/last-read-cell';
import { NameCell } from '@/components/inventory/name-cell';
import { None } from '@/components/inventory/none';
import { RegionsCell } from '@/components/inventory/regions-cell';
import { RotationCell } from '@/components/inventory/rotation-cell';
import { TimeText } from '@/components/ui/time-text';
import { ShortVersion } from '@/components/version/short-version';
import type { RegionProgress } from '@/lib/client/inventory-state';
import { type Deletion, deletionOf } from '@/lib/domain/deletion';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { RotationState } from '@/lib/domain/rotation-state';
import { ownerOf } from '@/lib/domain/secret';

/** What a field of a row is drawn from. */
export interface CellProps {
  readonly secret: FoldedSecret;
  readonly scope: string;
  readonly regions: ReadonlyMap<string, RegionProgress>;
  readonly unread: readonly string[];
  readonly now: number;
  readonly rotation: RotationState;
  /** Whether the next rotation and the deletion have columns of their own; whether the account needs one and has none. */
  readonly beside: { readonly next: boolean; readonly deletion: boolean; readonly account: boolean };
}

/** Draws fields that a table shows only where they were chosen; fetched then. */
export type MoreCells = Partial<Record<ColumnKey, (props: CellProps) => ReactNode>>;

/** The fields a table shows by itself. */
export const cells: MoreCells = {
  name: ({ secret, scope, beside }) => (
    <NameCell
      name={secret.name}
      scope={scope}
      arn={secret.shown.arn}
      deletion={secret.shown.deleted !== undefined}
      account={beside.account}
    />
  ),
  owner: ({ secret }) => ownerOf(secret.shown) ?? <None />,
  regions: ({ secret, regions }) => <RegionsCell secret={secret} regions={regions} />,
  current: ({ secret: { shown } }) =>
    shown.holders.AWSCURRENT ? (
      <ShortVersion id={shown.holders.AWSCURRENT} others={Object.values(shown.holders)} />
    ) : (
      <span className="text-fg-3">none</span>
    ),
  rotation: ({ secret, rotation, now, beside }) => {
    const deletion: Deletion | undefined = deletionOf(secret.shown, now);
    return <RotationCell {...{ secret, rotation, deletion, beside, now }} />;
  },
  changed: ({ secret: { shown }, now }) =>
    shown.changed ? <TimeText at={shown.changed} now={now} show="brief" /> : <None />,
  'last-read': ({ secret, unread, now }) => <LastReadCell secret={secret} unread={unread} now={now} />,
  service: ({ secret: { shown } }) =>
    shown.owningService ? <span className="font-mono">{shown.owningService}</span> : <None />,
};
