import type { QueryClient } from '@tanstack/react-query';
import type { FunctionReading, KeyReading, ReadersReading } from '@/lib/contract/answers';
import { arnInRegion } from '@/lib/domain/arn';
import type { CliCommand, Past, SecretView } from '@/lib/domain/cli-view/cli-view';
import { logCalls } from '@/lib/domain/cli-view/log-calls';
import { functionCalls, keyCall, lookups, made, policyCall } from '@/lib/domain/cli-view/read-calls';
import { kmsName } from '@/lib/domain/kms-key';
import { describeCall } from '@/lib/domain/secret-calls';
import type { RunLog } from '../look-at-run';
import { readerOf } from '../replication/readers';
import type { TimelineState } from '../timeline-state';
import { answeredAt } from './answered-at';

/** What was asked for a secret's page besides its metadata, versions and timeline. */
export function secretPast(
  client: QueryClient,
  scope: string,
  view: SecretView,
): Pick<Past, 'reads' | 'lookups' | 'logs'> {
  const { arn, region, secret, versions } = view;
  const policyAt = answeredAt(client, ['policy', scope, arn]);
  const names = [secret?.kmsKeyId, ...versions.flatMap(({ kmsKeyIds }) => kmsKeyIds ?? [])].map(kmsName);
  const keys = [...new Set(names)].flatMap((name) => {
    const reading = client.getQueryData<KeyReading>(['key', scope, region, name]);
    return reading ? [made(keyCall(region, name), reading.at)] : [];
  });
  const functionArn = secret?.rotation.functionArn;
  const asked = client.getQueryData<FunctionReading>(['function', scope, functionArn]);
  const functions =
    functionArn && asked ? functionCalls(functionArn).map((call) => made(call, asked.at)) : [];
  const copies = (secret?.replicas ?? []).flatMap((replica) => {
    const copy = arnInRegion(arn, replica.region);
    const seen = readerOf(scope).readings.get(copy)?.seen;
    return seen ? [made(describeCall(replica.region, copy), seen.at)] : [];
  });
  return {
    reads: [...(policyAt ? [made(policyCall(region, arn), policyAt)] : []), ...keys, ...functions, ...copies],
    lookups: [...replicationLookups(client, scope, arn, secret?.primaryRegion ?? region), ...readersLookup()],
    logs: functionArn ? runLogs(client, scope, arn, functionArn) : [],
  };

  function readersLookup(): readonly CliCommand[] {
    const read = client.getQueryData<ReadersReading>(['readers', scope, arn]);
    if (!read) return [];
    const { from, to, complete, lookedAt } = read;
    const pages = Math.ceil(lookedAt / 50);
    return lookups(region, arn, [{ name: 'GetSecretValue', from, to, complete, pages }]);
  }
}

/** What was looked up of a secret's replication, in the region of its primary. */
export function replicationLookups(
  client: QueryClient,
  scope: string,
  arn: string,
  region: string,
): readonly CliCommand[] {
  const key = arnInRegion(arn, region);
  const state = client.getQueryData<TimelineState>(['replication-events', scope, key]);
  return lookups(
    region,
    key,
    (state?.found ?? []).map(({ stream }) => stream),
  );
}

function runLogs(client: QueryClient, scope: string, arn: string, functionArn: string): CliCommand[] {
  return client.getQueriesData<RunLog>({ queryKey: ['attempt-log', scope, arn] }).flatMap(([key, log]) => {
    const because = log?.diagnosed.noLogs?.because;
    if (!log || (because !== undefined && !SEARCHED.has(because))) return [];
    const { diagnosed, timeout, scanned } = log;
    const calls = logCalls({
      ...{ functionArn, failed: [diagnosed.failed], timeout },
      queried: scanned !== undefined,
    });
    return calls.map((call) => made(call, answeredAt(client, key)));
  });
}

/** What is only known after a group was searched. */
export const SEARCHED: ReadonlySet<string> = new Set(['no-lines', 'indistinct', 'expired']);
