/** What an operation does to the world; policy (audit, caching, retries) follows from it alone. */
export type Effect = 'read' | 'reveal' | 'write' | 'destroy';

/**
 * The operations door one offers, with their effects: the part of the contract a browser runs. Which fields
 * each takes is in operations.ts, with the forms that check them on the server.
 */
export const effects = {
  CancelRotateSecret: 'write',
  DescribeSecret: 'read',
  GetResourcePolicy: 'read',
  PutSecretValue: 'write',
  RemoveRegionsFromReplication: 'destroy',
  ReplicateSecretToRegions: 'write',
  RotateSecret: 'write',
  StopReplicationToReplica: 'destroy',
  TagResource: 'write',
  UntagResource: 'write',
  UpdateSecret: 'write',
  UpdateSecretVersionStage: 'write',
} as const satisfies { readonly [operation: string]: Effect };
