import { operators } from '../../identity/operators.ts';
import type { Caller, Principal } from '../../operation.ts';
import { addRole, sessionOf } from '../../services/iam/entities.ts';
import { HOME, placeOf, putPolicy } from '../../services/iam/state.ts';
import type { Build } from '../build.ts';
import { DAY } from './script.ts';

/** The other account of the demo, with secrets of its own. */
export const SHARED = '602733145908';

/** Somebody who acts in the demo's past, and from where. */
export interface Actor {
  readonly principal: Principal;
  readonly caller: Caller;
}

/** Everybody who acts in the demo's past. */
export interface People {
  /** Those who change secrets by hand: operators with the right to, and the pipeline. */
  readonly authors: readonly Actor[];
  readonly riley: Actor;
  /** Dana as who may write values; as an operator she moves labels only. */
  readonly dana: Actor;
  readonly responder: Actor;
  readonly sam: Actor;
  readonly noor: Actor;
  readonly pipeline: Actor;
  /** An old job that reads what it may not. */
  readonly legacyJob: Actor;
  /** RDS, through its service-linked role. */
  readonly rds: Actor;
  /** Whoever looks after the other account. */
  readonly sharedAdmin: Actor;
  /** The role of a rotation function, e.g. `rotate-postgres`. */
  rotation(name: string): Actor;
  /** The role of an application that reads its secrets, e.g. `payments-api`. */
  application(team: string): Actor;
  /** A person at the console, with the reason they gave. */
  withReason(actor: Actor, reason: string): Actor;
}

const READ = ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret', 'kms:Decrypt'];
const WRITE = [
  'secretsmanager:*',
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'lambda:InvokeFunction',
];
const ROTATE = [
  ...READ,
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
  'secretsmanager:GetRandomPassword',
  'kms:Encrypt',
  'kms:GenerateDataKey',
];

const CLI =
  'aws-cli/2.31.12 md/awscrt#0.27.6 ua/2.1 os/macos#25.0.0 exec/bin prompt/off command/secretsmanager';
const TERRAFORM = 'APN/1.0 HashiCorp/1.0 Terraform/1.13.3 terraform-provider-aws/6.14.0 aws-sdk-go-v2/1.39.2';
const LAMBDA =
  'Boto3/1.40.4 md/Botocore#1.40.4 ua/2.1 os/linux lang/python#3.13.7 exec-env/AWS_Lambda_python3.13';
const JAVA = 'aws-sdk-java/2.34.2 md/io#async ua/2.1 os/Linux#6.1 lang/java#21.0.8 exec-env/AWS_ECS_FARGATE';
const KEYTURN = 'aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js md/nodejs#24.11.0 keyturn';

/** Settles the people and roles of the demo's accounts. */
export function castOf({ state, random, clock, operators: known }: Build): People {
  const created = new Date(clock.end.getTime() - 430 * DAY);
  const settle = (account: string, name: string, actions: readonly string[], path = '/') => {
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' },
    });
    const id = `AROA${random.suffix(17).toUpperCase()}`;
    const role = addRole(state.iam, { account, name, id, created, trust, path });
    const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
    putPolicy(role, 'Secrets', JSON.stringify({ Version: '2012-10-17', Statement }));
    return role;
  };
  const session = (role: ReturnType<typeof settle>, sessionName: string, caller: Caller): Actor => ({
    principal: sessionOf(role, { sessionName }),
    caller: { accessKeyId: `ASIA${random.suffix(16).toUpperCase()}`, ...caller },
  });
  const person = (name: keyof typeof known, sourceIp: string): Actor => {
    const key = operators.find((operator) => operator.name === name);
    const accessKeyId = key?.accessKeyId ?? '';
    return { principal: known[name], caller: { sourceIp, userAgent: CLI, accessKeyId } };
  };
  const remembered = (make: (name: string, number: number) => Actor) => {
    const made = new Map<string, Actor>();
    return (name: string) => {
      const actor = made.get(name) ?? make(name, made.size);
      made.set(name, actor);
      return actor;
    };
  };
  const riley = person('riley', '203.0.113.24');
  const dana = session(settle(HOME, 'SecretsMaintainer', WRITE), 'dana', {
    sourceIp: '203.0.113.61',
    userAgent: CLI,
  });
  const pipeline = session(settle(HOME, 'terraform-ci', WRITE), 'apply', {
    sourceIp: '198.51.100.40',
    userAgent: TERRAFORM,
  });
  const admin = state.iam.roles.get(placeOf(SHARED, 'OrganizationAccountAccessRole'));
  if (!admin) throw new Error(`Account ${SHARED} has no way in.`);
  return {
    authors: [riley, dana, pipeline],
    riley,
    dana,
    responder: person('dana', '203.0.113.61'),
    sam: person('sam', '203.0.113.90'),
    noor: person('noor', '203.0.113.77'),
    pipeline,
    legacyJob: session(settle(HOME, 'etl-legacy', ['secretsmanager:DescribeSecret']), 'i-0f3a9c21', {
      sourceIp: '10.40.7.19',
      userAgent: 'aws-sdk-java/1.12.788 Linux/4.14',
    }),
    rds: session(settle(HOME, 'AWSServiceRoleForRDS', WRITE, '/aws-service-role/rds.amazonaws.com/'), 'rds', {
      sourceIp: 'rds.amazonaws.com',
      userAgent: 'rds.amazonaws.com',
    }),
    sharedAdmin: session(admin, 'riley', { sourceIp: '203.0.113.24', userAgent: CLI }),
    rotation: remembered((name, number) =>
      session(settle(HOME, name, ROTATE), name, { sourceIp: `10.20.1.${10 + number}`, userAgent: LAMBDA }),
    ),
    application: remembered((team, number) =>
      session(settle(HOME, `${team}-api`, READ), 'task', { sourceIp: `10.30.${number}.17`, userAgent: JAVA }),
    ),
    withReason: ({ principal, caller }, reason) => ({
      principal,
      caller: { ...caller, userAgent: `${KEYTURN} reason/${reason}` },
    }),
  };
}
