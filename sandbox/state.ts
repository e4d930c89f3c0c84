import { type Agenda, createAgenda } from './agenda.ts';
import type { Faults } from './faults/faults.ts';
import { settleOperators } from './identity/operators.ts';
import { type Region, type RegionChoice, regionsOf } from './regions.ts';
import { copyIam } from './services/iam/copy-state.ts';
import { createIamState, type IamState } from './services/iam/state.ts';
import { settleDirectory } from './services/identity-center/directory.ts';
import {
  copyIdentityCenter,
  createIdentityCenter,
  type IdentityCenterState,
} from './services/identity-center/state.ts';
import { createKmsState, type KmsState } from './services/kms/state.ts';
import { copyLambda, createLambdaState, type LambdaState } from './services/lambda/state.ts';
import { createLogsState, type LogsState } from './services/logs/state.ts';
import { copySecretsManager } from './services/secretsmanager/copy-state.ts';
import { createSecretsManagerState, type SecretsManagerState } from './services/secretsmanager/state.ts';
import { copyTargets, createTargets, type TargetsState } from './targets/state.ts';
import { createTrail, type Trail, type TrailOptions } from './trail.ts';

/** Everything the sandbox remembers, per service; each service owns the shape of its part. */
export interface State {
  readonly secretsManager: SecretsManagerState;
  readonly lambda: LambdaState;
  readonly logs: LogsState;
  readonly kms: KmsState;
  readonly iam: IamState;
  readonly identityCenter: IdentityCenterState;
  readonly targets: TargetsState;
  readonly trail: Trail;
  readonly agenda: Agenda;
  readonly regions: readonly Region[];
  /** What strikes the calls of functions too, once the world is served; no fault has a hand in its history. */
  faults: Pick<Faults, 'strike'> | undefined;
}

/** Nothing remembered yet, but the accounts and the operators. */
export function createState(
  options: TrailOptions &
    RegionChoice & {
      readonly replicationMs: number;
      readonly listingLagMs?: number;
    },
): State {
  const iam = createIamState();
  settleOperators(iam);
  const identityCenter = createIdentityCenter();
  settleDirectory(identityCenter, iam);
  return {
    iam,
    identityCenter,
    secretsManager: createSecretsManagerState(options),
    lambda: createLambdaState(),
    logs: createLogsState(),
    targets: createTargets(),
    trail: createTrail(options),
    kms: createKmsState(),
    agenda: createAgenda(),
    regions: regionsOf(options),
    faults: undefined,
  };
}

/** The same state once more: what is done in one copy leaves the other as it was. */
export function copyState(state: State): State {
  return {
    iam: copyIam(state.iam),
    identityCenter: copyIdentityCenter(state.identityCenter),
    secretsManager: copySecretsManager(state.secretsManager),
    lambda: copyLambda(state.lambda),
    logs: structuredClone(state.logs),
    targets: copyTargets(state.targets),
    trail: state.trail.copy(),
    kms: structuredClone(state.kms),
    agenda: state.agenda.copy(),
    regions: state.regions,
    faults: undefined,
  };
}
