import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { daysIn } from '@/lib/domain/filter/token-text';

interface DaysFormProps {
  readonly value: string | undefined;
  /** Whether a date will do as well. */
  readonly dates: boolean;
  readonly onValue: (value: string) => void;
}

const usual = [1, 7, 30, 90, 180, 365];

/** A number of days, usual ones at hand, or the date something happened since. */
export function DaysForm({ value, dates, onValue }: DaysFormProps) {
  const given = daysIn(value ?? '');
  const [by, setBy] = useState<'days' | 'date'>(value && given === undefined ? 'date' : 'days');
  const [days, setDays] = useState(String(given ?? 90));
  const [date, setDate] = useState(given === undefined ? (value ?? '') : '');
  const next = by === 'days' ? `${Number(days)}d` : date;
  const right = by === 'days' ? daysIn(next) !== undefined : date !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (right) onValue(next);
      }}
      className="flex flex-col gap-2 p-3"
    >
      {dates && (
        <Segmented
          legend="Counted in"
          options={[
            { value: 'days', label: 'in the last' },
            { value: 'date', label: 'since' },
          ]}
          value={by}
          onChange={setBy}
        />
      )}
      {by === 'days' ? (
        <>
          <span className="flex flex-wrap gap-1">
            {usual.map((count) => (
              <Button key={count} size="sm" onClick={() => onValue(`${count}d`)}>
                {count} d
              </Button>
            ))}
          </span>
          <span className="flex items-center gap-2">
            <Input
              data-first
              type="number"
              inputMode="numeric"
              min={1}
              max={99_999}
              aria-label="Days"
              value={days}
              onChange={(event) => setDays(event.target.value)}
              className="w-24"
            />
            days
            <Apply right={right} />
          </span>
        </>
      ) : (
        <span className="flex items-center gap-2">
          <Input
            data-first
            type="date"
            aria-label="Date (UTC)"
            value={date}
            onChange={(event) => setDate(event.target.value)}
            className="flex-1"
          />
          <Apply right={right} />
        </span>
      )}
    </form>
  );
}

function Apply({ right }: { right: boolean }) {
  return (
    <Button
      type="submit"
      variant="primary"
      className="ml-auto"
      disabledReason={right ? undefined : 'Enter a value first'}
    >
      Apply
    </Button>
  );
}
