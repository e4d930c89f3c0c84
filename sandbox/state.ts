import { type Agenda, createAgenda } from './agenda.ts';
import { settleOperators } from './identity/operators.ts';
import { createIamState, type IamState } from './services/iam/state.ts';
import { createSecretsManagerState, type SecretsManagerState } from './services/secretsmanager/state.ts';
import { createTrail, type Trail } from './trail.ts';

/** Everything the sandbox remembers, per service; each service owns the shape of its part. */
export interface State {
  readonly secretsManager: SecretsManagerState;
  readonly iam: IamState;
  readonly trail: Trail;
  readonly agenda: Agenda;
}

/** Nothing remembered yet, but the accounts and the operators. */
export function createState(options: { readonly replicationMs: number }): State {
  const iam = createIamState();
  settleOperators(iam);
  return {
    iam,
    secretsManager: createSecretsManagerState(options),
    trail: createTrail(),
    agenda: createAgenda(),
  };
}
