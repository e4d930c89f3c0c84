import type { QueryClient } from '@tanstack/react-query';
import type { SuspectsReading } from '@/lib/contract/rotation';
import type { CliCommand, OpenGroup, Past, RotationView } from '@/lib/domain/cli-view/cli-view';
import { logCalls } from '@/lib/domain/cli-view/log-calls';
import { functionCalls, lookupCall, made } from '@/lib/domain/cli-view/read-calls';
import { askedFailure } from '@/lib/domain/rotation-fleet/asked-failure';
import { type Evidence, failureKey } from '../rotation-fleet/use-evidence';
import { answeredAt } from './answered-at';
import { SEARCHED } from './secret-past';

/** What was asked about the group of rotations that is open. */
export function rotationPast(
  client: QueryClient,
  scope: string,
  { group }: RotationView,
): Pick<Past, 'reads' | 'lookups' | 'logs'> {
  if (!group) return { reads: [], lookups: [], logs: [] };
  const queryKey = ['rotation-evidence', scope];
  const evidence = client.getQueryData<Evidence>(queryKey);
  const at = answeredAt(client, queryKey);
  const failures = group.secrets.flatMap((one) => askedFailure(one) ?? []);
  const byFunction = [...Map.groupBy(failures, ({ functionArn }) => functionArn ?? '')].filter(([arn]) =>
    evidence?.functions.has(arn),
  );
  return {
    reads: byFunction.map(([arn]) => made(functionCalls(arn)[0], at)),
    lookups: suspects(client, scope, group),
    logs: byFunction.flatMap(([functionArn, own]) => {
      const failed = own.flatMap((one) => {
        const found = evidence?.found.get(failureKey(one));
        const because = found?.noLogs?.because;
        return found && (because === undefined || SEARCHED.has(because)) ? [one.failed] : [];
      });
      const timeout = evidence?.functions.get(functionArn)?.timeoutSeconds;
      return failed.length > 0
        ? logCalls({ functionArn, failed, timeout }).map((call) => made(call, at))
        : [];
    }),
  };
}

function suspects(client: QueryClient, scope: string, { id, first }: OpenGroup): CliCommand[] {
  const queryKey = ['rotation-suspects', scope, id, first];
  const reading = client.getQueryData<SuspectsReading>(queryKey);
  const at = answeredAt(client, queryKey);
  return (reading?.searched ?? []).map(({ region, name, from, to }) =>
    made(lookupCall(region, { value: name, from, to, pages: 1 }), at),
  );
}
