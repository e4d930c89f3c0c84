/**
 * The region that answers Account Management for a whole partition; in China Ningxia's, also for Beijing.
 * https://docs.aws.amazon.com/general/latest/gr/acct-mgmt.html
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html
 */
export function accountRegionOf(region: string): string {
  return region.startsWith('cn-') ? 'cn-northwest-1' : iamRegionOf(region);
}

/**
 * The region in which a partition's IAM is changed, and so the one whose event history tells of it; in China Beijing's.
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/iam.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 */
export function iamRegionOf(region: string): string {
  if (region.startsWith('cn-')) return 'cn-north-1';
  return region.startsWith('us-gov-') ? 'us-gov-west-1' : 'us-east-1';
}
