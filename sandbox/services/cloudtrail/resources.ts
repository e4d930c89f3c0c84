import type { Json } from '../../operation.ts';
import type { CallHappening } from '../../trail.ts';
import type { EventResource } from './event.ts';
import { type ResourceLookup, secretResource } from './secret-resource.ts';

/** What a call was about, for its event and for who gets it. Reads what the call carried; keeps no value. */
export function callResources(told: CallHappening, lookup: ResourceLookup, output: Json): EventResource[] {
  const { service, input, principal } = told;
  switch (service) {
    case 'secretsmanager':
      return secretResource(lookup, principal.account, input, output);
    case 'kms':
      return [keyArn(input, output)].flatMap((arn) => (arn ? [resource(arn, 'AWS::KMS::Key')] : []));
    case 'sts':
      return isArn(input.RoleArn) ? [resource(input.RoleArn, 'AWS::IAM::Role')] : [];
    default:
      return [];
  }
}

/** The accounts whose resources a call was about; their events are theirs too. */
export function ownersOf(input: Json, resources: readonly EventResource[]): string[] {
  const { SecretId } = input;
  const secret = isArn(SecretId) ? SecretId.split(':')[4] : undefined;
  return [...(secret ? [secret] : []), ...resources.map(({ account }) => account)];
}

function keyArn(input: Json, output: Json): string | undefined {
  const metadata = output.KeyMetadata as Json | undefined;
  return [metadata?.Arn, output.KeyId, input.KeyId].find(
    (one): one is string => isArn(one) && one.includes(':key/'),
  );
}

function isArn(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('arn:') && value.split(':').length >= 6;
}

function resource(arn: string, type: string): EventResource {
  return { arn, account: arn.split(':')[4] ?? '', type };
}
