import { shortWord } from '@/components/problem/short-word';
import { StatusText } from '@/components/ui/badge';
import { CopyIcon } from '@/components/ui/copy-button';
import { Skeleton } from '@/components/ui/skeleton';
import { TimeText } from '@/components/ui/time-text';
import { useKmsKey } from '@/lib/client/kms-key';
import { problemIn } from '@/lib/client/request';
import { isKeyDown, kmsName, shortKey } from '@/lib/domain/kms-key';

interface KeyFactProps {
  readonly scope: string;
  readonly region: string;
  readonly named: string | undefined;
  readonly now: number;
}

/** A KMS key and whether it works: under a key that is not enabled no value can be read. */
export function KeyFact({ scope, region, named, now }: KeyFactProps) {
  const { data, error, isPending } = useKmsKey(scope, region, named);
  const key = kmsName(named);
  const problem = error ? problemIn(error) : undefined;
  return (
    <>
      <span className="wrap-anywhere font-mono" data-tip={key} data-tip-mono="">
        {shortKey(key)}
      </span>
      <CopyIcon text={data?.key.arn ?? key} label="Copy the key" />
      {isPending && <Skeleton className="w-16" />}
      {data && (
        <StatusText tone={isKeyDown(data.key) ? 'fail' : 'ok'}>
          {isKeyDown(data.key) ? `${data.key.state}: no value under it can be read` : data.key.state}
          {data.key.deletion && (
            <>
              , deleted <TimeText at={data.key.deletion} now={now} />
            </>
          )}
        </StatusText>
      )}
      {data?.key.manager === 'AWS' && <span className="text-fg-3">managed by AWS</span>}
      {problem?.code === 'key-not-found' && (
        <StatusText tone="fail" className="whitespace-normal!">
          KMS knows no such key in {region}
        </StatusText>
      )}
      {problem && problem.code !== 'key-not-found' && (
        <span className="text-warn" data-tip={problem.detail}>
          state not read, {shortWord(problem)}
          {problem.action && <span className="ml-1 font-mono text-2xs">{problem.action}</span>}
        </span>
      )}
    </>
  );
}
