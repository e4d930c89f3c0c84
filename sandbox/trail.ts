import type { Caller, Json, Principal } from './operation.ts';

/** What CloudTrail hears of one AWS call, refused or not; it decides itself what of that is written down. */
export interface CallHappening {
  readonly kind: 'call';
  readonly at: Date;
  readonly region: string;
  readonly principal: Principal;
  readonly caller: Caller;
  readonly service: string;
  readonly operation: string;
  readonly requestId: string;
  readonly input: Json;
  readonly outcome: { readonly output: Json } | { readonly code: string; readonly message: string };
}

/** A call that one AWS service made to another for the caller, e.g. the Decrypt behind GetSecretValue. */
export interface BehalfHappening {
  readonly kind: 'behalf';
  readonly at: Date;
  readonly region: string;
  readonly principal: Principal;
  readonly caller: Caller;
  /** The service that was called, e.g. `kms`, and the one that called it, e.g. `secretsmanager`. */
  readonly service: string;
  readonly by: string;
  readonly operation: string;
  readonly readOnly: boolean;
  readonly requestParameters: Json;
  readonly resources: readonly {
    readonly arn: string;
    readonly account: string;
    readonly type: string;
  }[];
  readonly failure?: { readonly code: string; readonly message: string };
}

/** Something a service did by itself, e.g. StartSecretVersionDelete. */
export interface ServiceHappening {
  readonly kind: 'service';
  readonly at: Date;
  readonly region: string;
  readonly account: string;
  readonly service: string;
  readonly name: string;
  readonly secretArn: string;
  readonly requestId: string;
  readonly errorMessage?: string;
}

/** Anything CloudTrail is told. */
export type Happening = CallHappening | BehalfHappening | ServiceHappening;

/** Where everything that happens in a world is told. */
export interface Trail {
  readonly happenings: readonly Happening[];
  tell(happening: Happening): void;
}

/** Nothing has happened yet. */
export function createTrail(): Trail {
  const happenings: Happening[] = [];
  return { happenings, tell: (happening) => void happenings.push(happening) };
}
