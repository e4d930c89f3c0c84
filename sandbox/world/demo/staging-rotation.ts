import { createRandom, seedOf } from '../../random.ts';
import { addRole } from '../../services/iam/entities.ts';
import { addFunction } from '../../services/lambda/add-function.ts';
import { functionArn } from '../../services/lambda/state.ts';
import type { Stage } from './history.ts';
import { LIVE } from './live.ts';
import type { Actor } from './people.ts';
import { DAY, HOUR, MINUTE } from './script.ts';

/** A function as the production account has one, by name and by what fails: its role may not use Secrets Manager. */
const FUNCTION = 'rotate-postgres';

/** The secrets it should rotate, with the hours since it was last tried. */
const ROTATED: readonly (readonly [name: string, hours: number])[] = [
  ['staging/billing/postgres-app', 5.2],
  ['staging/ledger/postgres-app', 4.1],
];

/** The account of rehearsals has a rotation that fails as one of production does, for the same reason and by itself. */
export function writeStagingRotation(
  { script, random: world }: Stage,
  { account, region, by }: { readonly account: string; readonly region: string; readonly by: Actor },
): void {
  const random = createRandom(seedOf(`staging-rotation${world.copy().next()}`));
  const arn = functionArn(account, region, FUNCTION);
  // Due a month later: today.
  const configured = 30 * DAY + 6 * HOUR;
  script.happen(configured + MINUTE, ({ state }) => state.secretsManager.invocableFunctions.add(arn));
  for (const [SecretId] of ROTATED) {
    script.add(configured, by, region, 'RotateSecret', {
      ...{ SecretId, ClientRequestToken: random.uuid(), RotationLambdaARN: arn },
      ...{ RotationRules: { AutomaticallyAfterDays: 30 }, RotateImmediately: false },
    });
  }
  // Before all functions go live, so that it has its log group and its databases with them.
  script.happen(LIVE + MINUTE, ({ state, clock }) => {
    const created = new Date(clock.end.getTime() - configured - DAY);
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    });
    const id = 'AROASANDBOXSTAGINGPG1';
    const role = addRole(state.iam, { account, name: FUNCTION, id, created, trust });
    const made = {
      account,
      region,
      name: FUNCTION,
      code: 'postgres-single-user',
      roleArn: role.arn,
    } as const;
    addFunction(state.lambda, random, { ...made, lastModified: created });
  });
  for (const [name, hours] of ROTATED) {
    script.happen(hours * HOUR, ({ fire }) => fire(account, region, name, random.uuid()));
  }
}
