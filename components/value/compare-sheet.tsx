'use client';

import { ArrowLeftRight, GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { SecretName } from '@/components/secret/secret-name';
import { Button } from '@/components/ui/button';
import { Sheet } from '@/components/ui/sheet';
import { CompareSide, counterpartOf, sideOf } from '@/components/value/compare-side';
import { CompareTable } from '@/components/value/compare-table';
import { refusedWords } from '@/components/version/refusals';
import { useReadRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { useCompare } from '@/lib/client/values';
import type { SecretReading } from '@/lib/contract/answers';

interface CompareSheetProps {
  readonly open: boolean;
  readonly scope: string;
  readonly reading: SecretReading;
  /** The version it begins with. */
  readonly version: string;
  readonly onClose: () => void;
}

/** Two versions side by side: which keys differ is found out on the server, the values stay there. */
export function CompareSheet({ open, scope, reading, version, onClose }: CompareSheetProps) {
  const [left, setLeft] = useState(() => sideOf(reading, counterpartOf(reading, version)));
  const [right, setRight] = useState(() => sideOf(reading, version));
  // A new key makes the pickers anew: they show what they were swapped to.
  const [swaps, setSwaps] = useState(0);
  const compare = useCompare(scope);
  const refusal = useReadRefusal(
    scope,
    [left, right].flatMap((side) => (side ? [refOf(side)] : [])),
  );
  const { variables } = compare;
  const fresh = variables && same(variables.left, left) && same(variables.right, right);
  const missing =
    !left || !right
      ? 'Choose two versions'
      : same(left, right)
        ? 'These are one and the same version'
        : refusal && refusedWords(refusal);
  const swappable = left?.arn === reading.arn && right?.arn === reading.arn;
  return (
    <Sheet open={open} onClose={onClose} title="Compare" subject={<SecretName name={reading.name} />}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4 border-b px-4 py-4 md:px-5">
        <CompareSide
          key={`left ${swaps}`}
          {...{ scope, reading }}
          legend="Left"
          side={left}
          onSide={setLeft}
        />
        <CompareSide
          key={`right ${swaps}`}
          {...{ scope, reading }}
          legend="Right"
          side={right}
          onSide={setRight}
        />
        <div className="flex w-full flex-wrap items-center gap-2">
          <Button
            variant="primary"
            icon={GitCompareArrows}
            busy={compare.isPending}
            disabledReason={missing}
            onClick={() => left && right && compare.mutate({ left: refOf(left), right: refOf(right) })}
          >
            Compare
          </Button>
          {swappable && (
            <Button
              icon={ArrowLeftRight}
              onClick={() => {
                setLeft(right);
                setRight(left);
                setSwaps(swaps + 1);
              }}
            >
              Swap sides
            </Button>
          )}
          <p className="text-fg-3">
            Both are read as you: two GetSecretValue events in CloudTrail. Only key names leave the server.
          </p>
        </div>
      </div>
      {compare.error && fresh && <ProblemNotice problem={problemIn(compare.error)} form="strip" />}
      {compare.data && fresh && left && right && (
        <CompareTable {...{ scope, left, right }} comparison={compare.data.comparison} />
      )}
    </Sheet>
  );
}

interface Ref {
  readonly arn: string;
  readonly versionId: string;
}

const refOf = ({ arn, versionId }: Ref): Ref => ({ arn, versionId });
const same = (a: Ref, b: Ref | undefined) => a.arn === b?.arn && a.versionId === b.versionId;
