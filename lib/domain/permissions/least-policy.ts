import type { Need, Right } from './need.ts';
import { type Place, resourcesOf } from './resources.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: { readonly StringEquals: { readonly [key: string]: readonly string[] } };
}

/** An identity-based policy, as IAM takes it. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** What belongs into one statement: the same resources under the same condition. */
const GROUPS: readonly {
  readonly sid: string;
  readonly holds: (need: Need) => boolean;
  readonly condition?: (place: Place) => Statement['Condition'];
}[] = [
  { sid: 'Account', holds: ({ on }) => on === 'account' },
  { sid: 'Secrets', holds: ({ on }) => on === 'secret' },
  {
    sid: 'Everywhere',
    holds: ({ on, action }) => on === 'any' && !action.startsWith('cloudtrail:'),
    condition: ({ regions }) => ({ StringEquals: { 'aws:RequestedRegion': regions } }),
  },
  // What changes roles and policies is told in one region of a partition, so no region is named here.
  { sid: 'History', holds: ({ action }) => action.startsWith('cloudtrail:') },
  { sid: 'Keys', holds: ({ action }) => action === 'kms:DescribeKey' },
  {
    sid: 'KeysThroughSecretsManager',
    holds: ({ on, action }) => on === 'key' && action !== 'kms:DescribeKey',
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
    condition: ({ regions, partition }) => ({
      StringEquals: {
        'kms:ViaService': regions.map(
          (region) => `secretsmanager.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`,
        ),
      },
    }),
  },
  { sid: 'Functions', holds: ({ on }) => on === 'function' },
  { sid: 'Logs', holds: ({ on }) => on === 'log-group' },
  { sid: 'FindLogs', holds: ({ on }) => on === 'log-groups' },
  { sid: 'OwnPolicies', holds: ({ on }) => on === 'principal' },
];

/** The least policy that allows some rights at a place; `*` only where AWS takes no resource. */
export function leastPolicy(some: readonly Right[], place: Place): Policy {
  const needs = new Map(some.flatMap((right) => right.needs).map((need) => [need.action, need]));
  const statements = GROUPS.flatMap(({ sid, holds, condition }): Statement[] => {
    const own = [...needs.values()].filter(holds);
    const [first] = own;
    if (!first) return [];
    const resources = resourcesOf(first.on, place);
    return [
      {
        Sid: sid,
        Effect: 'Allow',
        Action: own.map(({ action }) => action).sort(),
        Resource: resources.length === 1 ? (resources[0] ?? '*') : resources,
        ...(condition ? { Condition: condition(place) } : {}),
      } as Statement,
    ];
  });
  return { Version: '2012-10-17', Statement: statements };
}
