import { type Agenda, createAgenda } from './agenda.ts';
import { createKmsState, type KmsState } from './services/kms/state.ts';
import { createSecretsManagerState, type SecretsManagerState } from './services/secretsmanager/state.ts';
import { createTrail, type Trail } from './trail.ts';

/** Everything the sandbox remembers, per service; each service owns the shape of its part. */
export interface State {
  readonly secretsManager: SecretsManagerState;
  readonly kms: KmsState;
  readonly trail: Trail;
  readonly agenda: Agenda;
}

/** Nothing remembered yet. */
export function createState(options: { readonly replicationMs: number }): State {
  return {
    secretsManager: createSecretsManagerState(options),
    kms: createKmsState(),
    trail: createTrail(),
    agenda: createAgenda(),
  };
}
