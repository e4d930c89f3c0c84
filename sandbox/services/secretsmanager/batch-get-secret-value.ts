import { AwsError, type Call, type Json, type Operation } from '../../operation.ts';
import { parseArn } from './arn.ts';
import { invalidParameter, invalidRequest, markedForDeletion, notFound } from './errors.ts';
import { list, readInput, text, whole } from './fields.ts';
import { filters, passes, wholeFilters } from './filters.ts';
import { getSecretValue } from './get-secret-value.ts';
import { visibleSecrets } from './lookup.ts';
import { secretId } from './members.ts';
import { fromToken, questionOf, toToken } from './pages.ts';
import { present } from './wire.ts';

const PAGE = 20;

/**
 * BatchGetSecretValue: what cannot be read is an entry of Errors, the rest is answered.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
 */
export const batchGetSecretValue: Operation = (input, call) => {
  const read = readInput(input, {
    SecretIdList: list(secretId, { min: 1, max: 20 }),
    Filters: filters,
    MaxResults: whole({ min: 1, max: 20 }),
    NextToken: text({ min: 1, max: 4096 }),
  });
  const asked = wholeFilters(read.Filters);
  call.authorize({ action: 'secretsmanager:BatchGetSecretValue', resource: '*' });
  requireOneSelector(read);
  if (read.SecretIdList) return { ...valuesOf(call, read.SecretIdList) };

  // Filters are a listing, and need its permission too.
  call.authorize({ action: 'secretsmanager:ListSecrets', resource: '*' });
  const question = questionOf(call, [asked]);
  const after = fromToken(question, read.NextToken)?.sequence ?? 0;
  const found = visibleSecrets(call)
    .filter((secret) => secret.sequence > after && !secret.deletionDue && passes(secret, asked))
    .sort((one, other) => one.sequence - other.sequence);
  const page = found.slice(0, read.MaxResults ?? PAGE);
  const last = found.length > page.length ? page.at(-1) : undefined;
  const ids = page.map((secret) => secret.arn);
  const NextToken = last && toToken(question, { key: '', sequence: last.sequence });
  const values = valuesOf(call, ids);
  requireAnyValue(values.SecretValues, values.Errors);
  return present({ ...values, NextToken });
};

/** None of these sentences is recorded on AWS. */
function requireOneSelector(read: { [member: string]: unknown }): void {
  if ((read.SecretIdList === undefined) === (read.Filters === undefined)) {
    throw invalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
  }
  for (const member of ['MaxResults', 'NextToken']) {
    if (read.Filters !== undefined || read[member] === undefined) continue;
    throw invalidParameter(
      `'Filters' not specified. 'Filters' must also be specified when '${member}' is provided.`,
    );
  }
}

interface Values {
  readonly SecretValues: Json[];
  readonly Errors: { SecretId: string; ErrorCode: string; Message: string }[];
}

/**
 * Filters that find only secrets without a value are answered by the ResourceNotFoundException the API's page
 * declares, as emulators do; with values beside them they are entries of Errors.
 */
function requireAnyValue(values: Values['SecretValues'], errors: Values['Errors']): void {
  const [first] = errors;
  if (!first || values.length > 0) return;
  if (errors.every(({ ErrorCode }) => ErrorCode === 'ResourceNotFoundException'))
    throw notFound(first.Message);
}

function valuesOf(call: Call, ids: readonly string[]): Values {
  const SecretValues: Values['SecretValues'] = [];
  const Errors: Values['Errors'] = [];
  for (const id of ids) {
    const outcome = oneOf(call, id);
    if (outcome instanceof AwsError) {
      Errors.push({ SecretId: id, ErrorCode: outcome.code, Message: outcome.message });
    } else SecretValues.push(outcome);
  }
  return { SecretValues, Errors };
}

/** One read of the batch; CloudTrail takes from the batch's answer that it was one. */
function oneOf(call: Call, id: string): Json | AwsError {
  try {
    const account = parseArn(id)?.account;
    if (account !== undefined && account !== call.principal.account) throw otherAccount(call, id);
    return getSecretValue({ SecretId: id }, { ...call, operation: 'GetSecretValue' });
  } catch (cause) {
    if (cause instanceof AwsError) return inBatch(cause);
    throw cause;
  }
}

/** A batch has its own word for a secret that waits for its deletion: the one of emulators, none is recorded. */
function inBatch(error: AwsError): AwsError {
  if (error.message !== markedForDeletion().message) return error;
  return invalidRequest("You tried to perform the operation on a secret that's currently marked deleted.");
}

/**
 * A batch does not cross accounts; how AWS says so is not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
function otherAccount({ principal }: Call, id: string): AwsError {
  const action = 'secretsmanager:GetSecretValue';
  return new AwsError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${id} because no resource-based policy allows the ${action} action`,
  );
}
