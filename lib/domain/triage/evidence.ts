/** What is known about one attempt to rotate; whatever is missing is not known. */
export interface Evidence {
  /** Log entries in their order: a line each, or a whole event of many lines, as text or as JSON. */
  readonly log: readonly string[];
  readonly cloudtrail: readonly TrailEvent[];
  readonly state: RotationFacts;
  readonly engine?: string;
  readonly runtime?: string;
}

/** What the diagnosis reads of a CloudTrail record. */
export interface TrailEvent {
  readonly eventName?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

/** What the secret, its labels, its key and its function say. */
export interface RotationFacts {
  readonly rotationEnabled?: boolean;
  /** AWSPENDING is on another version than AWSCURRENT and no attempt runs. */
  readonly pendingStuck?: boolean;
  /** AWSPENDING is on the version with AWSCURRENT: how a finished rotation may leave it. */
  readonly pendingSameAsCurrent?: boolean;
  /** The function runs inside a VPC. */
  readonly vpc?: boolean;
  readonly lambdaExists?: boolean;
  readonly reservedConcurrency?: number;
  /** Its policy lets Secrets Manager invoke it. */
  readonly invocable?: boolean;
  /** Lambda's StateReasonCode, where the function is not active or its last update failed. */
  readonly stateReasonCode?: string;
  /** Lambda's code for why it could not decrypt the function's variables. */
  readonly environmentError?: string;
}

/** Reads evidence of any shape: a field that is missing or of the wrong type counts as absent, others are ignored. */
export function evidenceFrom(value: unknown): Evidence {
  const given = fieldsOf(value);
  const trail = Array.isArray(given.cloudtrail) ? given.cloudtrail : [given.cloudtrail];
  const engine = textOf(given.engine);
  const runtime = textOf(given.runtime);
  return {
    // An entry that is no text keeps its place, so that the lines of proofs still count from the start.
    log: Array.isArray(given.log)
      ? given.log.map((entry) => textOf(entry) ?? '')
      : [textOf(given.log)].filter((text) => text !== undefined),
    cloudtrail: trail.map(trailEventFrom),
    state: factsFrom(fieldsOf(given.state)),
    ...(engine === undefined ? {} : { engine }),
    ...(runtime === undefined ? {} : { runtime }),
  };
}

function trailEventFrom(value: unknown): TrailEvent {
  const { eventName, errorCode, errorMessage } = fieldsOf(value);
  return present({
    eventName: textOf(eventName),
    errorCode: textOf(errorCode),
    errorMessage: textOf(errorMessage),
  });
}

function factsFrom(state: Readonly<Record<string, unknown>>): RotationFacts {
  const { reservedConcurrency } = state;
  return present({
    rotationEnabled: truthOf(state.rotationEnabled),
    pendingStuck: truthOf(state.pendingStuck),
    pendingSameAsCurrent: truthOf(state.pendingSameAsCurrent),
    vpc: vpcOf(state.vpc),
    lambdaExists: truthOf(state.lambdaExists),
    reservedConcurrency: typeof reservedConcurrency === 'number' ? reservedConcurrency : undefined,
    invocable: truthOf(state.invocable),
    stateReasonCode: textOf(state.stateReasonCode),
    environmentError: textOf(state.environmentError),
  });
}

/** A VPC may be told as true or false, by its id, or as Lambda's VpcConfig. */
function vpcOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  const { vpcId, VpcId } = fieldsOf(value);
  const id = textOf(vpcId) ?? textOf(VpcId);
  return id === undefined ? undefined : id !== '';
}

const truthOf = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** Without the fields that are undefined. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
