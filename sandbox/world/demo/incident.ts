import { changeInfrastructure } from '../../infrastructure/change.ts';
import { ENDPOINTS } from './functions.ts';
import type { Stage } from './history.ts';
import { HOUR, MINUTE } from './script.ts';

/** What was due last night and could not rotate: AWSPENDING is on a version that has no value. */
export const INCIDENT: readonly string[] = [
  'prod/orders/aurora-app',
  'prod/orders/aurora-ro',
  'prod/inventory/aurora-app',
  'prod/shipping/aurora-app',
  'prod/catalog/aurora-app',
  'prod/pricing/aurora-app',
  'prod/loyalty/aurora-app',
];

/** How long ago it began to go wrong, and when the schedules fired. */
const CUT = 104 * MINUTE;
export const DUE = 92 * MINUTE;

/** Where the endpoint went: `rotate-aurora` is in private subnets, and has no other way to Secrets Manager. */
const CUT_OFF = ['us-east-1', 'us-west-2'];

/** Whether a secret's rotation is one of those that never reach Secrets Manager. */
export function isCutOff({ name }: { readonly name: string }): boolean {
  return INCIDENT.includes(name);
}

/**
 * The pipeline deletes an endpoint in two regions; rotations that begin later time out in createSecret. Somebody
 * tries one again, and is told to wait.
 */
export function writeIncident({ script, random, people }: Stage): void {
  for (const [at, region] of CUT_OFF.entries()) {
    script.happen(CUT - at * 20_000, ({ state, clock, random }) => {
      const site = { state, random, region, now: clock.now(), ...people.pipeline };
      changeInfrastructure('DeleteVpcEndpoints', { VpcEndpointId: ENDPOINTS[region] }, site);
    });
  }
  const again = { SecretId: INCIDENT[0], ClientRequestToken: random.uuid() };
  script.add(HOUR, people.responder, 'us-east-1', 'RotateSecret', again, { refused: true });
}
