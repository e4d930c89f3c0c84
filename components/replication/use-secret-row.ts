import { useEffect, useMemo } from 'react';
import { useFolded, useInventory } from '@/lib/client/inventory';
import { twinRows } from '@/lib/client/replication/build-rows';
import { toCopyReading } from '@/lib/client/replication/reader';
import { useReader } from '@/lib/client/replication/readers';
import type { SecretReading } from '@/lib/contract/answers';
import { arnInRegion } from '@/lib/domain/arn';
import { foldKey, foldSecrets } from '@/lib/domain/fold';
import type { CopyReading, MatrixRow, Seen } from '@/lib/domain/replication/cell';
import { judgeRow } from '@/lib/domain/replication/judge-row';
import { isReplica } from '@/lib/domain/secret';

/** One secret judged over its regions, each read by DescribeSecret; nothing of it rests on the listing. */
export function useSecretRow(scope: string, reading: SecretReading) {
  const [reader, version] = useReader(scope);
  const { state } = useInventory(scope);
  const { secret } = reading;
  const key = secret ? foldKey(secret) : reading.arn;
  const primaryRegion = secret?.primaryRegion ?? reading.region;
  const primary = toCopyReading(reader.readings.get(key));
  const reports = typeof primary === 'object' ? primary.replicas : (secret?.replicas ?? []);
  const others = [
    ...new Set([
      ...reports.map(({ region }) => region),
      ...(secret && isReplica(secret) ? [reading.region] : []),
    ]),
  ];
  const arns = [key, ...others.map((region) => arnInRegion(key, region))].join(' ');
  useEffect(() => {
    if (!reading.at) return;
    // Read anew whenever the page's own reading is, each by itself: one region that hangs holds up none of the others.
    for (const arn of arns.split(' ')) void reader.readNow([arn]).catch(() => undefined);
    for (const call of reader.refused.keys()) if (call.endsWith(key)) reader.refused.delete(call);
  }, [reader, arns, key, reading.at]);
  const all = useFolded(state);
  const twins = useMemo(
    () =>
      twinRows(
        { key },
        all.filter(({ name }) => name === reading.name),
      ),
    [all, key, reading.name],
  );
  const listedRegions = state.regions.map(({ region }) => region).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the reader has read more
  return useMemo(() => {
    const regions = [...new Set([primaryRegion, ...arns.split(' ').map((arn) => arn.split(':')[3] ?? '')])];
    const copies = new Map<string, CopyReading>();
    for (const region of regions) {
      const copy = toCopyReading(reader.readings.get(arnInRegion(key, region)));
      if (copy && region !== primaryRegion) copies.set(region, copy);
    }
    const [folded] = secret ? foldSecrets([secret]) : [];
    const closed = new Set(reader.closed.keys());
    const row: MatrixRow | undefined =
      folded &&
      judgeRow({ secret: folded, primary, copies, twins, listing: new Set(), closed, wanted: [] }, regions);
    const seen = new Map(
      [...copies].filter((entry): entry is [string, Seen] => typeof entry[1] === 'object'),
    );
    return {
      row,
      copies: seen,
      regions: [...new Set([...listedRegions.split(' ').filter(Boolean), ...regions])],
    };
  }, [reader, version, secret, key, primaryRegion, arns, primary, twins, listedRegions]);
}
