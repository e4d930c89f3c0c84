import { ArrowDown, ArrowUp, RotateCcw } from 'lucide-react';
import { withStepped } from '@/components/inventory/column-changes';
import { isShown, orderedColumns } from '@/components/inventory/column-layout';
import { allColumns, type Column, type Screen } from '@/components/inventory/columns';
import { zonedTitle } from '@/components/inventory/zoned-title';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { type Density, type TableLayout, untouched } from '@/lib/client/table-layout';
import { type SortOrder, sortKeyOf } from '@/lib/domain/sort-secrets';

interface ViewPanelProps {
  readonly layout: TableLayout;
  readonly onLayout: (next: TableLayout) => void;
  readonly screen: Screen;
  readonly sort: SortOrder;
  readonly onSort: (order: SortOrder) => void;
}

const sortable = allColumns.flatMap(({ title, sort }) => (sort ? [{ key: sort, title }] : []));

/** How the table is laid out: order of the rows, their height, and which columns stand where. */
export default function ViewPanel({ layout, onLayout, screen, sort, onSort }: ViewPanelProps) {
  const phone = screen === 'phone';
  const by = sortKeyOf(sort);
  return (
    <>
      <div className="flex flex-wrap items-end gap-2 border-b px-3 py-2.5">
        <Field label="Sort by">
          {(control) => (
            <Select {...control} value={by} onChange={({ target }) => onSort(target.value as SortOrder)}>
              {sortable.map(({ key, title }) => (
                <option key={key} value={key}>
                  {zonedTitle(title)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button icon={sort === by ? ArrowUp : ArrowDown} onClick={() => onSort(sort === by ? `-${by}` : by)}>
          {sort === by ? 'Rising' : 'Falling'}
        </Button>
        {!phone && (
          <Field label="Row height">
            {(control) => (
              <Select
                {...control}
                value={layout.density}
                onChange={({ target }) => onLayout({ ...layout, density: target.value as Density })}
              >
                {densities.map(([density, words]) => (
                  <option key={density} value={density}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
      {!phone && <ColumnList {...{ layout, onLayout, screen }} />}
    </>
  );
}

const densities = [
  ['compact', 'Compact'],
  ['normal', 'Normal'],
  ['roomy', 'Roomy'],
] as const;

function ColumnList({ layout, onLayout, screen }: Pick<ViewPanelProps, 'layout' | 'onLayout' | 'screen'>) {
  const ordered = orderedColumns(layout);
  const toggle = ({ key }: Column, on: boolean) =>
    onLayout({ ...layout, shown: { ...layout.shown, [key]: on } });
  return (
    <>
      <ul aria-label="Columns" className="py-1">
        {ordered.map((column, at) => {
          const { key } = column;
          const title = zonedTitle(column.title);
          return (
            <li key={key} className="flex items-center gap-1 pr-2 pl-3 hover:bg-hover">
              <Checkbox
                label={title}
                checked={isShown(column, layout, screen)}
                disabled={key === 'name'}
                onChange={({ target }) => toggle(column, target.checked)}
                className="flex-1"
              />
              {layout.widths[key] !== undefined && (
                <IconButton
                  size="sm"
                  icon={RotateCcw}
                  label={`Give ${title} its own width again`}
                  onClick={() => {
                    const { [key]: _, ...widths } = layout.widths;
                    onLayout({ ...layout, widths });
                  }}
                />
              )}
              <IconButton
                size="sm"
                icon={ArrowUp}
                label={`Move ${title} up`}
                aria-disabled={at === 0}
                onClick={() => onLayout(withStepped(layout, ordered, key, -1))}
              />
              <IconButton
                size="sm"
                icon={ArrowDown}
                label={`Move ${title} down`}
                aria-disabled={at === ordered.length - 1}
                onClick={() => onLayout(withStepped(layout, ordered, key, 1))}
              />
            </li>
          );
        })}
      </ul>
      <div className="sticky bottom-0 flex items-center gap-2 border-t bg-raised px-3 py-2">
        <span className="text-2xs text-fg-3">Kept in this browser</span>
        <Button size="sm" icon={RotateCcw} className="ml-auto" onClick={() => onLayout(untouched)}>
          Reset
        </Button>
      </div>
    </>
  );
}
