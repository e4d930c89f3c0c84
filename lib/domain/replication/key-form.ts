/**
 * The form of a KMS key's id, alias or ARN, as ReplicateSecretToRegions takes it; that there is such a key is AWS's to say.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html
 */
export const KMS_KEY_FORM =
  /^(arn:aws[a-z-]*:kms:[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}:\d{12}:(key|alias)\/[\w/-]{1,256}|alias\/[\w/-]{1,256}|[\w-]{1,256})$/;

/** What is wrong with a key for a region, as far as its letters tell; undefined where nothing is. */
export function keyFault(key: string, region: string): string | undefined {
  if (key === '') return undefined;
  if (!KMS_KEY_FORM.test(key)) return 'Not an id, alias or ARN of a KMS key';
  const of = key.startsWith('arn:') ? key.split(':')[3] : region;
  return of === region ? undefined : `A key of ${of}: a replica needs one of ${region}`;
}
