import { Eye } from 'lucide-react';
import { shortWord } from '@/components/problem/short-word';
import { ToneIcon } from '@/components/ui/badge';
import { TimeText } from '@/components/ui/time-text';
import { ReaderLines } from '@/components/version/reader-lines';
import { useReaders } from '@/lib/client/readers';
import { problemIn } from '@/lib/client/request';
import type { ReadersReading } from '@/lib/contract/answers';

/** Who reads the secret and would be given the other version: among the reads that were looked at, no more. */
export function ReadersCheck({ scope, arn, now }: { scope: string; arn: string; now: number }) {
  const { data, error } = useReaders(scope, arn);
  const problem = error ? problemIn(error) : undefined;
  return (
    <div className="flex gap-2.5 border-b px-4 py-2.5 md:px-5" aria-busy={!data && !problem}>
      <span className="pt-px">
        <ToneIcon tone="idle" icon={Eye} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium">{titleOf(data, problem !== undefined)}</p>
        {problem && (
          <p className="text-fg-2">
            CloudTrail could not be asked: {shortWord(problem)}{' '}
            {problem.action && <span className="font-mono">{problem.action}</span>}. It is not known who reads
            it.
          </p>
        )}
        {data && <Span reading={data} now={now} />}
        {data && <ReaderLines readers={data.readers} now={now} />}
      </div>
    </div>
  );
}

function titleOf(reading: ReadersReading | undefined, failed: boolean): string {
  if (failed) return 'Who reads it is not known';
  if (!reading) return 'Looking for who reads it';
  const count = reading.readers.length;
  if (count === 0) return 'No read by others was found';
  return count === 1 ? '1 principal read it' : `${count} principals read it`;
}

function Span({ reading: { lookedAt, from, complete }, now }: { reading: ReadersReading; now: number }) {
  return (
    <p className="text-fg-2">
      Beside you, of the last {lookedAt.toLocaleString('en')} reads in this region
      {from && (
        <>
          , back to <TimeText at={from} now={now} />
        </>
      )}
      {complete ? ', all CloudTrail keeps' : ''}. Each keeps the value it has until it reads again.
    </p>
  );
}
