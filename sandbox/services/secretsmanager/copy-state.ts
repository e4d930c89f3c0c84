import type { Secret, SecretsManagerState } from './state.ts';

/** The same secrets once more; what never changes in place, contents and versions, is in both. */
export function copySecretsManager(state: SecretsManagerState): SecretsManagerState {
  return {
    ...state,
    regions: new Map(
      [...state.regions].map(([place, secrets]) => [
        place,
        new Map([...secrets].map(([name, secret]) => [name, copySecret(secret)])),
      ]),
    ),
    listings: new Map(state.listings),
    invocableFunctions: new Set(state.invocableFunctions),
    failingFunctions: new Map(state.failingFunctions),
    slowCopies: new Map(state.slowCopies),
  };
}

function copySecret(secret: Secret): Secret {
  const { versionsAccessed, replicas, following } = secret;
  return {
    ...secret,
    versionsAccessed: new Map(versionsAccessed),
    replicas: new Map([...replicas].map(([region, replica]) => [region, { ...replica }])),
    following: following && { ...following },
  };
}
