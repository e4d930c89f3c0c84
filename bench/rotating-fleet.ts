import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So many secrets rotate, and the last rotation of so many of them failed. */
export const ROTATING = { secrets: 2_000, failing: 500 } as const;
export const ROTATING_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'] as const;

/** Functions in each region; of the failing quarter of the secrets, and of the others. */
const FUNCTIONS = 8;
const CUT_OFF = 2;
const ACCOUNT = '441200879921';
const ROLE = 'rotate-fleet';

/**
 * The file of a world in which every secret was rotated by its function once, and in which the endpoint of some functions'
 * VPC was then deleted: their next rotations run into their timeouts.
 */
export function rotatingFleetFile(): `${string}.json` {
  const path = `${mkdtempSync(join(tmpdir(), 'keyturn-bench-'))}/rotating-fleet.json` as const;
  writeFileSync(
    path,
    JSON.stringify({ scenes: [...roleScenes(), ...ROTATING_REGIONS.flatMap(regionScenes)] }),
  );
  return path;
}

interface Scene {
  readonly region: string;
  readonly operation: string;
  readonly input: object;
  readonly service?: 'infrastructure' | 'targets';
}

const at = (seconds: number, scene: Scene): object => ({ at: `-PT${seconds}S`, as: 'riley', ...scene });
const DAY = 86_400;

function roleScenes(): object[] {
  const allow = (Action: string, more: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, ...more } });
  const service = 'infrastructure';
  const region = 'us-east-1';
  const AssumeRolePolicyDocument = allow('sts:AssumeRole', {
    Principal: { Service: 'lambda.amazonaws.com' },
  });
  const PolicyDocument = allow('secretsmanager:*', { Resource: '*' });
  return [
    at(30 * DAY, {
      service,
      region,
      operation: 'CreateRole',
      input: { RoleName: ROLE, AssumeRolePolicyDocument },
    }),
    at(30 * DAY, {
      ...{ service, region, operation: 'PutRolePolicy' },
      input: { RoleName: ROLE, PolicyName: 'Rotate', PolicyDocument },
    }),
  ];
}

function regionScenes(region: string): object[] {
  const service = 'infrastructure';
  const functions = Array.from({ length: FUNCTIONS }, (_, number) => {
    const cut = number < CUT_OFF;
    const VpcConfig = { VpcId: 'vpc-cut', SubnetIds: ['subnet-cut'], SecurityGroupIds: ['sg-cut'] };
    const input = {
      ...{ FunctionName: `rotate-${number}`, Code: 'mysql-single-user' },
      Role: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
      ...(cut ? { VpcConfig } : {}),
    };
    return at(29 * DAY, { service, region, operation: 'CreateFunction', input });
  });
  const endpoint = `vpce-${region}`;
  const input = {
    VpcId: 'vpc-cut',
    ServiceName: `com.amazonaws.${region}.secretsmanager`,
    VpcEndpointId: endpoint,
  };
  return [
    at(29 * DAY, { service, region, operation: 'CreateVpcEndpoint', input }),
    ...functions,
    ...Array.from({ length: ROTATING.secrets / ROTATING_REGIONS.length }, (_, number) =>
      secretScenes(region, number),
    ).flat(),
    at(DAY / 2, { service, region, operation: 'DeleteVpcEndpoints', input: { VpcEndpointId: endpoint } }),
  ];
}

function secretScenes(region: string, number: number): object[] {
  const failing = number < ROTATING.failing / ROTATING_REGIONS.length;
  const fn = failing ? number % CUT_OFF : CUT_OFF + (number % (FUNCTIONS - CUT_OFF));
  const name = `prod/team-${number % 20}/db-${number}`;
  const host = `db-${number}.${region}.sandbox.invalid`;
  const login = { engine: 'mysql', host, username: 'app', password: 'made-up' };
  const RotationLambdaARN = `arn:aws:lambda:${region}:${ACCOUNT}:function:rotate-${fn}`;
  const rotate = {
    ...{ SecretId: name, RotationLambdaARN },
    RotationRules: { AutomaticallyAfterDays: 90 },
  };
  const target = { host, engine: 'mysql', user: 'app', password: 'made-up' };
  return [
    at(28 * DAY, { service: 'targets', region, operation: 'Put', input: target }),
    at(28 * DAY, {
      region,
      operation: 'CreateSecret',
      input: { Name: name, SecretString: JSON.stringify(login) },
    }),
    at(20 * DAY - number * 120, { region, operation: 'RotateSecret', input: rotate }),
    ...(failing ? [at(DAY / 3 - number * 20, { region, operation: 'RotateSecret', input: rotate })] : []),
  ];
}
