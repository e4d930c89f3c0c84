import { AwsError, type Json, type Operation } from '../../operation.ts';
import type { Region } from '../../regions.ts';

const STATUSES: readonly string[] = [
  'ENABLED',
  'ENABLING',
  'DISABLING',
  'DISABLED',
  'ENABLED_BY_DEFAULT',
] satisfies Region['RegionOptStatus'][];

/**
 * The regions of the account with their opt-in status.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export const listRegions: Operation = (input, call) => {
  call.authorize({
    action: 'account:ListRegions',
    resource: `arn:aws:account::${call.principal.account}:account`,
  });
  // Only an organization's management account may name another account; the sandbox has no organization.
  if (input.AccountId !== undefined) throw invalid('The account is not part of an organization.');
  const { regions } = call.state;
  const wanted = statusesOf(input);
  const size = sizeOf(input);
  const start = startOf(input, regions);
  const matching = regions.filter(({ RegionOptStatus }) => wanted?.includes(RegionOptStatus) ?? true);
  const end = start + size;
  return {
    Regions: matching.slice(start, end),
    ...(end < matching.length ? { NextToken: tokenOf(end) } : {}),
  };
};

function statusesOf({ RegionOptStatusContains: wanted }: Json): readonly unknown[] | undefined {
  if (wanted === undefined) return undefined;
  if (!Array.isArray(wanted) || !wanted.every((status) => STATUSES.includes(status))) {
    throw invalid(`RegionOptStatusContains must be a list of ${STATUSES.join(', ')}.`);
  }
  return wanted.length > 0 ? wanted : undefined;
}

function sizeOf({ MaxResults: size = 50 }: Json): number {
  if (typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 50) return size;
  throw invalid('MaxResults must be between 1 and 50.');
}

function startOf({ NextToken: token }: Json, regions: readonly Region[]): number {
  if (token === undefined) return 0;
  const start = regions.findIndex((_, at) => tokenOf(at) === token);
  if (start < 1) throw invalid('The NextToken value is invalid.');
  return start;
}

// Opaque on purpose: callers hand a token back, they do not read it.
function tokenOf(start: number): string {
  return Buffer.from(`regions-from:${start}`).toString('base64url');
}

/** The fault is AWS's; its wordings are not recorded. */
function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
