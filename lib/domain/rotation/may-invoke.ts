/** The principal that calls rotation functions. */
const SERVICE = 'secretsmanager.amazonaws.com';

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
}

/**
 * Whether a function's resource policy lets Secrets Manager invoke it. Conditions are taken for met: AWS advises one on
 * the account, and what they compare is known to AWS alone.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
export function mayInvoke(policy: string): boolean | undefined {
  let parsed: { readonly Statement?: unknown };
  try {
    parsed = JSON.parse(policy);
  } catch {
    return undefined;
  }
  const statements = listOf(parsed.Statement) as Statement[];
  const about = statements.filter(({ Principal, Action }) => namesService(Principal) && invokes(Action));
  return about.some(({ Effect }) => Effect === 'Allow') && !about.some(({ Effect }) => Effect === 'Deny');
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function namesService(principal: unknown): boolean {
  if (principal === '*') return true;
  const { Service, AWS } = (principal ?? {}) as { Service?: unknown; AWS?: unknown };
  return listOf(Service).includes(SERVICE) || listOf(AWS).includes('*');
}

const invokes = (action: unknown) =>
  listOf(action).some((one) =>
    ['*', 'lambda:*', 'lambda:invoke*', 'lambda:invokefunction'].includes(String(one).toLowerCase()),
  );
