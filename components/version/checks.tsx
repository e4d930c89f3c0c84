import { CircleHelp } from 'lucide-react';
import { ToneIcon } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { wordsFor } from '@/components/version/check-words';
import type { Check } from '@/lib/domain/rollback-checks';

interface ChecksProps {
  readonly checks: readonly Check[];
  readonly ids: readonly string[];
  readonly ticked: ReadonlySet<Check['code']>;
  readonly onTick: (code: Check['code'], on: boolean) => void;
  /** AWS's refusal of this change, once it has refused. */
  readonly refused: boolean;
}

/** What metadata proves for and against the move; each warning asks for a tick. */
export function Checks({ checks, ids, ticked, onTick, refused }: ChecksProps) {
  return (
    <ul className="border-t">
      {checks.map((check) => {
        const { title, body, tick } = wordsFor(check, ids);
        return (
          <li key={check.code} className="flex gap-2.5 border-b px-4 py-2.5 md:px-5">
            <span className="pt-px">
              <ToneIcon tone={check.tone} />
            </span>
            <div className="min-w-0">
              <p className={check.tone === 'warn' ? 'font-medium text-warn' : 'font-medium'}>
                <span className="sr-only">{spoken[check.tone]}: </span>
                {title}
              </p>
              <div className="text-fg-2">{body}</div>
              {tick && (
                <Checkbox
                  label={tick}
                  checked={ticked.has(check.code)}
                  onChange={(event) => onTick(check.code, event.target.checked)}
                />
              )}
            </div>
          </li>
        );
      })}
      {!refused && (
        <li className="flex gap-2.5 border-b px-4 py-2.5 md:px-5">
          <span className="pt-px">
            <ToneIcon tone="idle" icon={CircleHelp} />
          </span>
          <div>
            <p className="font-medium">Your permission is not known before you try</p>
            <p className="text-fg-2">
              It takes <span className="font-mono">secretsmanager:UpdateSecretVersionStage</span>. If AWS
              refuses, nothing has moved.
            </p>
          </div>
        </li>
      )}
    </ul>
  );
}

const spoken = { ok: 'Holds', warn: 'Warning' } as const;
