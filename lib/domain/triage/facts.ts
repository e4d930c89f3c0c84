import type { Cause } from './cause.ts';
import type { RotationFacts } from './evidence.ts';

/** What the state of secret and function says by itself. */
export interface FactFinding {
  readonly cause: Cause;
  /** As of a clue; below 70 it only counts where nothing else failed. */
  readonly weight: number;
  readonly says: string;
}

// https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html#lambda-GetFunctionConfiguration-response-StateReasonCode
const NETWORK =
  /^(?:Eni|Efs|Subnet|InvalidSubnet|InvalidSecurityGroup|InsufficientRolePermissions|FunctionError\.Eni)/;
const KEY = /KMSKey/;

/** Causes that lie in the state. AWSPENDING on the current version is healthy and not among them. */
export function factFindings(facts: RotationFacts): FactFinding[] {
  const { lambdaExists, reservedConcurrency, rotationEnabled, pendingStuck, pendingSameAsCurrent } = facts;
  const { invocable, stateReasonCode = '', environmentError } = facts;
  return [
    ...(lambdaExists === false
      ? [{ cause: 'lambda-missing', weight: 110, says: 'The rotation function does not exist' } as const]
      : []),
    ...(reservedConcurrency === 0
      ? [{ cause: 'throttled', weight: 84, says: 'The function has a reserved concurrency of 0' } as const]
      : []),
    ...(invocable === false
      ? [
          {
            cause: 'lambda-not-invocable',
            weight: 84,
            says: 'The policy of the function does not let Secrets Manager invoke it',
          } as const,
        ]
      : []),
    ...(NETWORK.test(stateReasonCode)
      ? [
          {
            cause: 'lambda-network-interface',
            weight: 84,
            says: `Lambda says of the function: ${stateReasonCode}`,
          } as const,
        ]
      : []),
    ...(environmentError !== undefined || KEY.test(stateReasonCode)
      ? [
          {
            cause: 'lambda-environment-undecryptable',
            weight: 84,
            says: `Lambda says of the function’s variables: ${environmentError ?? stateReasonCode}`,
          } as const,
        ]
      : []),
    ...(rotationEnabled === false
      ? [{ cause: 'rotation-not-enabled', weight: 66, says: 'Rotation is switched off' } as const]
      : []),
    ...(pendingStuck === true && pendingSameAsCurrent !== true
      ? [
          {
            cause: 'pending-stuck',
            weight: 64,
            says: 'AWSPENDING stands on another version than AWSCURRENT, and no attempt runs',
          } as const,
        ]
      : []),
  ];
}
