import 'server-only';
import { type EvaluationResult, GetRoleCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { iamRegionOf } from '@/lib/domain/global-regions';
import type { Simulated } from '@/lib/domain/permissions/known';
import { iam } from './client';
import type { AwsOperator } from './credentials';
import { send } from './send';

/**
 * The ARN of a role by its name, with the path that a session's ARN leaves out. Needs `iam:GetRole`.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 */
export async function readRoleArn(
  operator: AwsOperator,
  region: string,
  name: string,
): Promise<string | undefined> {
  const client = iam(operator, region);
  const command = new GetRoleCommand({ RoleName: name });
  const { output } = await send(command, (options) => client.send(command, options), {
    action: 'iam:GetRole',
    region: iamRegionOf(region),
    resource: name,
  });
  return output.Role?.Arn;
}

/** What is simulated in one go: actions that are decided on the same resources. */
export interface Question {
  readonly source: string;
  readonly region: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

// More than there are pages of; IAM answers up to a thousand results a page.
const MOST_PAGES = 5;

/**
 * What the policies of a user or role say of actions in a region; nothing is done. Needs `iam:SimulatePrincipalPolicy`.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export async function simulate(
  operator: AwsOperator,
  question: Question,
  signal: AbortSignal,
): Promise<Simulated[]> {
  const { source, region, actions, resources } = question;
  const client = iam(operator, region);
  const results: EvaluationResult[] = [];
  let marker: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const command = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: source,
      ActionNames: [...actions],
      ResourceArns: [...resources],
      MaxItems: 1_000,
      ContextEntries: [
        entry('aws:RequestedRegion', region),
        entry(
          'kms:ViaService',
          `secretsmanager.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
        ),
      ],
      ...(marker ? { Marker: marker } : {}),
    });
    const { output } = await send(command, (options) => client.send(command, options), {
      action: 'iam:SimulatePrincipalPolicy',
      region: iamRegionOf(region),
      resource: source,
      signal,
    });
    results.push(...(output.EvaluationResults ?? []));
    if (!output.IsTruncated || !output.Marker) break;
    marker = output.Marker;
  }
  return results.map((result) => toSimulated(result, region));
}

const entry = (ContextKeyName: string, value: string) => ({
  ContextKeyName,
  ContextKeyValues: [value],
  ContextKeyType: 'string' as const,
});

function toSimulated(result: EvaluationResult, region: string): Simulated {
  const { EvalActionName: action = '', EvalResourceName: resource = '*', EvalDecision } = result;
  const limitedBy =
    result.OrganizationsDecisionDetail?.AllowedByOrganizations === false
      ? 'service control policy'
      : result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false
        ? 'permissions boundary'
        : undefined;
  return {
    ...{ action, region, resource },
    decision:
      EvalDecision === 'allowed' ? 'allowed' : EvalDecision === 'explicitDeny' ? 'denied' : 'not-allowed',
    policies: [
      ...new Set((result.MatchedStatements ?? []).flatMap(({ SourcePolicyId }) => SourcePolicyId ?? [])),
    ],
    unknownKeys: [...new Set(result.MissingContextValues ?? [])],
    ...(limitedBy ? { limitedBy } : {}),
  };
}
