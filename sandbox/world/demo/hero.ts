import { HOME } from '../../services/iam/state.ts';
import { addTarget } from '../../targets/state.ts';
import type { Stage } from './history.ts';
import { DUE } from './incident.ts';
import type { Actor } from './people.ts';
import { configureRotation, type Rotated, writeRotation } from './rotations.ts';
import { DAY, HOUR, MINUTE } from './script.ts';
import { descriptionFor, hostOf, valueFor } from './values.ts';

/** The secret the demo is told around. */
const HERO = { name: 'prod/payments/db-writer', region: 'us-east-1' };
const REPLICAS = ['us-west-2', 'eu-west-1', 'ap-southeast-2'];
const FUNCTION = 'rotate-postgres';

/**
 * The past of the payments database login: rotated every month, changed by hand last night, rolled back,
 * changed again, and rotated this morning, which lost a member of the value. AWSPENDING ends on the current
 * version, as after any good rotation.
 */
export function writeHero(stage: Stage): void {
  const { script, random, people } = stage;
  const { name, region } = HERO;
  const id = (head: string) => head + random.uuid().slice(head.length);
  const put = (ago: number, by: Actor, version: string) =>
    script.add(ago, by, region, 'PutSecretValue', {
      ...{ SecretId: name, ClientRequestToken: version },
      ...valueFor(random, name),
    });
  const move = (ago: number, by: Actor, label: string, from: string | undefined, to: string) =>
    script.add(ago, by, region, 'UpdateSecretVersionStage', {
      SecretId: name,
      VersionStage: label,
      ...(from === undefined ? {} : { RemoveFromVersionId: from }),
      MoveToVersionId: to,
    });
  const rotate = (ago: number, before: string, made: string, more: Partial<Rotated> = {}) =>
    writeRotation(stage, HERO, {
      ...{ id: made, before, ago, account: HOME, function: FUNCTION, until: 'done', ...more },
    });

  const [first, second, third] = [id('c1d4'), id('9a07'), id('52b7')];
  const [monthly, byHand, fixed, rotated] = [id('e81f'), id('b40e'), id('7f3a'), id('0b6c')];
  script.add(412 * DAY, people.riley, region, 'CreateSecret', {
    Name: name,
    ClientRequestToken: first,
    Description: descriptionFor(name, 'payments'),
    KmsKeyId: 'alias/payments',
    Tags: Object.entries({
      owner: 'payments',
      env: 'prod',
      tier: '0',
      engine: 'postgres',
      'data-class': 'restricted',
      'cost-center': 'cc-1040',
    }).map(([Key, Value]) => ({ Key, Value })),
    AddReplicaRegions: REPLICAS.map((Region) => ({ Region, KmsKeyId: 'alias/payments' })),
    ...valueFor(random, name),
  });
  configureRotation(stage, HERO, { name: FUNCTION, days: 30, ago: 120 * DAY });
  const chain = [first, second, third, monthly];
  for (const at of [1, 2, 3]) rotate((120 - 30 * at) * DAY, chain[at - 1]!, chain[at]!);
  move(25 * DAY, people.riley, 'known-good', undefined, monthly);
  put(6 * HOUR + 24 * MINUTE, people.noor, byHand);
  move(5 * HOUR + 58 * MINUTE, people.withReason(people.noor, 'INC-4702'), 'AWSCURRENT', byHand, monthly);
  put(5 * HOUR + MINUTE, people.dana, fixed);
  move(4 * HOUR + 37 * MINUTE, people.riley, 'known-good', monthly, fixed);
  // The database was slow to take the password: the first attempt failed.
  // Its function leaves out the database it does not find there: it was given another name.
  script.happen(DUE + MINUTE, ({ state }) => {
    const target = state.targets.hosts.get(hostOf(name));
    if (target) addTarget(state.targets, { ...target, databases: ['payments'] });
  });
  rotate(DUE, fixed, rotated, { fails: 'setSecret' });
  writeReaders(stage);
}

/** Who reads it: the payments service all the time and everywhere, and a job that may not. */
function writeReaders({ script, people }: Stage): void {
  const reader = people.application('payments');
  const SecretId = HERO.name;
  for (const days of [95, 61, 31]) {
    for (const region of [HERO.region, ...REPLICAS]) {
      script.add(days * DAY, reader, region, 'GetSecretValue', { SecretId });
    }
  }
  for (let minutes = 7; minutes < 9 * 60; minutes += 6) {
    script.add(minutes * MINUTE, reader, HERO.region, 'GetSecretValue', { SecretId });
    const region = REPLICAS[minutes % REPLICAS.length]!;
    script.add((minutes + 2) * MINUTE, reader, region, 'GetSecretValue', { SecretId });
  }
  const ledger = people.application('ledger');
  script.add(18 * MINUTE, ledger, HERO.region, 'GetSecretValue', { SecretId, VersionStage: 'AWSCURRENT' });
  script.add(3 * HOUR, people.legacyJob, HERO.region, 'GetSecretValue', { SecretId }, { refused: true });
}
