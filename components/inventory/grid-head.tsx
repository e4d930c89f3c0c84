import { columns, rowGrid } from '@/components/inventory/columns';
import { cx } from '@/components/ui/cx';
import { headRowLook, SortButton } from '@/components/ui/table';
import type { SortOrder } from '@/lib/domain/sort-secrets';

interface GridHeadProps {
  readonly sort: SortOrder;
  readonly onSort: (order: SortOrder) => void;
}

/** The titles; those with an order sort by it. Out of sight on a phone, where rows are cards. */
export function GridHead({ sort, onSort }: GridHeadProps) {
  return (
    <thead className="sticky top-0 z-10 block max-md:sr-only">
      <tr className={cx(headRowLook, rowGrid)}>
        {columns.map(({ key, title, tip, orders, shown }) => {
          const direction = orders?.includes(sort) ? directionOf(sort) : undefined;
          return (
            <th
              key={key}
              scope="col"
              data-tip={tip}
              aria-sort={direction ?? (orders && 'none')}
              className={cx('min-w-0 truncate font-medium', shown)}
            >
              {orders ? (
                <SortButton
                  direction={direction}
                  onSort={() => onSort(sort === orders[0] ? orders[1] : orders[0])}
                >
                  {title}
                </SortButton>
              ) : (
                title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const directionOf = (order: SortOrder) => (order.startsWith('-') ? 'descending' : 'ascending');
