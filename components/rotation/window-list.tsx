import { windowWords } from '@/components/rotation/window-words';
import { zoneName } from '@/components/ui/time-format';
import type { RotationWindow } from '@/lib/domain/rotation/schedule/schedule';

/** The next windows of a schedule, in UTC and by the clock of this computer: AWS rotates at any time in one. */
export function WindowList({ windows, now }: { windows: readonly RotationWindow[]; now: number }) {
  if (windows.length === 0) return null;
  const zone = zoneName(new Date(now));
  return (
    <div className="mt-3 px-4 text-xs md:px-5">
      <table className="w-full">
        <caption className="pb-1 text-left text-2xs text-fg-3">
          Next windows; AWS rotates at any time in one
        </caption>
        <thead className="text-left text-2xs text-fg-3">
          <tr className="border-b">
            <th scope="col" className="py-1 font-normal">
              UTC
            </th>
            {zone !== 'UTC' && (
              <th scope="col" className="py-1 font-normal">
                {zone}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => (
            <tr key={window.opens} className="border-b last:border-b-0">
              <td className="py-1 pr-3 tabular-nums">
                {windowWords(window, now, 'UTC')}
                {window.opens <= now && <span className="block text-accent">open now</span>}
              </td>
              {zone !== 'UTC' && <td className="py-1 text-fg-2 tabular-nums">{windowWords(window, now)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
