import 'server-only';
import type { OfferedOperation } from '@/lib/contract/operations';
import { type FieldProblem, ProblemError, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';

/** Refuses an ARN of another region: AWS would answer about a secret the caller did not name. */
export function requireOwnRegion(arn: string, region: string): void {
  if (parseSecretArn(arn)?.region === region) return;
  throw refused({ path: 'input.SecretId', rule: 'must be of the region in the path' });
}

interface LabelInput {
  readonly VersionStage: string;
  readonly RemoveFromVersionId?: string | undefined;
  readonly MoveToVersionId?: string | undefined;
}

/**
 * Refuses label changes that are no compare-and-swap, or that AWS's own bookkeeping does: AWSCURRENT moves from a named
 * version to a named one, AWSPREVIOUS follows it by itself, and a label is taken off a named version.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export function requireLabelForm(input: LabelInput): void {
  const { VersionStage: label, RemoveFromVersionId: from, MoveToVersionId: to } = input;
  if (label === 'AWSPREVIOUS')
    throw refused({ path: 'input.VersionStage', rule: 'must not be AWSPREVIOUS, which AWS moves by itself' });
  if (label === 'AWSCURRENT' && (from === undefined || to === undefined)) {
    const path = to === undefined ? 'input.MoveToVersionId' : 'input.RemoveFromVersionId';
    throw refused({ path, rule: 'must name a version: AWSCURRENT moves from one to another' });
  }
  if (from === undefined && to === undefined)
    throw refused({ path: 'input', rule: 'must name a version the label is put on, or taken from' });
}

/**
 * Refuses a new value that would take AWSCURRENT without saying where the operator saw it, and one that is staged under
 * a label AWS moves by itself. `seen` null: AWSCURRENT was on no version.
 */
export function requirePutForm(stages: readonly string[] | undefined, seen: string | null | undefined): void {
  const own = stages?.find((label) => label.startsWith('AWS') && label !== 'AWSCURRENT');
  if (own !== undefined)
    throw refused({ path: 'input.VersionStages', rule: 'must be AWSCURRENT or labels of your own' });
  const takesCurrent = stages === undefined || stages.includes('AWSCURRENT');
  if (takesCurrent && seen === undefined)
    throw refused({ path: 'seenCurrent', rule: 'must name the version AWSCURRENT was seen on, or null' });
}

/** Only a new value says where AWSCURRENT was seen. */
export function requireNoSeen(operation: OfferedOperation, seen: string | null | undefined): void {
  if (operation === 'PutSecretValue' || seen === undefined) return;
  throw refused({ path: 'seenCurrent', rule: 'belongs to PutSecretValue alone' });
}

const refused = (field: FieldProblem) => new ProblemError(problemOf('input-invalid', { fields: [field] }));
