import { useMemo, useState } from 'react';
import { figure } from '@/components/inventory/count-words';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { facetsOf } from '@/lib/domain/filter/facets';
import { valueWords } from '@/lib/domain/filter/phrase';
import { type FieldName, rotationStates } from '@/lib/domain/filter/token';
import type { FoldedSecret } from '@/lib/domain/fold';

interface ValueListProps {
  readonly field: FieldName;
  readonly values: readonly string[];
  readonly base: readonly FoldedSecret[];
  readonly now: number;
  readonly onValues: (values: readonly string[]) => void;
}

// More than anybody looks through; typing finds the rest.
const MOST = 100;
const FEW = 8;

/** The values of a field, each with the number of secrets that have it; a tick changes the table at once. */
export function ValueList({ field, values, base, now, onValues }: ValueListProps) {
  const [typed, setTyped] = useState('');
  // Those that were chosen when the panel opened stay at the top, and nothing moves under the pointer.
  const [first] = useState(values);
  const all = useMemo(() => {
    const facets = facetsOf(field, base, now);
    const counts = new Map(facets.map(({ value, count }) => [value, count]));
    const order = field === 'rotation' ? rotationStates : facets.map(({ value }) => value);
    return [...new Set([...first, ...order])].map((value) => ({ value, count: counts.get(value) ?? 0 }));
  }, [field, base, now, first]);
  const part = typed.trim().toLowerCase();
  const found =
    part === '' ? all : all.filter(({ value }) => words(field, value).toLowerCase().includes(part));
  return (
    <>
      {all.length > FEW && (
        <div className="shrink-0 border-b p-1.5">
          <Input
            data-first={window.matchMedia('(pointer: fine)').matches || undefined}
            type="text"
            aria-label="Find a value"
            placeholder="Find a value"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      <div className="scroll-thin min-h-0 flex-1 overflow-y-auto p-1 md:max-h-80">
        {found.slice(0, MOST).map(({ value, count }, at) => (
          <Checkbox
            key={value}
            data-first={at === 0 || undefined}
            checked={values.includes(value)}
            onChange={(event) =>
              onValues(
                event.target.checked ? [...values, value] : values.filter((chosen) => chosen !== value),
              )
            }
            className="flex! w-full rounded-sm px-2 hover:bg-hover [&>span:last-child]:flex-1"
            label={
              <span className="flex items-baseline gap-2">
                <span className={`wrap-anywhere min-w-0 flex-1 ${value === '' ? 'text-fg-2' : ''}`}>
                  {words(field, value)}
                </span>{' '}
                <span className="shrink-0 text-fg-3">{figure(count)}</span>
              </span>
            }
          />
        ))}
        {found.length > MOST && (
          <p className="px-2 py-1.5 text-fg-3">{figure(found.length - MOST)} more: type to find one</p>
        )}
        {found.length === 0 && (
          <p className="px-2 py-1.5 text-fg-3">{all.length === 0 ? 'No secret has one' : 'No such value'}</p>
        )}
      </div>
    </>
  );
}

// In a list there is room for a region's whole name.
const words = (field: FieldName, value: string) =>
  field === 'region' ? value : field === 'key' && value !== '' ? value : valueWords(field, value);
