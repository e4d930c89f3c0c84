import type { Json } from '../../operation.ts';
import { createRandom, type Random, seedOf } from '../../random.ts';
import { HOME } from '../../services/iam/state.ts';
import { functionArn } from '../../services/lambda/state.ts';
import { addTarget } from '../../targets/state.ts';
import { CASES, type Case } from './cases.ts';
import { FOREIGN } from './functions.ts';
import type { Stage } from './history.ts';
import { LIVE } from './live.ts';
import { SHARED } from './people.ts';
import { configureRotation, writeRotation } from './rotations.ts';
import { DAY, HOUR, MINUTE } from './script.ts';
import { descriptionFor, engineOf, hostOf, loginFor } from './values.ts';

export const CASES_REGION = 'us-east-1';

/** A secret that a function of the shared account rotates, as far as it is let in. */
const ABROAD: Case = { name: 'prod/platform/mysql-registry', function: FOREIGN.name, hours: 7.9 };

/**
 * Writes the past of the secrets whose rotations fail for reasons of their own: made some months ago, rotated once a
 * month, the last time in the night before the demo opens. With identifiers of their own, so that all others stay.
 */
export function writeCases(stage: Stage): void {
  const random = createRandom(seedOf(`cases${stage.random.copy().next()}`));
  const own = { ...stage, random };
  makeKeys(own);
  for (const one of [...CASES, ABROAD]) writeCase(own, one);
  // After the databases are made as their secrets say.
  stage.script.happen(LIVE - MINUTE, ({ state }) => {
    for (const { name, target } of CASES) {
      const known = state.targets.hosts.get(hostOf(name));
      if (known && target) addTarget(state.targets, { ...known, ...target });
    }
  });
}

function makeKeys({ script, people }: Stage): void {
  const { principal, caller } = people.riley;
  for (const { key, name } of CASES) {
    if (key === undefined) continue;
    script.happen(130 * DAY, ({ run }) => {
      const input = { Description: `Values of ${name.split('/')[1]}` };
      const made = run(principal, CASES_REGION, 'kms', 'CreateKey', input, caller);
      const { KeyId } = made.KeyMetadata as { readonly KeyId: string };
      run(principal, CASES_REGION, 'kms', 'CreateAlias', { AliasName: key, TargetKeyId: KeyId }, caller);
    });
  }
}

function writeCase(stage: Stage, one: Case): void {
  const { script, random, people } = stage;
  const { name, hours } = one;
  const team = name.split('/')[1]!;
  const born = (62 + Math.floor(random.next() * 60)) * DAY;
  const [first, second, last] = [random.uuid(), random.uuid(), random.uuid()];
  const value = (from: Random) => storedAs(one, `sandbox-${from.suffix(28)}`);
  const engine = engineOf(name);
  script.add(born, people.pipeline, CASES_REGION, 'CreateSecret', {
    ...{ Name: name, ClientRequestToken: first, Description: descriptionFor(name, team), ...value(random) },
    ...(one.key === undefined ? {} : { KmsKeyId: one.key }),
    Tags: Object.entries({ owner: team, env: 'prod', ...(engine === undefined ? {} : { engine }) }).map(
      ([Key, Value]) => ({ Key, Value }),
    ),
  });
  const place = { name, region: CASES_REGION };
  const isAbroad = one.function === FOREIGN.name;
  configureRotation(stage, place, {
    ...{ name: one.function, days: 30, ago: born - HOUR },
    arn: isAbroad ? functionArn(SHARED, CASES_REGION, FOREIGN.name) : undefined,
  });
  const made = { account: HOME, function: one.function, value } as const;
  // The one a month ago went well; of it the script tells, as of all the others before the functions ran.
  const month = { ...made, id: second, before: first, ago: hours * HOUR + 30 * DAY, until: 'done' } as const;
  if (!isAbroad) writeRotation(stage, place, month);
  const before = isAbroad ? first : second;
  writeRotation(stage, place, { ...made, id: last, before, ago: hours * HOUR, until: 'done' });
  const reader = people.application(team);
  for (const days of [1.4, 9, 22, 40]) {
    script.add(days * DAY, reader, CASES_REGION, 'GetSecretValue', { SecretId: name });
  }
}

function storedAs({ name, value = {} }: Case, password: string): Json {
  const members = { ...loginFor(name, password), ...value };
  const kept = Object.entries(members).filter(([, member]) => member !== null);
  return { SecretString: JSON.stringify(Object.fromEntries(kept)) };
}
