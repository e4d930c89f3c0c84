import type { Principal, Statement } from '../operation.ts';
import type { IamState } from '../services/iam/state.ts';

/**
 * What a principal's account lets it do at most. Services and their service-linked roles are not limited.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function boundaryFor({ accounts }: IamState, principal: Principal): readonly Statement[] | undefined {
  const linked = principal.session?.roleArn.includes(':role/aws-service-role/');
  return principal.type === 'service' || linked ? undefined : accounts.get(principal.account)?.boundary;
}
