import type { Json } from '../operation.ts';
import { createRandom } from '../random.ts';
import { addRole } from '../services/iam/entities.ts';
import { HOME, placeOf, putPolicy } from '../services/iam/state.ts';
import { addFunction } from '../services/lambda/add-function.ts';
import type { LambdaFunction } from '../services/lambda/state.ts';
import { groupsIn } from '../services/logs/state.ts';
import { type Bench, createBench, token, wait } from '../services/secretsmanager/fake-call.ts';
import { login } from '../targets/login.ts';
import { addTarget, type Engine, type Target } from '../targets/state.ts';

/** What rotation functions may do. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
const RIGHTS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
        'secretsmanager:GetRandomPassword',
      ],
      Resource: '*',
    },
  ],
});

const REGION = 'us-east-1';
const HOST = 'db.sandbox.invalid';
const CREATED = new Date('2026-01-01T00:00:00Z');

/** A bench with one function, its role, a database and its secret: what tests of functions look at. */
export interface Workshop {
  readonly bench: Bench;
  readonly fn: LambdaFunction;
  /** Rotates under a token, and lets virtual time pass. */
  rotate(name: string, more?: Json): void;
  logsIn(stage: string): boolean;
  value(stage: string): { readonly [member: string]: string };
  lines(): string[];
  change(given: Partial<LambdaFunction>): void;
  target(given: Partial<Target>): void;
}

/** Opens one, for a function's code and the engine of its database. */
export function openWorkshop(code: string, engine: Engine, given: Partial<LambdaFunction> = {}): Workshop {
  const bench = createBench();
  const { state } = bench;
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  });
  const role = addRole(state.iam, {
    ...{ account: HOME, name: 'rotate-role', id: 'AROAROTATE0000000001', created: CREATED, trust },
  });
  putPolicy(role, 'Rotate', RIGHTS);
  let fn = addFunction(state.lambda, createRandom(1), {
    ...{ account: HOME, region: REGION, name: 'rotate', code, roleArn: role.arn, lastModified: CREATED },
    ...given,
  });
  addTarget(state.targets, {
    host: HOST,
    engine,
    users: new Map([['app', { password: 'old', may: 'own' }]]),
  });
  bench.run('CreateSecret', {
    ...{ Name: 'db', ClientRequestToken: token('v1') },
    SecretString: JSON.stringify({ engine, host: HOST, username: 'app', password: 'old', dbname: 'app' }),
  });
  const value: Workshop['value'] = (VersionStage) =>
    JSON.parse(String(bench.run('GetSecretValue', { SecretId: 'db', VersionStage }).SecretString));
  return {
    bench,
    get fn() {
      return fn;
    },
    value,
    rotate(name, more = {}) {
      bench.run('RotateSecret', {
        ...{ SecretId: 'db', ClientRequestToken: token(name), RotationLambdaARN: fn.arn },
        ...{ RotationRules: { AutomaticallyAfterDays: 30 }, ...more },
      });
      wait(bench, 2 * 60_000);
      state.agenda.run(bench.now, state);
    },
    logsIn(stage) {
      const { host, username: user, password } = value(stage) as { [member: string]: string };
      const attempt = { host: host!, user: user!, password: password!, tls: true, from: undefined };
      return login(state.targets, attempt) === 'accepted';
    },
    lines: () => {
      const group = groupsIn(state.logs, HOME, REGION).get(fn.logging.logGroup);
      return [...(group?.streams.values() ?? [])].flatMap(({ events }) =>
        events.map(({ message }) => message),
      );
    },
    change(next) {
      fn = { ...fn, ...next };
      state.lambda.functions.set(fn.arn, fn);
    },
    target(next) {
      addTarget(state.targets, { ...state.targets.hosts.get(HOST)!, ...next });
    },
  };
}

/** Takes a right from the function's role, as an inline policy that denies it. */
export function deny({ bench }: Workshop, Action: string): void {
  const Statement = [{ Effect: 'Deny', Action, Resource: '*' }];
  const role = bench.state.iam.roles.get(placeOf(HOME, 'rotate-role'))!;
  putPolicy(role, 'Not', JSON.stringify({ Version: '2012-10-17', Statement }));
}
