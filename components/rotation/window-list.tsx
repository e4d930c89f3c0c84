import { windowWords } from '@/components/rotation/window-words';
import { otherZone, useFirstZone } from '@/components/ui/first-zone';
import { zoneName } from '@/components/ui/time-format';
import type { RotationWindow } from '@/lib/domain/rotation/schedule/schedule';

/** The next windows of a schedule, in both zones: AWS rotates at any time in one. */
export function WindowList({ windows, now }: { windows: readonly RotationWindow[]; now: number }) {
  const first = zoneName(new Date(now), useFirstZone());
  const other = zoneName(new Date(now), otherZone());
  if (windows.length === 0) return null;
  return (
    <div className="mt-3 px-4 text-xs md:px-5">
      <table className="w-full">
        <caption className="pb-1 text-left text-2xs text-fg-3">
          Next windows; AWS rotates at any time in one
        </caption>
        <thead className="text-left text-2xs text-fg-3">
          <tr className="border-b">
            <th scope="col" className="py-1 font-normal">
              {first}
            </th>
            {other !== first && (
              <th scope="col" className="py-1 font-normal">
                {other}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => (
            <tr key={window.opens} className="border-b last:border-b-0">
              <td className="py-1 pr-3 tabular-nums">
                {windowWords(window, now)}
                {window.opens <= now && <span className="block text-accent">open now</span>}
              </td>
              {other !== first && (
                <td className="py-1 text-fg-2 tabular-nums">{windowWords(window, now, otherZone())}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
