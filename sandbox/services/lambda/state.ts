import type { Statement } from '../../operation.ts';

/** Whose template or hand a function's code is from: a file of `sandbox/functions/`. */
export type CodeName = string;

/** Where a function's network interfaces are. */
export interface Vpc {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** Whether its subnets have another way out than endpoints: a NAT gateway. */
  readonly nat: boolean;
}

/** Where and how a function's lines are written. */
export interface Logging {
  readonly logGroup: string;
  readonly logFormat: 'Text' | 'JSON';
}

/** Why a function cannot run, as GetFunctionConfiguration tells it. */
export interface Unfit {
  readonly state: 'Pending' | 'Inactive' | 'Failed';
  readonly reason: string;
  readonly reasonCode: string;
}

/** A function; replaced as a whole at each change, never edited, so copies of a world share it. */
export interface LambdaFunction {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly code: CodeName;
  readonly runtime: string;
  readonly handler: string;
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes. */
  readonly memorySize: number;
  readonly roleArn: string;
  /** The key its role's credentials are told by in CloudTrail. */
  readonly accessKeyId: string;
  readonly environment: { readonly [name: string]: string };
  /** The customer key of the environment's variables. */
  readonly kmsKeyArn: string | undefined;
  readonly vpc: Vpc | undefined;
  readonly unfit: Unfit | undefined;
  readonly logging: Logging;
  /** Undefined: it shares what the account has. */
  readonly reservedConcurrency: number | undefined;
  /** Statements of its own policy; undefined: it has none. */
  readonly policy: readonly Statement[] | undefined;
  readonly lastModified: Date;
  readonly revision: string;
  /** An AWS call that is answered as throttled, because the account spends its quota elsewhere. */
  readonly throttled: string | undefined;
}

/** A place where a function's code has been started and waits to be invoked again. */
export interface Environment {
  readonly stream: string;
  /** Milliseconds since 1970: until then it is busy, from then on idle. */
  freeAt: number;
}

/** Lambda of all accounts and regions. */
export interface LambdaState {
  /** By ARN, in order of creation. */
  readonly functions: Map<string, LambdaFunction>;
  /** By the function's ARN. */
  readonly environments: Map<string, readonly Environment[]>;
}

/** A Lambda without functions. */
export function createLambdaState(): LambdaState {
  return { functions: new Map(), environments: new Map() };
}

/** The same functions once more. */
export function copyLambda({ functions, environments }: LambdaState): LambdaState {
  return {
    functions: new Map(functions),
    environments: new Map(
      [...environments].map(([arn, list]) => [arn, list.map((environment) => ({ ...environment }))]),
    ),
  };
}

/** A function's ARN. */
export function functionArn(account: string, region: string, name: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}

/** The function of an ARN, which may end in $LATEST; undefined if there is none, as there are no versions and aliases. */
export function functionByArn({ functions }: LambdaState, arn: string): LambdaFunction | undefined {
  return functions.get(arn.replace(/:\$LATEST$/, ''));
}
