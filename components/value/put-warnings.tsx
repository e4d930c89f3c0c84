import { ToneIcon } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { putWords } from '@/components/value/put-words';
import type { PutWarning } from '@/lib/domain/put-plan';

interface PutWarningsProps {
  readonly warnings: readonly PutWarning[];
  readonly ticked: ReadonlySet<PutWarning>;
  readonly onTick: (code: PutWarning, on: boolean) => void;
}

/** What has to be known before a value is put; each asks for a tick. */
export function PutWarnings({ warnings, ticked, onTick }: PutWarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <ul aria-label="Warnings" className="border-t">
      {warnings.map((code) => {
        const { title, body, tick } = putWords(code);
        return (
          <li key={code} className="flex gap-2.5 border-b px-4 py-2.5 md:px-5">
            <span className="pt-px">
              <ToneIcon tone="warn" />
            </span>
            <div className="min-w-0">
              <p className="font-medium text-warn">{title}</p>
              <p className="text-fg-2">{body}</p>
              <Checkbox
                label={tick}
                checked={ticked.has(code)}
                onChange={(event) => onTick(code, event.target.checked)}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
