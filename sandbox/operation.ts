import type { Random } from './random.ts';
import type { State } from './state.ts';

/** Any JSON object: what an AWS call carries in and out before an operation has looked at it. */
export type Json = { readonly [key: string]: unknown };

/** One statement of an identity policy, as IAM writes it. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: {
    readonly [operator: string]: { readonly [key: string]: string | readonly string[] };
  };
}

/** Who signed: one IAM user or assumed role of one account. */
export interface Principal {
  readonly account: string;
  /** User name, or `Role/session` for an assumed role. */
  readonly name: string;
  readonly arn: string;
  readonly userId: string;
  readonly policy: readonly Statement[];
}

/** Where a call came from, as CloudTrail and the condition keys of policies tell it. */
export interface Caller {
  readonly sourceIp: string;
  readonly userAgent: string;
  /** The access key that signed; none for calls inside AWS. */
  readonly accessKeyId?: string;
  /** The Host header of the request. */
  readonly host?: string;
}

/** A policy that hangs on a resource instead of a principal, and the account the resource is in. */
export interface Attached {
  readonly kind: 'resource' | 'key';
  readonly account: string;
  /** The policy's JSON; undefined when the resource has none. */
  readonly policy: string | undefined;
}

/** What an operation asks IAM: the action on the resource, in the request's context. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** The resource as the caller named it, where that is what a refusal repeats: a secret's bare name. */
  readonly shown?: string;
  /** Condition keys that only the operation knows, e.g. `secretsmanager:VersionStage`. */
  readonly context?: { readonly [key: string]: string };
  /** The resource's own policy; without it the resource is the caller's account's and has none. */
  readonly attached?: Attached;
}

/** One AWS call as its operation sees it: verified, in one region, at one virtual instant. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly principal: Principal;
  readonly requestId: string;
  readonly now: Date;
  readonly random: Random;
  readonly state: State;
  readonly caller: Caller;
  /** Throws AwsError AccessDeniedException in AWS's words unless a policy allows and none denies. */
  authorize(request: Request): void;
  /** The same question without the refusal. */
  allows(request: Request): boolean;
}

/** An AWS operation: reads or changes `call.state`, answers the output, or throws AwsError. */
export type Operation = (input: Json, call: Call) => Json;

/** A failure in AWS's own terms; the protocol of the service decides how it is spelled on the wire. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
  }
}
