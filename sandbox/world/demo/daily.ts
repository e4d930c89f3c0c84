import { HOME } from '../../services/iam/state.ts';
import { putByHand, type Stage } from './history.ts';
import type { Actor } from './people.ts';
import { DAY, HOUR, MINUTE } from './script.ts';

const REGION = 'us-east-1';
const SET_BY_HAND = [
  'prod/payments/stripe-connect',
  'prod/payments/adyen-api',
  'prod/checkout/paypal-oauth',
  'prod/billing/netsuite-oauth',
  'prod/notifications/sendgrid',
  'prod/catalog/cms-token',
  'prod/fraud/maxmind',
  'prod/geo/mapbox-token',
  'prod/tax/avalara',
  'prod/edge/cdn-purge',
];

/** What people and pipelines did in the last 90 days besides making versions. */
export function writeDailyLife(stage: Stage): void {
  writeRollbacks(stage);
  writeDeployments(stage);
  writePolicies(stage);
  writeDeletions(stage);
  writeRefusals(stage);
}

/** A new value breaks something, somebody takes it back with a reason, and it is set right later. */
function writeRollbacks(stage: Stage): void {
  const { script, random, people } = stage;
  for (const [at, name] of SET_BY_HAND.entries()) {
    const [good, bad, better] = [random.uuid(), random.uuid(), random.uuid()];
    const ago = (0.9 + at * 6 + random.next() * 4) * DAY;
    // The newest stays rolled back, so that somebody has something to go on with.
    const isLast = at === 0;
    putByHand(stage, { ago: ago + 9 * HOUR, by: people.pipeline, name, region: REGION, id: good });
    putByHand(stage, { ago, by: random.pick(people.authors), name, region: REGION, id: bad });
    const by = people.withReason(at % 2 ? people.responder : people.riley, `INC-${4690 - 7 * at}`);
    script.add(ago - (8 + random.next() * 50) * MINUTE, by, REGION, 'UpdateSecretVersionStage', {
      ...{ SecretId: name, VersionStage: 'AWSCURRENT', RemoveFromVersionId: bad, MoveToVersionId: good },
    });
    if (!isLast) {
      putByHand(stage, { ago: ago - 5 * HOUR, by: people.dana, name, region: REGION, id: better });
    }
  }
}

/** The pipeline looks at what it deploys, and marks it with the release. */
function writeDeployments({ script, random, people }: Stage): void {
  const teams = ['payments', 'checkout', 'orders', 'identity', 'billing', 'search', 'catalog', 'edge'];
  for (let day = 88; day >= 1; day--) {
    const team = teams[day % teams.length]!;
    const name = `prod/${team}/api/sentry-dsn`;
    const ago = day * DAY - random.next() * 8 * HOUR;
    script.add(ago, people.pipeline, REGION, 'DescribeSecret', { SecretId: name });
    script.add(ago - 20_000, people.pipeline, REGION, 'TagResource', {
      SecretId: name,
      Tags: [{ Key: 'release', Value: `r${2400 - day}` }],
    });
    const app = people.application(team);
    for (let task = 0; task < 4; task++) {
      script.add(ago - (2 + task) * MINUTE, app, REGION, 'GetSecretValue', { SecretId: name });
    }
  }
}

/** Policies of secrets: who outside may read, who must not. */
function writePolicies({ script, people }: Stage): void {
  const put = (ago: number, name: string, ...Statement: object[]) =>
    script.add(ago, people.riley, REGION, 'PutResourcePolicy', {
      SecretId: name,
      ResourcePolicy: JSON.stringify({ Version: '2012-10-17', Statement }),
      BlockPublicPolicy: true,
    });
  const read = { Action: 'secretsmanager:GetSecretValue', Resource: '*' };
  put(70 * DAY, 'prod/payments/sepa-sftp', {
    ...{ Sid: 'StagingRehearsal', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::917350284466:root' } },
    ...read,
  });
  put(41 * DAY, 'prod/payments/adyen-api', {
    ...{ Sid: 'NotTheOldJob', Effect: 'Deny', ...read },
    Principal: { AWS: `arn:aws:iam::${HOME}:role/etl-legacy` },
  });
  put(16 * DAY, 'prod/identity/session-pepper', {
    ...{ Sid: 'OnlyIdentity', Effect: 'Deny', Principal: '*', ...read },
    Condition: { StringNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/identity-*` } },
  });
  put(9 * DAY, 'prod/tax/vies-api', {
    ...{ Sid: 'Trial', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, ...read },
  });
  script.add(8 * DAY, people.riley, REGION, 'DeleteResourcePolicy', { SecretId: 'prod/tax/vies-api' });
}

/** Deleted and restored in time, deleted and gone, deleted at once. */
function writeDeletions({ script, random, people }: Stage): void {
  const make = (ago: number, name: string) =>
    script.add(ago, people.pipeline, REGION, 'CreateSecret', {
      ...{ Name: name, ClientRequestToken: random.uuid(), SecretString: `sandbox-${random.suffix(24)}` },
      Tags: [{ Key: 'owner', Value: name.split('/')[1] ?? '' }],
    });
  const remove = (ago: number, by: Actor, name: string, how: object) =>
    script.add(ago, by, REGION, 'DeleteSecret', { SecretId: name, ...how });
  for (const [at, name] of ['prod/catalog/feed-import', 'staging/tax/trial-api'].entries()) {
    const ago = (33 - 20 * at) * DAY;
    make(ago + 40 * DAY, name);
    remove(ago, people.pipeline, name, { RecoveryWindowInDays: 7 });
    script.add(ago - 2 * DAY, people.riley, REGION, 'RestoreSecret', { SecretId: name });
  }
  for (const [at, name] of ['dev/orders/tmp-import', 'dev/geo/trial-token', 'ci/old-runner'].entries()) {
    const ago = (60 - 15 * at) * DAY;
    make(ago + 9 * DAY, name);
    const atOnce = at === 2 ? { ForceDeleteWithoutRecovery: true } : { RecoveryWindowInDays: 7 };
    remove(ago, people.dana, name, atOnce);
  }
}

/** What was refused, and is in the history all the same. */
function writeRefusals({ script, random, people }: Stage): void {
  const refused = { refused: true };
  const get = (ago: number, by: Actor, name: string, more: object = {}, region = REGION) =>
    script.add(ago, by, region, 'GetSecretValue', { SecretId: name, ...more }, refused);
  for (let day = 85; day >= 1; day -= 2) {
    get((day + random.next()) * DAY, people.legacyJob, random.pick(SET_BY_HAND));
  }
  get(4 * DAY, people.sam, 'prod/payments/adyen-api');
  get(26 * HOUR, people.responder, 'prod/orders/webhook-hmac');
  get(20 * HOUR, people.noor, 'prod/identity/oidc-signing', {}, 'ap-southeast-2');
  get(5 * DAY, people.application('billing'), 'prod/billing/sap-odata', { VersionStage: 'NEXT' });
  get(12 * DAY, people.application('search'), 'prod/search/retired');
  const ClientRequestToken = random.uuid();
  script.add(
    3 * DAY,
    people.sam,
    REGION,
    'PutSecretValue',
    { SecretId: 'prod/tax/avalara', ClientRequestToken, SecretString: 'sandbox-never' },
    refused,
  );
}
