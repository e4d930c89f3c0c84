import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { hasOlder, streamOf, type TrailStream, trailOf } from '@/lib/aws/trail';
import type { RotationLine } from '@/lib/contract/rotation';
import { toRotationEvent } from '@/lib/domain/rotation/to-rotation-event';
import { merge } from './merge';
import { furtherBack, isFresh, newestOf, readStreams } from './read-streams';

// The four pages a region gives before anything is shown: failures first, then what tells which of them are over.
const NAMES = ['RotationFailed', 'RotationSucceeded', 'RotationStarted', 'RotationAbandoned'];

/**
 * What CloudTrail tells of the rotations of several regions: at once what this sign-in has read before, then what is
 * newer, one page of each name; of the region `further` what lies further back instead. A region that fails holds up none
 * of the others. Ends with `end`.
 */
export async function* readRotation(
  operator: AwsOperator,
  regions: readonly string[],
  further: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<RotationLine> {
  const asked = further === undefined ? [...new Set(regions)] : [further];
  yield* merge(asked.map((region) => readRegion(operator, region, further !== undefined, signal)));
  yield { kind: 'end' };
}

async function* readRegion(
  operator: AwsOperator,
  region: string,
  further: boolean,
  signal: AbortSignal,
): AsyncGenerator<RotationLine> {
  const trail = trailOf(operator, region);
  const streams = NAMES.map((name) => streamOf(trail, name, { key: 'EventName', value: name }));
  for (const stream of streams) if (stream.read) yield found(region, stream);
  const next = further ? furtherBack(streams) : newestOf(streams.filter((stream) => !isFresh(stream)));
  for await (const one of readStreams(operator, region, next, signal)) {
    if ('problem' in one) {
      yield { kind: 'region-failed', region, problem: one.problem };
      return;
    }
    yield found(region, one.stream);
  }
  yield { kind: 'region-done', region, more: streams.some(hasOlder) };
}

function found(region: string, { name, read, records }: TrailStream): RotationLine {
  const { from = '', to = '', complete = false, pages = 0 } = read ?? {};
  return {
    kind: 'found',
    region,
    stream: { name, from, to, complete, pages },
    events: records.flatMap((record) => toRotationEvent(record) ?? []),
  };
}
