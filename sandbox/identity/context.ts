import type { Caller, Principal, Request, Texts } from '../operation.ts';

/** The condition keys of one request. */
export interface Context {
  /** A key's values; undefined when the request does not carry it. The key's case does not matter. */
  get(key: string): readonly string[] | undefined;
}

/** All that condition keys are taken from. */
export interface Circumstances {
  readonly principal: Principal;
  readonly region: string;
  readonly now: Date;
  readonly caller: Caller;
  readonly context?: Request['context'];
}

/** A context of exactly these keys. */
export function contextOf(keys: Readonly<Record<string, Texts>>): Context {
  const folded = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), texts(value)]));
  return { get: (key) => folded.get(key.toLowerCase()) };
}

/**
 * The context of a request: what its operation says, and the global keys. Nothing is made before a policy
 * asks for it, as most have no condition.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextFor(circumstances: Circumstances): Context {
  let own: Context | undefined;
  return {
    get(key) {
      own ??= contextOf(circumstances.context ?? {});
      const folded = key.toLowerCase();
      const given = own.get(folded);
      if (given) return given;
      if (folded.startsWith(PRINCIPAL_TAG)) {
        return tagOf(circumstances.principal, folded.slice(PRINCIPAL_TAG.length));
      }
      const value = globalKeys[folded]?.(circumstances, own);
      return value === undefined ? undefined : [value];
    },
  };
}

/** One text as a list of one. */
export function texts(value: Texts): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

const PRINCIPAL_TAG = 'aws:principaltag/';

// The names of tag keys are compared without regard to case, like those of all condition keys.
function tagOf({ tags }: Principal, folded: string): readonly string[] | undefined {
  for (const [key, value] of tags ?? []) if (key.toLowerCase() === folded) return [value];
  return undefined;
}

const TYPES: Readonly<Record<Principal['type'], string | undefined>> = {
  user: 'User',
  'assumed-role': 'AssumedRole',
  root: 'Account',
  federated: 'FederatedUser',
  service: undefined,
};

type GlobalKey = (circumstances: Circumstances, own: Context) => string | undefined;

const viaService = (own: Context) => own.get('kms:viaservice') !== undefined;

const globalKeys: Readonly<Record<string, GlobalKey>> = {
  'aws:requestedregion': ({ region }) => region,
  'aws:principalarn': ({ principal }) => principal.session?.roleArn ?? principal.arn,
  'aws:principalaccount': ({ principal }) => (principal.type === 'service' ? undefined : principal.account),
  'aws:principaltype': ({ principal }) => TYPES[principal.type],
  'aws:principalisawsservice': ({ principal }) => String(principal.type === 'service'),
  'aws:username': ({ principal }) => (principal.type === 'user' ? principal.name : undefined),
  'aws:userid': ({ principal }) => principal.userId,
  'aws:currenttime': ({ now }) => now.toISOString(),
  'aws:epochtime': ({ now }) => String(Math.floor(now.getTime() / 1000)),
  // The address of whoever calls AWS; a service that calls another one for them does not pass it on.
  'aws:sourceip': ({ caller }, own) => (viaService(own) ? undefined : caller.sourceIp),
  'aws:viaawsservice': (_, own) => String(viaService(own)),
  'aws:useragent': ({ caller }) => caller.userAgent,
  // The sandbox stands for AWS's https addresses: a policy that denies plain http shall not deny it all.
  'aws:securetransport': () => 'true',
  'aws:multifactorauthpresent': ({ principal }) =>
    principal.since ? String(principal.mfa ?? false) : undefined,
  'aws:tokenissuetime': ({ principal }) => principal.since?.toISOString(),
  'aws:sourceidentity': ({ principal }) => principal.session?.sourceIdentity,
  'aws:federatedprovider': ({ principal }) => principal.session?.webIdentity?.provider,
};
