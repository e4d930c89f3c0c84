import type { Stage } from './history.ts';
import { DAY, HOUR, MINUTE } from './script.ts';
import { descriptionFor, valueFor } from './values.ts';

/** The secret the demo is told around. */
const HERO = 'prod/payments/db-writer';

const HOME = 'us-east-1';
const REPLICAS = ['us-west-2', 'eu-west-1', 'ap-southeast-2'];

/**
 * The past of the payments database login: rotated every month, changed by hand last night, rolled back,
 * changed again, and rotated this morning. AWSPENDING ends on the current version, as after any good rotation.
 */
export function writeHero({ script, random, people }: Stage): void {
  const id = (head: string) => head + random.uuid().slice(head.length);
  const rotate = people.rotation('rotate-postgres');
  const value = () => valueFor(random, HERO);
  const put = (ago: number, by: typeof rotate, version: string, stages?: readonly string[]) =>
    script.add(ago, by, HOME, 'PutSecretValue', {
      SecretId: HERO,
      ClientRequestToken: version,
      ...(stages ? { VersionStages: stages } : {}),
      ...value(),
    });
  const move = (ago: number, by: typeof rotate, label: string, from: string | undefined, to: string) =>
    script.add(ago, by, HOME, 'UpdateSecretVersionStage', {
      SecretId: HERO,
      VersionStage: label,
      ...(from === undefined ? {} : { RemoveFromVersionId: from }),
      MoveToVersionId: to,
    });

  const [first, second, third] = [id('c1d4'), id('9a07'), id('52b7')];
  const [monthly, byHand, fixed, rotated] = [id('e81f'), id('b40e'), id('7f3a'), id('0b6c')];
  script.add(412 * DAY, people.riley, HOME, 'CreateSecret', {
    Name: HERO,
    ClientRequestToken: first,
    Description: descriptionFor(HERO, 'payments'),
    KmsKeyId: 'alias/payments',
    Tags: Object.entries({
      owner: 'payments',
      env: 'prod',
      tier: '0',
      'data-class': 'restricted',
      'cost-center': 'cc-1040',
    }).map(([Key, Value]) => ({ Key, Value })),
    AddReplicaRegions: REPLICAS.map((Region) => ({ Region, KmsKeyId: 'alias/payments' })),
    ...value(),
  });
  const chain = [first, second, third, monthly];
  for (const [at, days] of [
    [1, 90],
    [2, 60],
    [3, 30],
  ] as const) {
    put(days * DAY + 70 * MINUTE, rotate, chain[at]!, ['AWSPENDING']);
    move(days * DAY, rotate, 'AWSCURRENT', chain[at - 1]!, chain[at]!);
  }
  move(25 * DAY, people.riley, 'known-good', undefined, monthly);
  put(6 * HOUR + 24 * MINUTE, people.noor, byHand);
  move(5 * HOUR + 58 * MINUTE, people.noor, 'AWSCURRENT', byHand, monthly);
  put(5 * HOUR + MINUTE, people.dana, fixed);
  move(4 * HOUR + 37 * MINUTE, people.riley, 'known-good', monthly, fixed);
  put(92 * MINUTE, rotate, rotated, ['AWSPENDING']);
  move(23 * MINUTE, rotate, 'AWSCURRENT', fixed, rotated);

  const reader = people.application('payments');
  const readings = [95, 61, 31, 0.26, 0.22, 0.1, 0.005];
  for (const days of readings) {
    for (const region of [HOME, ...REPLICAS]) {
      script.add(days * DAY, reader, region, 'GetSecretValue', { SecretId: HERO });
    }
  }
}
