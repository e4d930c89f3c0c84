import { PROGRAMS } from '../functions/programs.ts';
import type { Json } from '../operation.ts';
import { roleByArn } from '../services/iam/find.ts';
import { addFunction, invokedBySecretsManager } from '../services/lambda/add-function.ts';
import { functionArn, type LambdaFunction } from '../services/lambda/state.ts';
import { type Change, NoSuchThing, numberIn, objectIn, onlyIn, type Site, textIn, textsIn } from './site.ts';

/** Functions: their policy, their configuration, their concurrency, their end. */
export const functions: Readonly<Record<string, Change>> = {
  /** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
  RemovePermission: change((fn, input) => {
    onlyIn(input, 'RemovePermission', ['FunctionName', 'StatementId']);
    const StatementId = textIn(input, 'StatementId');
    const left = (fn.policy ?? []).filter(({ Sid }) => Sid !== StatementId);
    if (left.length === (fn.policy?.length ?? 0)) {
      throw new NoSuchThing(`${fn.name} has no statement ${StatementId}.`);
    }
    return [{ policy: left.length > 0 ? left : undefined }, { StatementId }];
  }),
  /** Lets Secrets Manager in. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
  AddPermission: change((fn, input, { principal }) => {
    onlyIn(input, 'AddPermission', ['FunctionName', 'StatementId']);
    const StatementId = textIn(input, 'StatementId');
    if (fn.policy?.some(({ Sid }) => Sid === StatementId)) {
      throw new NoSuchThing(`${fn.name} has a statement ${StatementId} already.`);
    }
    const statement = invokedBySecretsManager(fn.arn, principal.account, StatementId);
    const Principal = 'secretsmanager.amazonaws.com';
    const told = { StatementId, Action: 'lambda:InvokeFunction', Principal };
    return [{ policy: [...(fn.policy ?? []), statement] }, { ...told, SourceAccount: principal.account }];
  }),
  /** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html */
  UpdateFunctionConfiguration: change((_, input) => {
    onlyIn(input, 'UpdateFunctionConfiguration', ['FunctionName', 'Timeout', 'MemorySize', 'Environment']);
    const { Timeout, MemorySize, Environment } = input;
    const told = {
      ...(Timeout === undefined ? {} : { Timeout: numberIn(input, 'Timeout', 1, 900) }),
      ...(MemorySize === undefined ? {} : { MemorySize: numberIn(input, 'MemorySize', 128, 10_240) }),
    };
    const next: Partial<LambdaFunction> = {
      ...(told.Timeout === undefined ? {} : { timeout: told.Timeout }),
      ...(told.MemorySize === undefined ? {} : { memorySize: told.MemorySize }),
      // A failed network interface, or a key, is looked at again with every change.
      ...(Environment === undefined ? {} : { environment: variablesIn(Environment) }),
      unfit: undefined,
    };
    // CloudTrail does not tell variables.
    return [next, told];
  }),
  /** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html */
  PutFunctionConcurrency: change((_, input) => {
    const ReservedConcurrentExecutions = numberIn(input, 'ReservedConcurrentExecutions');
    return [{ reservedConcurrency: ReservedConcurrentExecutions }, { ReservedConcurrentExecutions }];
  }),
  /** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html */
  DeleteFunctionConcurrency: change(() => [{ reservedConcurrency: undefined }, {}]),
  /** Of the code there is here, which "Code" names. https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
  CreateFunction: {
    service: 'lambda',
    apply(input, { state, random, now: lastModified, region, principal: { account } }) {
      onlyIn(input, 'CreateFunction', ['FunctionName', 'Code', 'Role', 'VpcConfig', 'LoggingConfig']);
      const [name, code, Role] = [
        textIn(input, 'FunctionName'),
        textIn(input, 'Code'),
        textIn(input, 'Role'),
      ];
      const program = PROGRAMS[code];
      if (!program) throw new NoSuchThing(`There is no code called ${code}.`);
      if (!roleByArn(state.iam, Role)) throw new NoSuchThing(`There is no role ${Role}.`);
      const { lambda } = state;
      if (lambda.functions.has(functionArn(account, region, name))) {
        throw new NoSuchThing(`There is a function ${name} already.`);
      }
      const runtime = program.language === 'node' ? 'nodejs22.x' : 'python3.12';
      const { VpcConfig, LoggingConfig } = input;
      addFunction(lambda, random, {
        ...{ account, region, name, code, roleArn: Role, lastModified, runtime },
        ...(VpcConfig === undefined ? {} : { vpc: vpcIn(VpcConfig) }),
        ...(LoggingConfig === undefined ? {} : { logging: loggingIn(LoggingConfig, name) }),
      });
      const told = { FunctionName: name, Role, Runtime: runtime };
      return VpcConfig === undefined ? told : { ...told, VpcConfig };
    },
  },
  /** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
  DeleteFunction: {
    service: 'lambda',
    apply(input, site) {
      const fn = functionIn(input, site);
      site.state.lambda.functions.delete(fn.arn);
      return { FunctionName: fn.name };
    },
  },
};

type Made = [next: Partial<LambdaFunction>, told: Json];

function change(make: (fn: LambdaFunction, input: Json, site: Site) => Made): Change {
  return {
    service: 'lambda',
    apply(input, site) {
      const fn = functionIn(input, site);
      const [next, told] = make(fn, input, site);
      const kept = { revision: site.random.uuid(), lastModified: site.now };
      site.state.lambda.functions.set(fn.arn, { ...fn, ...next, ...kept });
      return { FunctionName: fn.name, ...told };
    },
  };
}

function functionIn(input: Json, { state, principal, region }: Site): LambdaFunction {
  const name = textIn(input, 'FunctionName');
  const found = state.lambda.functions.get(functionArn(principal.account, region, name));
  if (found) return found;
  throw new NoSuchThing(`There is no function ${name} in ${region} of account ${principal.account}.`);
}

function variablesIn(environment: unknown): LambdaFunction['environment'] {
  const variables = (environment as { readonly Variables?: unknown } | null)?.Variables;
  const isText = (value: unknown) => typeof value === 'string';
  if (typeof variables === 'object' && variables !== null && Object.values(variables).every(isText)) {
    return variables as LambdaFunction['environment'];
  }
  throw new NoSuchThing('"Environment" has "Variables", each a text.');
}

/** Where it has no other way out than the endpoints of its VPC. */
function vpcIn(given: unknown): LambdaFunction['vpc'] {
  const config = objectIn(given, 'VpcConfig');
  onlyIn(config, 'VpcConfig', ['VpcId', 'SubnetIds', 'SecurityGroupIds']);
  return {
    vpcId: textIn(config, 'VpcId'),
    subnetIds: textsIn(config, 'SubnetIds'),
    securityGroupIds: textsIn(config, 'SecurityGroupIds'),
    nat: false,
  };
}

function loggingIn(given: unknown, name: string): LambdaFunction['logging'] {
  const config = objectIn(given, 'LoggingConfig');
  onlyIn(config, 'LoggingConfig', ['LogFormat', 'LogGroup']);
  const { LogFormat = 'Text', LogGroup } = config;
  if (LogFormat !== 'Text' && LogFormat !== 'JSON') throw new NoSuchThing('"LogFormat" is Text or JSON.');
  return {
    logFormat: LogFormat,
    logGroup: LogGroup === undefined ? `/aws/lambda/${name}` : textIn(config, 'LogGroup'),
  };
}
