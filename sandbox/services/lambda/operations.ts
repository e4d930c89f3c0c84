import { AwsError, type Json, type Operation } from '../../operation.ts';
import { numeral } from '../../protocols/query-fields.ts';
import { readInput, required, text } from '../secretsmanager/fields.ts';
import { configurationOf } from './configuration.ts';
import { functionName, noPolicy, openFunction } from './find.ts';
import { policyText } from './invocable.ts';
import type { LambdaFunction } from './state.ts';

const members = { FunctionName: required(functionName), Qualifier: text({ min: 1, max: 128 }) };

function opened(...[input, call]: Parameters<Operation>): LambdaFunction {
  const { FunctionName, Qualifier } = readInput(input, members);
  return openFunction(call, FunctionName, Qualifier);
}

/** GetFunctionConfiguration: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
const getFunctionConfiguration: Operation = (input, call) => configurationOf(call.state, opened(input, call));

/** GetPolicy: https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
const getPolicy: Operation = (input, call) => {
  const found = opened(input, call);
  if (!found.policy?.length) throw noPolicy();
  return { Policy: policyText(found), RevisionId: found.revision };
};

/** GetFunctionConcurrency: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html */
const getFunctionConcurrency: Operation = (input, call) => {
  const { reservedConcurrency } = opened(input, call);
  return reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
};

const MOST = 50;

/** ListFunctions: https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
const listFunctions: Operation = (input, call) => {
  const read = readInput(input, { Marker: text({ max: 1024 }), MaxItems: numeral({ min: 1, max: 10_000 }) });
  call.authorize({ action: 'lambda:ListFunctions', resource: '*' });
  const all = [...call.state.lambda.functions.values()].filter(
    ({ account, region }) => account === call.principal.account && region === call.region,
  );
  const start = read.Marker === undefined ? 0 : all.findIndex(({ name }) => markerOf(name) === read.Marker);
  // Documented as the code of every bad parameter; the wording is not recorded.
  if (start < 0) throw new AwsError('InvalidParameterValueException', 'The Marker is invalid.');
  const end = start + Math.min(read.MaxItems ?? MOST, MOST);
  const Functions: Json[] = all.slice(start, end).map((one) => listed(configurationOf(call.state, one)));
  return { Functions, ...(end < all.length ? { NextMarker: markerOf(all[end]!.name) } : {}) };
};

/** A list leaves out how the function is. */
function listed(configuration: Json): Json {
  const hidden = ['State', 'StateReason', 'StateReasonCode', 'LastUpdateStatus'];
  return Object.fromEntries(Object.entries(configuration).filter(([member]) => !hidden.includes(member)));
}

function markerOf(name: string): string {
  return Buffer.from(`functions-from:${name}`).toString('base64url');
}

/** Lambda, as far as somebody needs it who looks into a rotation. */
export const lambdaOperations: Readonly<Record<string, Operation>> = {
  GetFunctionConfiguration: getFunctionConfiguration,
  GetPolicy: getPolicy,
  GetFunctionConcurrency: getFunctionConcurrency,
  ListFunctions: listFunctions,
};

/** How the operations are addressed. */
export const LAMBDA_PATHS: Readonly<Record<string, string>> = {
  'GET /2015-03-31/functions/{FunctionName}/configuration': 'GetFunctionConfiguration',
  'GET /2015-03-31/functions/{FunctionName}/policy': 'GetPolicy',
  'GET /2019-09-30/functions/{FunctionName}/concurrency': 'GetFunctionConcurrency',
  'GET /2015-03-31/functions/': 'ListFunctions',
  'GET /2015-03-31/functions': 'ListFunctions',
};
