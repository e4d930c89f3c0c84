import type { Call } from '../../operation.ts';
import type { Secret } from './state.ts';

/** What Secrets Manager does by itself and tells CloudTrail. */
export type ServiceEvent =
  | `Rotation${'Started' | 'Succeeded' | 'Failed' | 'Abandoned'}`
  | `TestRotation${'Started' | 'Succeeded' | 'Failed'}`
  | 'SecretVersionDeletion'
  | `${'Start' | 'End' | 'Cancel'}SecretVersionDelete`
  | `Replication${'Started' | 'Succeeded' | 'Failed'}`;

/** An event: which, when, and about which version or region of the secret. */
interface Told {
  readonly name: ServiceEvent;
  readonly at: Date;
  readonly about: string;
  readonly errorMessage?: string;
}

/**
 * Tells CloudTrail of something the service did to a secret. The request id of rotations is a recorded one:
 * it ends in the version; that of the other events is not recorded and has the same form.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export function tellService({ state }: Pick<Call, 'state'>, secret: Secret, event: Told): void {
  const kind = /Rotation|Replication/.exec(event.name)?.[0] ?? 'Deletion';
  state.trail.tell({
    kind: 'service',
    at: event.at,
    region: secret.region,
    account: secret.account,
    service: 'secretsmanager',
    name: event.name,
    secretArn: secret.arn,
    requestId: `${kind}-${secret.arn}-${event.about}`,
    ...(event.errorMessage === undefined ? {} : { errorMessage: event.errorMessage }),
  });
}
