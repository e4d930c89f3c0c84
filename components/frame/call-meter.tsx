import { ProblemNotice } from '@/components/problem/problem-notice';
import { StatusText } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import { problemIn } from '@/lib/client/request';
import { useSpent } from '@/lib/client/spent';
import type { SpentOn } from '@/lib/contract/spent';

/** What this sign-in has asked of AWS, by API and region: what was spent of allowances that others share. */
export function CallMeter({ scope }: { scope: string }) {
  const { data, error } = useSpent(scope);
  if (error) return <ProblemNotice problem={problemIn(error)} />;
  if (!data) {
    return (
      <p role="status" className="flex items-center gap-2 text-fg-2">
        <Spinner /> Counting
      </p>
    );
  }
  const { spent } = data;
  return (
    <div className="space-y-2">
      <p className="font-medium">{minuteWords(spent)}</p>
      {spent.length > 0 && <Calls spent={spent} />}
      <p className="text-2xs text-fg-3">
        Since you signed in, as this process of the console counts: repeats are counted as AWS counts them.
        CloudTrail gives two look-ups a second to everybody of the account in a region.
      </p>
    </div>
  );
}

/** The last minute in words: `31 AWS calls in the last minute, 2 of all were throttled`. */
export function minuteWords(spent: readonly SpentOn[]): string {
  const total = (of: (one: SpentOn) => number) => spent.reduce((sum, one) => sum + of(one), 0);
  const recent = total(({ lastMinute }) => lastMinute);
  const throttled = total((one) => one.throttled);
  const words = `${recent.toLocaleString('en')} AWS ${recent === 1 ? 'call' : 'calls'} in the last minute`;
  return throttled === 0
    ? words
    : `${words}, ${throttled.toLocaleString('en')} throttled since you signed in`;
}

function Calls({ spent }: { spent: readonly SpentOn[] }) {
  return (
    <table className="w-full">
      <caption className="sr-only">AWS calls by API and region</caption>
      <thead className="text-left text-2xs text-fg-3">
        <tr className="border-b">
          <Head>API</Head>
          <Head className="max-md:hidden">Region</Head>
          <Head figure>Last minute</Head>
          <Head figure>All</Head>
          <Head figure>Throttled</Head>
        </tr>
      </thead>
      <tbody>
        {spent.map(({ region, service, operation, calls, throttled, lastMinute }) => (
          <tr key={`${region} ${service} ${operation}`} className="border-b last:border-b-0">
            <th scope="row" className="py-1 pr-4 text-left font-mono font-normal text-2xs">
              {service}:{operation}
              <span className="block text-fg-2 md:hidden">{region}</span>
            </th>
            <td className="whitespace-nowrap py-1 pr-4 font-mono text-2xs max-md:hidden">{region}</td>
            <Figure value={lastMinute} />
            <Figure value={calls} />
            <td className="py-1 text-right tabular-nums">
              {throttled > 0 ? <StatusText tone="warn">{throttled.toLocaleString('en')}</StatusText> : '0'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps {
  readonly figure?: boolean;
  readonly className?: string;
  readonly children: string;
}

function Head({ figure = false, className, children }: HeadProps) {
  const place = figure ? 'py-1 pl-2 text-right md:whitespace-nowrap md:pl-4' : 'py-1 pr-4';
  return (
    <th scope="col" className={cx('font-normal', place, className)}>
      {children}
    </th>
  );
}

const Figure = ({ value }: { value: number }) => (
  <td className="py-1 pl-2 text-right tabular-nums md:pl-4">{value.toLocaleString('en')}</td>
);
