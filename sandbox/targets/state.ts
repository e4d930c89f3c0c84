/** The kinds of systems a password opens. */
export const ENGINES = [
  'postgres',
  'mysql',
  'mariadb',
  'oracle',
  'sqlserver',
  'mongo',
  'redshift',
  'redis',
  'http',
] as const;
export type Engine = (typeof ENGINES)[number];

/** One login a target knows. */
export interface Login {
  readonly password: string;
  /** Whether it may change passwords: its own, everybody's, or none. */
  readonly may: 'nothing' | 'own' | 'all';
}

/** A system that accepts or refuses logins: a database, or a partner's API. Replaced as a whole at each change. */
export interface Target {
  readonly host: string;
  readonly engine: Engine;
  readonly port: number;
  readonly users: ReadonlyMap<string, Login>;
  /** Names of its databases. */
  readonly databases: readonly string[];
  /** `down`: packets get no answer; `closed`: the port refuses connections. */
  readonly health: 'up' | 'down' | 'closed';
  readonly tls: 'optional' | 'required' | 'none';
  /** The security group before it; undefined: none. */
  readonly securityGroup: string | undefined;
  /** Milliseconds a change of a password takes. */
  readonly slowMs: number;
  /** A proxy before it goes on to accept the password it knows, and no other. */
  readonly cached: boolean;
  /** Characters its rules do not take in a password. */
  readonly forbidden: string;
  /** The status a partner's API answers a change with; 200 makes it. */
  readonly status: number;
}

/** A way from a VPC to an AWS service without the internet. */
export interface Endpoint {
  readonly account: string;
  readonly region: string;
  readonly vpcId: string;
  readonly service: string;
}

/** The targets of a world, and the network before them and before AWS. */
export interface TargetsState {
  /** By host. */
  readonly hosts: Map<string, Target>;
  /** By `vpce-…`. */
  readonly endpoints: Map<string, Endpoint>;
  /** Which security groups a security group lets in, by its id. */
  readonly ingress: Map<string, readonly string[]>;
}

/** Nothing to log in to, and no network. */
export function createTargets(): TargetsState {
  return { hosts: new Map(), endpoints: new Map(), ingress: new Map() };
}

/** The same targets once more. */
export function copyTargets({ hosts, endpoints, ingress }: TargetsState): TargetsState {
  return { hosts: new Map(hosts), endpoints: new Map(endpoints), ingress: new Map(ingress) };
}

/** The port an engine listens on. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html */
export const PORTS: Readonly<Record<Engine, number>> = {
  postgres: 5432,
  mysql: 3306,
  mariadb: 3306,
  oracle: 1521,
  sqlserver: 1433,
  mongo: 27017,
  redshift: 5439,
  redis: 6379,
  http: 443,
};

/** Adds a target, or replaces the one of that host; what is left out is ordinary. */
export function addTarget(
  state: TargetsState,
  given: Pick<Target, 'host' | 'engine'> & Partial<Target>,
): Target {
  const made: Target = {
    port: PORTS[given.engine],
    users: new Map(),
    databases: ['app'],
    health: 'up',
    tls: 'optional',
    securityGroup: undefined,
    slowMs: 0,
    cached: false,
    forbidden: '',
    status: 200,
    ...given,
  };
  state.hosts.set(made.host, made);
  return made;
}

/** Gives a target a login, or one it has another password. */
export function putLogin(state: TargetsState, host: string, user: string, login: Login): void {
  const target = state.hosts.get(host);
  if (!target) throw new Error(`No target is called ${host}.`);
  state.hosts.set(host, { ...target, users: new Map(target.users).set(user, login) });
}
