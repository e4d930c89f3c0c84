import 'server-only';
import { ListRegionsCommand } from '@aws-sdk/client-account';
import { account } from './client';
import type { AwsOperator } from './credentials';
import { send } from './send';

/**
 * The regions the account has enabled. Needs `account:ListRegions`.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export async function readEnabledRegions(
  operator: AwsOperator,
  region: string,
  signal?: AbortSignal,
): Promise<{ regions: string[]; at: string }> {
  const client = account(operator, region);
  const regions: string[] = [];
  let token: string | undefined;
  for (;;) {
    const command = new ListRegionsCommand({
      MaxResults: 50,
      RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
      ...(token ? { NextToken: token } : {}),
    });
    const { output, at } = await send(command, (options) => client.send(command, options), {
      action: 'account:ListRegions',
      region,
      ...(signal ? { signal } : {}),
    });
    regions.push(...(output.Regions ?? []).flatMap((found) => found.RegionName ?? []));
    token = output.NextToken;
    if (!token) return { regions: regions.sort(), at };
  }
}

/** Where Secrets Manager is enabled in every account of a partition; asked when the account's own list is refused. */
const DEFAULT_REGIONS: Record<'aws' | 'cn' | 'gov', readonly string[]> = {
  aws: [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
  ],
  cn: ['cn-north-1', 'cn-northwest-1'],
  gov: ['us-gov-east-1', 'us-gov-west-1'],
};

/**
 * The regions enabled by default in the partition of `region`.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export function defaultRegions(region: string): readonly string[] {
  if (region.startsWith('cn-')) return DEFAULT_REGIONS.cn;
  return region.startsWith('us-gov-') ? DEFAULT_REGIONS.gov : DEFAULT_REGIONS.aws;
}
