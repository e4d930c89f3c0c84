import { CircleHelp, KeyRound } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { ToneIcon } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { problemIn } from '@/lib/client/request';
import { noteOutline } from '@/lib/client/seen-keys';
import { useReveal } from '@/lib/client/values';
import type { SecretReading } from '@/lib/contract/answers';
import type { PreflightItem } from '@/lib/domain/rotation/function-preflight';
import { holderOf } from '@/lib/domain/version';

interface PreflightListProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly items: readonly PreflightItem[];
}

const tones = { ok: 'ok', problem: 'warn', unknown: 'idle' } as const;
const spoken = { ok: 'Holds', problem: 'Problem', unknown: 'Not known' } as const;

/** What was looked at before a rotation: each thing holds, is a problem, or is not known, with the reason. */
export function PreflightList({ scope, reading, items }: PreflightListProps) {
  const outline = useReveal(scope);
  const current = holderOf(reading.versions, 'AWSCURRENT');
  const readKeys = () => {
    if (!current) return;
    const { arn } = reading;
    outline.mutate(
      { arn, versionId: current.id, part: { kind: 'outline' } },
      { onSuccess: (answer) => noteOutline(arn, answer.outline) },
    );
  };
  const unread = items.some(({ about, state }) => about === 'keys' && state === 'unknown');
  return (
    <section aria-label="Pre-flight">
      <SectionHead title="Pre-flight" note="before AWS is asked" className="mt-1" />
      {outline.error && <ProblemNotice problem={problemIn(outline.error)} form="strip" role="alert" />}
      <ul className="border-t">
        {items.map(({ about, state, title, why }) => (
          <li key={about} className="flex gap-2.5 border-b px-4 py-2.5 md:px-5">
            <span className="pt-px">
              <ToneIcon tone={tones[state]} icon={state === 'unknown' ? CircleHelp : undefined} />
            </span>
            <div className="min-w-0">
              <p className={state === 'problem' ? 'font-medium text-warn' : 'font-medium'}>
                <span className="sr-only">{spoken[state]}: </span>
                {title}
              </p>
              <p className="wrap-anywhere text-fg-2">{why}</p>
              {about === 'keys' && unread && current && (
                <Button
                  size="sm"
                  icon={KeyRound}
                  busy={outline.isPending}
                  onClick={readKeys}
                  className="mt-1.5"
                >
                  Read the names of its keys
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
