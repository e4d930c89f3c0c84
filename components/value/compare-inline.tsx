import { GitCompareArrows } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { sideOf } from '@/components/value/compare-side';
import { CompareTable } from '@/components/value/compare-table';
import { refusedWords } from '@/components/version/refusals';
import { useReadRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { noteCompared } from '@/lib/client/seen-keys';
import { useCompare } from '@/lib/client/values';
import type { SecretReading } from '@/lib/contract/answers';

interface CompareInlineProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly from: string;
  readonly to: string;
}

/** What would change for those who read the secret: found out on request, key by key, without showing a value. */
export function CompareInline({ scope, reading, from, to }: CompareInlineProps) {
  const compare = useCompare(scope);
  const refusal = useReadRefusal(
    scope,
    [from, to].map((versionId) => ({ arn: reading.arn, versionId })),
  );
  const [left, right] = [sideOf(reading, from), sideOf(reading, to)];
  if (!left || !right) return null;
  const { arn } = reading;
  return (
    <div className="border-t">
      <SectionHead
        title="Compare"
        note={
          compare.data ? 'both were read as you' : 'reads both versions as you: two GetSecretValue events'
        }
        className="mt-1"
        actions={
          <Button
            size="sm"
            icon={GitCompareArrows}
            busy={compare.isPending}
            disabledReason={refusal && refusedWords(refusal)}
            onClick={() =>
              compare.mutate(
                { left: { arn, versionId: from }, right: { arn, versionId: to } },
                { onSuccess: ({ comparison }) => noteCompared(arn, from, to, comparison) },
              )
            }
          >
            {compare.data ? 'Compare again' : 'Compare values'}
          </Button>
        }
      />
      {compare.error && <ProblemNotice problem={problemIn(compare.error)} form="strip" />}
      {compare.data && <CompareTable {...{ scope, left, right }} comparison={compare.data.comparison} />}
    </div>
  );
}
