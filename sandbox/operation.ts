import type { Random } from './random.ts';
import type { State } from './state.ts';

/** Any JSON object: what an AWS call carries in and out before an operation has looked at it. */
export type Json = { readonly [key: string]: unknown };

/** One text or several, as IAM writes most members of a statement. */
export type Texts = string | readonly string[];

/** Who a statement of a resource's policy speaks of. */
export type PrincipalElement = '*' | { readonly [kind: string]: Texts };

/** One statement of a policy, as IAM writes it; `${…}` in it are policy variables. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  /** In policies of resources and in trust policies only. */
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: Texts } };
}

/** The role behind temporary credentials, and what the session itself adds and limits. */
export interface RoleSession {
  readonly roleName: string;
  readonly roleArn: string;
  /** `AROA…`, without the session's name. */
  readonly roleId: string;
  readonly sessionName: string;
  readonly sourceIdentity?: string;
  /** What the session may do at most: the policy given when the role was assumed. */
  readonly policy?: readonly Statement[];
  /** Tags that pass on to the sessions taken from this one. */
  readonly transitive?: ReadonlyMap<string, string>;
  /** The provider's ARN and the token's subject, where the role was assumed with a web identity. */
  readonly webIdentity?: { readonly provider: string; readonly subject: string; readonly audience: string };
}

/** Who signed: one IAM user or assumed role of one account, its root, or an AWS service. */
export interface Principal {
  readonly type: 'user' | 'assumed-role' | 'root' | 'service' | 'federated';
  readonly account: string;
  /** User name, or `Role/session` for an assumed role; a service's name for a service. */
  readonly name: string;
  readonly arn: string;
  readonly userId: string;
  /** The statements of all its identity policies as they are now. */
  readonly policy: readonly Statement[];
  /** Assumed roles only. */
  readonly session?: RoleSession;
  /** When its temporary credentials were made, in virtual time; none for long-term keys. */
  readonly since?: Date;
  /** Whether a second factor was proved when its temporary credentials were made. */
  readonly mfa?: boolean;
  /** Tags of the user or role, as `aws:PrincipalTag/…` gives them. */
  readonly tags?: ReadonlyMap<string, string>;
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
  /** The policies of keys and the trust policies of roles decide alone who may come in at all. */
  readonly kind: 'resource' | 'key' | 'trust';
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
  /** Condition keys that only the operation knows, e.g. `secretsmanager:VersionStage`, `aws:TagKeys`. */
  readonly context?: { readonly [key: string]: Texts };
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
