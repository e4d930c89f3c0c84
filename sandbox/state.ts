import type { SecretsManagerState } from './services/secretsmanager/state.ts';

/** Everything the sandbox remembers, per service; each service owns the shape of its part. */
export interface State {
  readonly secretsManager: SecretsManagerState;
}
