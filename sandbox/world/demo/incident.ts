import type { Json } from '../../operation.ts';
import type { Stage } from './history.ts';
import { functionArn } from './rotations.ts';
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

/** The functions in private subnets: the endpoint is their only way to Secrets Manager. */
const CUT_OFF = ['rotate-aurora'];

const ENDPOINTS = { 'us-east-1': 'vpce-0f31c8d27be5a9460', 'us-west-2': 'vpce-07aa41d9c63e20b58' };

/** Whether a secret's rotation is one of those that never reach Secrets Manager. */
export function isCutOff({ name }: { readonly name: string }): boolean {
  return INCIDENT.includes(name);
}

/**
 * The pipeline deletes an endpoint in two regions; rotations that begin later time out in createSecret. Somebody
 * tries one again, and is told to wait.
 */
export function writeIncident({ script, random, people }: Stage): void {
  for (const [at, [region, endpoint]] of Object.entries(ENDPOINTS).entries()) {
    script.happen(CUT - at * 20_000, ({ state, clock }) => {
      for (const name of CUT_OFF) {
        const failure = { step: 'createSecret', afterMs: 62_000 } as const;
        state.secretsManager.failingFunctions.set(functionArn(region, name), failure);
      }
      // EC2 has no API here; what its call leaves behind is the event and its effect.
      const input: Json = { DeleteVpcEndpointsRequest: { VpcEndpointId: { tag: 1, content: endpoint } } };
      state.trail.tell({
        ...{ kind: 'call', at: clock.now(), region, ...people.pipeline, requestId: random.uuid() },
        ...{ service: 'ec2', operation: 'DeleteVpcEndpoints', input, outcome: { output: {} } },
      });
    });
  }
  const again = { SecretId: INCIDENT[0], ClientRequestToken: random.uuid() };
  script.add(HOUR, people.responder, 'us-east-1', 'RotateSecret', again, { refused: true });
}
