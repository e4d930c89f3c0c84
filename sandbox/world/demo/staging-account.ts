import { sessionOf } from '../../services/iam/entities.ts';
import { placeOf } from '../../services/iam/state.ts';
import type { Build } from '../build.ts';
import type { Stage } from './history.ts';
import type { Actor } from './people.ts';
import { DAY, HOUR } from './script.ts';
import { writeStagingRotation } from './staging-rotation.ts';
import { descriptionFor, valueFor } from './values.ts';

/** The account where releases are rehearsed. */
export const STAGING = '917350284466';

const HERE = 'us-east-1';
const EUROPE = 'eu-west-1';

/** Its secrets: name, region, and days since it was made. */
const SECRETS: readonly (readonly [name: string, region: string, days: number])[] = [
  ['staging/payments/db-writer', HERE, 300],
  ['staging/payments/stripe-connect', HERE, 290],
  ['staging/orders/aurora-app', HERE, 220],
  ['staging/orders/webhook-hmac', HERE, 215],
  ['staging/identity/oidc-signing', HERE, 180],
  ['staging/checkout/paypal-oauth', HERE, 120],
  ['staging/billing/postgres-app', EUROPE, 260],
  ['staging/billing/sap-odata', EUROPE, 255],
  ['staging/ledger/postgres-app', EUROPE, 140],
  ['staging/edge/tls-origin', EUROPE, 75],
];

/** An account of a few secrets in two regions, looked after by one person. */
export function writeStagingAccount({ script, random, people }: Stage, { state }: Build): void {
  const role = state.iam.roles.get(placeOf(STAGING, 'OrganizationAccountAccessRole'));
  if (!role) throw new Error(`Account ${STAGING} has no way in.`);
  const by: Actor = {
    principal: sessionOf(role, { sessionName: 'riley' }),
    caller: { ...people.sharedAdmin.caller, accessKeyId: 'ASIASANDBOXSTAGING01' },
  };
  for (const days of [60, 12]) {
    const input = { RoleArn: role.arn, RoleSessionName: 'riley' };
    script.add(days * DAY, people.riley, HERE, 'AssumeRole', input, { service: 'sts' });
  }
  const put = (days: number, region: string, name: string, more: object = {}) =>
    script.add(days * DAY, by, region, 'PutSecretValue', {
      ...{ SecretId: name, ClientRequestToken: random.uuid(), ...valueFor(random, name), ...more },
    });
  for (const [name, region, days] of SECRETS) {
    const team = name.split('/')[1]!;
    script.add(days * DAY, by, region, 'CreateSecret', {
      ...{ Name: name, ClientRequestToken: random.uuid(), ...valueFor(random, name) },
      Description: descriptionFor(name, team),
      Tags: Object.entries({ owner: team, env: 'staging' }).map(([Key, Value]) => ({ Key, Value })),
      ...(name.endsWith('oidc-signing') && { AddReplicaRegions: [{ Region: EUROPE }] }),
    });
    put(days / 2 + random.next(), region, name);
  }
  writeStagingRotation({ script, random, people }, { account: STAGING, region: EUROPE, by });
  // A value that somebody staged and nobody has made current, and one secret on its way out.
  put(2, HERE, 'staging/orders/aurora-app', { VersionStages: ['AWSPENDING'] });
  script.add(6 * HOUR, by, EUROPE, 'DeleteSecret', {
    ...{ SecretId: 'staging/billing/sap-odata', RecoveryWindowInDays: 30 },
  });
}
