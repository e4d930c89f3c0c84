import type { AwsCall } from '../aws-call.ts';
import { iamRegionOf } from '../global-regions.ts';
import type { Simulated } from '../permissions/known.ts';

/**
 * The calls in which IAM was asked what a user or role may do: one for each region and set of resources.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function simulationCalls(source: string, simulated: readonly Simulated[]): AwsCall[] {
  const calls = [...Map.groupBy(simulated, ({ region }) => region)].flatMap(([region, some]) => {
    const actions = Map.groupBy(some, ({ action }) => action);
    const alike = Map.groupBy(actions, ([, answers]) =>
      [...new Set(answers.map(({ resource }) => resource))].sort().join('\n'),
    );
    return [...alike].map(([resources, ones]) => ({
      service: 'iam' as const,
      operation: 'SimulatePrincipalPolicy',
      region: iamRegionOf(region),
      input: {
        PolicySourceArn: source,
        ActionNames: ones.map(([action]) => action),
        ResourceArns: resources.split('\n'),
        ContextEntries: [
          entry('aws:RequestedRegion', region),
          entry(
            'kms:ViaService',
            `secretsmanager.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
          ),
        ],
      },
      pages: { size: 1_000 },
    }));
  });
  const role = /:role\/(?:.*\/)?([^/]+)$/.exec(source)?.[1];
  const [first] = calls;
  if (role === undefined || !first) return calls;
  return [
    { service: 'iam', operation: 'GetRole', region: first.region, input: { RoleName: role } },
    ...calls,
  ];
}

const entry = (ContextKeyName: string, value: string) => ({
  ContextKeyName,
  ContextKeyValues: [value],
  ContextKeyType: 'string',
});
