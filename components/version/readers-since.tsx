import { shortWord } from '@/components/problem/short-word';
import { Button } from '@/components/ui/button';
import { zonedStamp } from '@/components/ui/time-format';
import { ReaderLines } from '@/components/version/reader-lines';
import { useReaders } from '@/lib/client/readers';
import { problemIn } from '@/lib/client/request';

interface ReadersSinceProps {
  readonly scope: string;
  readonly arn: string;
  /** When the label moved, ISO. */
  readonly since: string;
  readonly now: number;
}

/** Who has read the secret since a move, and so has the new value, and who may still hold the old one. */
export function ReadersSince({ scope, arn, since, now }: ReadersSinceProps) {
  const { data, error, isFetching, refetch } = useReaders(scope, arn);
  const problem = error ? problemIn(error) : undefined;
  const after = data?.readers.filter(({ last }) => last >= since) ?? [];
  const before = data?.readers.filter(({ last }) => last < since) ?? [];
  return (
    <section aria-label="Readers since the move" className="border-b px-4 py-2.5" aria-busy={isFetching}>
      <p className="flex items-center gap-2">
        <span className="font-semibold">Readers since the move</span>
        <Button
          size="sm"
          variant="quiet"
          busy={isFetching}
          onClick={() => void refetch()}
          className="-mr-2 ml-auto"
        >
          Look again
        </Button>
      </p>
      {problem && (
        <p className="text-fg-2">
          CloudTrail could not be asked: {shortWord(problem)}{' '}
          {problem.action && <span className="font-mono">{problem.action}</span>}.
        </p>
      )}
      {data && (
        <>
          <p className="text-fg-3">
            Of the last {data.lookedAt.toLocaleString('en')} reads in this region, as far as CloudTrail has
            delivered them{data.to && `, to ${zonedStamp(new Date(data.to), new Date(now))}`}: it is some
            minutes late.
          </p>
          <p className="mt-1 text-fg-2">
            {after.length === 0
              ? 'Nobody but you has read it since, as far as is told.'
              : 'Have read it since:'}
          </p>
          <ReaderLines readers={after} now={now} />
          {before.length > 0 && (
            <p className="mt-1 text-fg-2">Read it before, and may still hold the old value:</p>
          )}
          <ReaderLines readers={before} now={now} />
        </>
      )}
    </section>
  );
}
