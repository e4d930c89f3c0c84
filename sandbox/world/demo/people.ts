import type { Principal } from '../../operation.ts';
import type { Build } from '../build.ts';

/** Everybody who acts in the demo's past, besides the operators one can sign in as. */
export interface People {
  /** Those who change secrets by hand: operators with the right to, and the pipeline. */
  readonly authors: readonly Principal[];
  readonly riley: Principal;
  readonly dana: Principal;
  readonly noor: Principal;
  /** The role of a rotation function, e.g. `rotate-postgres`. */
  rotation(name: string): Principal;
  /** The role of an application that reads its secrets, e.g. `payments-api`. */
  application(team: string): Principal;
  /** RDS, through its service-linked role. */
  readonly rds: Principal;
}

/** The people and roles of the demo's account. */
export function castOf(build: Build): People {
  const { riley, noor } = build.operators;
  const role = (name: string, session: string): Principal => ({
    type: 'assumed-role',
    account: riley.account,
    name: `${name}/${session}`,
    arn: `arn:aws:sts::${riley.account}:assumed-role/${name}/${session}`,
    userId: `AROASANDBOX${name.toUpperCase().replace(/[^A-Z]/g, '')}:${session}`,
    policy: [{ Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' }],
  });
  // As an operator dana writes no values; whoever does takes a role for it.
  const dana = role('SecretsMaintainer', 'dana');
  const pipeline = role('terraform-ci', 'apply');
  return {
    authors: [riley, dana, pipeline],
    riley,
    dana,
    noor,
    rotation: (name) => role(name, name),
    application: (team) => role(`${team}-api`, 'task'),
    rds: role('AWSServiceRoleForRDS', 'rds'),
  };
}
