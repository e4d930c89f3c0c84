import { rights } from './rights.ts';

const looking = [
  ...['regions', 'secrets', 'secret', 'policy', 'history', 'rotation', 'function', 'replication'],
];

/** What each policy in docs/iam is for, by the ids of rights. */
export const roles: Readonly<Record<string, readonly string[]>> = {
  viewer: looking,
  'rotation-responder': [...looking, 'run-log', 'rotate', 'cancel', 'labels'],
  'rollback-operator': [...looking, 'roll-back', 'labels'],
  editor: [...looking, ...['reveal', 'roll-back', 'labels', 'put', 'password', 'describe', 'tag', 'untag']],
  // Whoever looks after secrets need not see policies.
  admin: rights.map(({ id }) => id).filter((id) => id !== 'simulate'),
};
