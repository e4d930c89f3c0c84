import { memo } from 'react';
import { rowGrid, shownAt } from '@/components/inventory/columns';
import { LastReadCell } from '@/components/inventory/last-read-cell';
import { NameCell } from '@/components/inventory/name-cell';
import { RegionsCell } from '@/components/inventory/regions-cell';
import { isTrouble, RotationCell } from '@/components/inventory/rotation-cell';
import { cx } from '@/components/ui/cx';
import { rowLook } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { VersionId } from '@/components/version/version-id';
import type { RegionProgress } from '@/lib/client/inventory-state';
import { deletionOf } from '@/lib/domain/deletion';
import type { FoldedSecret } from '@/lib/domain/fold';
import { rotationState } from '@/lib/domain/rotation-state';
import { ownerOf } from '@/lib/domain/secret';

interface SecretRowProps {
  readonly secret: FoldedSecret;
  readonly at: number;
  readonly scope: string;
  readonly regions: ReadonlyMap<string, RegionProgress['state']>;
  readonly unread: readonly string[];
  readonly now: number;
  readonly top: number;
  readonly height: number;
  readonly tabStop: boolean;
}

/** One secret with its replicas: a line of the table, on a phone a card. */
export const SecretRow = memo(function SecretRow(props: SecretRowProps) {
  const { secret, at, scope, regions, unread, now, top, height, tabStop } = props;
  const { shown } = secret;
  const rotation = rotationState(secret, now);
  const deletion = deletionOf(shown, now);
  const current = shown.holders.AWSCURRENT;
  return (
    <tr
      data-at={at}
      aria-rowindex={at + 2}
      tabIndex={tabStop ? 0 : -1}
      style={{ height, transform: `translateY(${top}px)` }}
      className={cx(
        rowLook(),
        rowGrid,
        'absolute inset-x-0 top-0 cursor-default contain-strict focus-visible:bg-hover focus-visible:-outline-offset-2 max-md:grid-cols-[minmax(0,1fr)_auto] max-md:content-center max-md:gap-y-1.5',
      )}
    >
      <td className="min-w-0">
        <NameCell name={secret.name} scope={scope} arn={shown.arn} deletion={deletion !== undefined} />
      </td>
      <td className={cx('min-w-0 truncate text-fg-2', shownAt.desk)}>{ownerOf(shown) ?? <None />}</td>
      <td className="min-w-0 max-md:row-start-2">
        <RegionsCell secret={secret} regions={regions} />
      </td>
      <td className={cx('min-w-0 truncate', shownAt.laptop)}>
        {current ? (
          <VersionId id={current} others={Object.values(shown.holders)} copy={false} />
        ) : (
          <span className="text-fg-3">none</span>
        )}
      </td>
      <td
        className={cx(
          'min-w-0 max-md:max-w-[45vw] max-md:text-right',
          !isTrouble(rotation) && !deletion && shownAt.tablet,
        )}
      >
        <RotationCell secret={secret} rotation={rotation} deletion={deletion} now={now} />
      </td>
      <td className="min-w-0 truncate text-fg-2 max-md:row-start-2 max-md:text-right">
        {shown.changed ? <TimeText at={shown.changed} now={now} show="brief" /> : <None />}
      </td>
      <td className={cx('min-w-0 truncate text-fg-2', shownAt.laptop)}>
        <LastReadCell secret={secret} unread={unread} now={now} />
      </td>
      <td className={cx('min-w-0 truncate text-fg-2', shownAt.wide)}>
        {shown.owningService ? <span className="font-mono">{shown.owningService}</span> : <None />}
      </td>
    </tr>
  );
});

function None() {
  return (
    <span className="text-fg-3">
      <span aria-hidden>-</span>
      <span className="sr-only">none</span>
    </span>
  );
}
